package org.humdash.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Measures how fast we are beside the limits of the machine and of PostgreSQL, found in the same run: a ratio is the same
 * on a slow machine as on a fast one, a rate is not.
 */
public final class Benchmark {

    /** What an import has to reach of a load by COPY, and an export of one by COPY. */
    private static final double IMPORT_GOAL = 0.25;

    private static final double EXPORT_GOAL = 0.5;

    /** Kept here because a logger nobody keeps forgets its level. */
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    private Benchmark() {}

    public static void main(String[] words) throws IOException, SQLException {
        Arguments arguments;
        try {
            arguments = Arguments.of(words);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        FLYWAY.setLevel(Level.WARNING);
        List<Measurement> measurements = new ArrayList<>();
        for (long rows : arguments.sizes()) {
            measurements.addAll(measure(rows));
        }
        System.out.print(ResultTable.of(measurements));
        if (measurements.stream().anyMatch(measurement -> Boolean.FALSE.equals(measurement.passes()))) {
            System.exit(1);
        }
    }

    private static List<Measurement> measure(long rows) throws IOException, SQLException {
        try (Workplace workplace = new Workplace();
                IncidentDatabase database = IncidentDatabase.start(workplace.path())) {
            Path incidents = workplace.path().resolve("incident.csv");
            Path reports = workplace.path().resolve("incident-report.csv");
            closeWithTheProgram(database, workplace);
            String size = String.format(Locale.ROOT, "%,d incidents", rows);
            System.err.println(size + " are made and loaded");
            SampleFiles files = new SampleFiles();
            files.writeIncidents(incidents, rows);
            files.writeReports(reports, rows);
            Limits limits = new Limits(database);
            return List.of(
                    new Measurement(
                            "import of " + size, null, limits.load(incidents, reports, rows), "rows/s", IMPORT_GOAL),
                    new Measurement("CSV export of " + size, null, limits.export(rows), "rows/s", EXPORT_GOAL));
        }
    }

    /** For whoever breaks the run off; after its end there is nothing left to do. */
    private static void closeWithTheProgram(IncidentDatabase database, Workplace workplace) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            database.close();
            workplace.close();
        }));
    }
}
