package org.humdash.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The gateway with both services behind it, on one PostgreSQL, asked as anybody may ask. The gateway is started when there
 * is something to ask about.
 */
final class GatewaySetting implements Setting {

    private final Path home;
    private final Path folder;
    private final Program.Ports ports = Program.Ports.free();
    private final Deque<Runnable> closing = new ArrayDeque<>();
    private final ServiceDatabase incidents;
    private final ServiceDatabase observations;
    private RunningService incidentService;
    private RunningService humanitarianService;

    private GatewaySetting(Path home, Path folder) {
        this.home = home;
        this.folder = folder;
        incidents = ServiceDatabase.start(folder, Subject.INCIDENT.code());
        closing.push(incidents::close);
        observations = incidents.beside(Subject.HUMANITARIAN.code());
    }

    static GatewaySetting start(Path home, Path folder) throws IOException, InterruptedException {
        GatewaySetting setting = new GatewaySetting(home, folder);
        try {
            setting.startServices();
            return setting;
        } catch (IOException | InterruptedException | RuntimeException e) {
            setting.close();
            throw e;
        }
    }

    @Override
    public List<Measurement> run(Arguments arguments) throws IOException, SQLException, InterruptedException {
        new GatewaySamples(folder, incidents, observations).load(arguments);
        return new GatewayMeasuring(folder, gateway(), incidentService).run(arguments);
    }

    @Override
    public synchronized void close() {
        while (!closing.isEmpty()) {
            closing.pop().run();
        }
    }

    private void startServices() throws IOException, InterruptedException {
        String keySet = ports.url() + "/.well-known/jwks.json";
        Program.Ports incidentPorts = Program.Ports.free();
        incidentService = started(Program.of(
                Subject.INCIDENT.program(),
                home,
                incidentPorts,
                incidents,
                Map.of("HUMDASH_ACCESS_KEY_SET_URL", keySet)));
        humanitarianService = started(Program.of(
                Subject.HUMANITARIAN.program(),
                home,
                Program.Ports.free(),
                observations,
                Map.of(
                        "HUMDASH_ACCESS_KEY_SET_URL",
                        keySet,
                        "HUMDASH_HUMANITARIAN_SOURCE_REGISTER_URL",
                        incidentPorts.url())));
    }

    private RunningService gateway() throws IOException, InterruptedException {
        return started(Program.of(
                Subject.GATEWAY.program(),
                home,
                ports,
                incidents.beside(Subject.GATEWAY.code()),
                Map.of(
                        "HUMDASH_GATEWAY_INCIDENT_URL",
                        incidentService.uri("").toString(),
                        "HUMDASH_GATEWAY_HUMANITARIAN_URL",
                        humanitarianService.uri("").toString(),
                        // All that asks here is one caller, and nginx writes no log either.
                        "HUMDASH_GATEWAY_LIMITS_RATE_ENABLED",
                        "false",
                        "QUARKUS_LOG_CATEGORY__ACCESS__LEVEL",
                        "OFF")));
    }

    private RunningService started(Program program) throws IOException, InterruptedException {
        RunningService service = RunningService.start(program, Optional.empty(), folder);
        closing.push(service::close);
        return service;
    }
}
