package org.humdash.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;

/** The import of a file, sent to the service and followed to its end. */
final class Import {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Set<String> GOES_ON = Set.of("QUEUED", "READING", "APPLYING");

    private final ServiceDatabase database;
    private final RunningService service;
    private final Tables tables;
    private final String path;

    /** @param path of the API, that files are sent to */
    Import(ServiceDatabase database, RunningService service, Tables tables, String path) {
        this.database = database;
        this.service = service;
        this.tables = tables;
        this.path = path;
    }

    /**
     * Into empty tables, from the first byte sent to the end of the job.
     *
     * @return rows a second
     */
    double run(Path file, long rows) throws SQLException, IOException, InterruptedException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            tables.empty(statement);
            long start = System.nanoTime();
            follow(service.post(path, "text/csv", file));
            double rate = rows / ((System.nanoTime() - start) / 1e9);
            tables.requireRows(statement, rows);
            return rate;
        }
    }

    private void follow(String job) throws IOException, InterruptedException {
        String answer = service.get(job);
        while (GOES_ON.contains(status(answer))) {
            Thread.sleep(BETWEEN_LOOKS);
            answer = service.get(job);
        }
        if (!status(answer).equals("SUCCEEDED")) {
            throw new IOException("The import did not succeed: " + answer);
        }
    }

    private static String status(String answer) {
        return JsonField.named("status").in(answer).orElseThrow();
    }
}
