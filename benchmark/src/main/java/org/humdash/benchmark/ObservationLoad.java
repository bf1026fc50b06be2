package org.humdash.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.humdash.benchmark.BareLoad.Content;

/** Loads samples of observations by COPY. */
final class ObservationLoad {

    private final Path folder;
    private final ServiceDatabase database;
    private final ObservationFiles files = new ObservationFiles();

    ObservationLoad(Path folder, ServiceDatabase database) {
        this.folder = folder;
        this.database = database;
    }

    /**
     * In place of those that are there.
     *
     * @return rows a second
     */
    double run(long rows) throws IOException, SQLException {
        Path file = folder.resolve("observation.csv");
        files.writeObservations(file, rows);
        double rate = new BareLoad(database, Tables.OBSERVATIONS)
                .run(List.of(new Content("observation", ObservationFiles.OBSERVATION, file)), rows);
        Files.delete(file);
        return rate;
    }

    /** Also fills what the service answers from. */
    void runWithSeries(long rows) throws IOException, SQLException {
        run(rows);
        try (Connection connection = database.connect()) {
            ObservationReference.listSeries(connection);
        }
        database.vacuum();
    }
}
