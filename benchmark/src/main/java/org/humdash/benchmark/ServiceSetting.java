package org.humdash.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A service alone, with its database. It is asked directly, as its contributor. */
final class ServiceSetting implements Setting {

    private final Path folder;
    private final ServiceDatabase database;
    private final Signer signer;
    private final RunningService service;
    private final Kind kind;

    private ServiceSetting(Path folder, ServiceDatabase database, Signer signer, RunningService service, Kind kind) {
        this.folder = folder;
        this.database = database;
        this.signer = signer;
        this.service = service;
        this.kind = kind;
    }

    /** How a service is measured. */
    @FunctionalInterface
    interface Kind {
        Measuring of(Path folder, ServiceDatabase database, RunningService service);
    }

    static ServiceSetting start(Subject subject, Kind kind, Path home, Path folder)
            throws IOException, InterruptedException {
        ServiceDatabase database = ServiceDatabase.start(folder, subject.code());
        Signer signer = new Signer(Clock.systemUTC());
        Program program = Program.of(
                subject.program(),
                home,
                Program.Ports.free(),
                database,
                Map.of("HUMDASH_ACCESS_KEY_SET_URL", signer.keySetUrl()));
        try {
            RunningService service = RunningService.start(program, Optional.of(signer), folder);
            return new ServiceSetting(folder, database, signer, service, kind);
        } catch (IOException | InterruptedException | RuntimeException e) {
            signer.close();
            database.close();
            throw e;
        }
    }

    @Override
    public List<Measurement> run(Arguments arguments) throws IOException, SQLException, InterruptedException {
        return kind.of(folder, database, service).run(arguments);
    }

    @Override
    public synchronized void close() {
        service.close();
        signer.close();
        database.close();
    }
}
