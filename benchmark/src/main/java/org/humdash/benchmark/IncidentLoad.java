package org.humdash.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.humdash.benchmark.BareLoad.Content;

/** Loads samples of incidents with their reports by COPY. */
final class IncidentLoad {

    private final Path folder;
    private final ServiceDatabase database;
    private final IncidentFiles files = new IncidentFiles();

    IncidentLoad(Path folder, ServiceDatabase database) {
        this.folder = folder;
        this.database = database;
    }

    /**
     * In place of those that are there.
     *
     * @return rows a second
     */
    double run(long rows) throws IOException, SQLException {
        Path incidents = folder.resolve("incident.csv");
        Path reports = folder.resolve("incident-report.csv");
        files.writeIncidents(incidents, rows);
        files.writeReports(reports, rows);
        double rate = new BareLoad(database, Tables.INCIDENTS)
                .run(
                        List.of(
                                new Content("incident", IncidentFiles.INCIDENT, incidents),
                                new Content("incident_report", IncidentFiles.REPORT, reports)),
                        rows);
        Files.delete(incidents);
        Files.delete(reports);
        return rate;
    }

    /** Also fills what the service answers from. */
    void runWithRollups(long rows) throws IOException, SQLException {
        run(rows);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            RollupFilling.fill(statement);
        }
        database.vacuum();
    }
}
