package org.humdash.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Measures how fast we are beside the limits of the machine and of PostgreSQL, found in the same run: a ratio is the same
 * on a slow machine as on a fast one, a rate is not.
 */
public final class Benchmark {

    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    /** What an incident takes at most: in the files, the tables with their indexes, and the log of the database. */
    private static final long BYTES_OF_AN_INCIDENT = 2_600;

    private static final long BYTES_BESIDE = 3L << 30;

    /** Kept here because a logger nobody keeps forgets its level. */
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    private Benchmark() {}

    public static void main(String[] words) throws IOException, SQLException, InterruptedException {
        Arguments arguments;
        try {
            arguments = Arguments.of(words);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(WRONG_USAGE);
            return;
        }
        FLYWAY.setLevel(Level.WARNING);
        List<Measurement> measurements;
        try (Workplace workplace = new Workplace()) {
            require(arguments, workplace);
            measurements = measure(arguments, workplace);
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(FAILED);
            return;
        }
        System.out.println("incident-service with " + RunningService.HEAP + " on Java "
                + Runtime.version().feature() + ", "
                + Runtime.getRuntime().availableProcessors() + " processors; medians after warming up");
        System.out.print(ResultTable.of(measurements));
        if (!measurements.stream().allMatch(Measurement::passes)) {
            System.exit(FAILED);
        }
    }

    private static List<Measurement> measure(Arguments arguments, Workplace workplace)
            throws IOException, SQLException, InterruptedException {
        try (IncidentDatabase database = IncidentDatabase.start(workplace.path());
                RunningService service = RunningService.start(arguments.home(), database, workplace.path())) {
            closeWithTheProgram(service, database, workplace);
            return new Measuring(workplace.path(), database, service).run(arguments);
        }
    }

    private static void require(Arguments arguments, Workplace workplace) throws IOException {
        if (!Files.isRegularFile(RunningService.jar(arguments.home()))) {
            throw new IllegalStateException(
                    RunningService.jar(arguments.home()) + " is missing: build it with ./humdash build");
        }
        Path folder = workplace.path();
        long needed = Math.max(arguments.many(), arguments.transferred()) * BYTES_OF_AN_INCIDENT + BYTES_BESIDE;
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < needed) {
            throw new IllegalStateException(
                    "%s has %,d MB left and %,d MB are needed: free some, choose another folder with"
                                    .formatted(folder.getParent(), free >> 20, needed >> 20)
                            + " -Djava.io.tmpdir, or take fewer --rows");
        }
    }

    /** For whoever breaks the run off; after its end there is nothing left to do. */
    private static void closeWithTheProgram(RunningService service, IncidentDatabase database, Workplace workplace) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            service.close();
            database.close();
            workplace.close();
        }));
    }
}
