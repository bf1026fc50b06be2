package org.humdash.local.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.humdash.local.e2e.RunningHumdash.Running;

/** A large file that is made up, sent to one of the services, and looked at while it is recorded. */
final class BulkImport {

    static final int ROWS = 20_000;

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Kind kind;
    private final String name;
    private final String file;

    /** What can be imported in bulk. */
    enum Kind {
        INCIDENTS("incidents", "incident", "incident"),
        OBSERVATIONS("observations", "humanitarian", "observation");

        private final String path;
        private final String database;
        private final String table;

        Kind(String path, String database, String table) {
            this.path = "/api/v1/" + path + "/imports";
            this.database = database;
            this.table = table;
        }
    }

    /** @param name what the references of all rows begin with */
    BulkImport(Kind kind, String name) {
        this.kind = kind;
        this.name = name;
        this.file = kind == Kind.INCIDENTS ? incidents() : observations();
    }

    private String incidents() {
        StringBuilder table = new StringBuilder("ceasefire,source,reference,type,occurred_from,adm2,killed_best\n");
        for (int i = 0; i < ROWS; i++) {
            table.append("GAZA-2025-10,AFP,%s-%d,ARREST,%s,PS0260,%d\n".formatted(name, i, day(i), i % 3));
        }
        return table.toString();
    }

    private String observations() {
        StringBuilder table = new StringBuilder("indicator,area,originator,reference,value,valid_from,valid_to\n");
        for (int i = 0; i < ROWS; i++) {
            table.append("IDPS_PRESENT,PS0260,IOM,%s-%d,%d,%s,%s\n".formatted(name, i, 1_000 + i, day(i), day(i)));
        }
        return table.toString();
    }

    private static String day(int i) {
        return "2025-11-%02d".formatted(1 + i % 28);
    }

    /** Sends it and does not wait for its end. @return the id of the job */
    String send(Running humdash) throws Exception {
        HttpResponse<String> answer = humdash.post(kind.path + "?wait=0", "text/csv", file, humdash.administratorKey());
        assertTrue(Set.of(200, 202).contains(answer.statusCode()), answer.body());
        return RunningHumdash.JSON.readTree(answer.body()).at("/job/id").asText();
    }

    /** Sends it, until a job succeeds, and requires that all of its rows are recorded then. */
    void isApplied(Running humdash) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            HttpResponse<String> answer =
                    humdash.post(kind.path + "?wait=60", "text/csv", file, humdash.administratorKey());
            assertEquals(200, answer.statusCode(), answer.body());
            JsonNode job = RunningHumdash.JSON.readTree(answer.body()).path("job");
            assertEquals("SUCCEEDED", job.path("status").asText(), answer.body());
            assertEquals(
                    ROWS, job.path("created").asInt() + job.path("unchanged").asInt());
        });
    }

    /** Waits until a job is over, and requires that it was applied wholly or not, and says nothing else. */
    void isWholeOrNothing(Running humdash, String job) throws Exception {
        String status = ending(humdash, job);
        long written = written(humdash);
        assertTrue(
                written == ROWS
                        || written == 0 && Set.of("FAILED", "INTERRUPTED").contains(status),
                written + " rows are there of a job that is " + status);
    }

    /** Waits until a job is over. @return how it ended */
    String ending(Running humdash, String job) throws Exception {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> isOver(humdash, job));
        return job(humdash, job).path("status").asText();
    }

    boolean isOver(Running humdash, String job) throws Exception {
        return job(humdash, job).hasNonNull("finishedAt");
    }

    private JsonNode job(Running humdash, String id) throws Exception {
        HttpResponse<String> answer = humdash.get(kind.path + "/" + id, humdash.administratorKey());
        return answer.statusCode() == 200
                ? RunningHumdash.JSON.readTree(answer.body()).path("job")
                : RunningHumdash.JSON.missingNode();
    }

    /** Waits until PostgreSQL works on such a statement (a regular expression). @return its processes that do */
    List<ProcessHandle> working(Running humdash, String statement) throws SQLException {
        List<ProcessHandle> processes = new ArrayList<>();
        try (Connection connection = humdash.owner(kind.database)) {
            await().atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> {
                        try (ResultSet row = connection.createStatement().executeQuery("""
                                select pid from pg_stat_activity
                                where pid <> pg_backend_pid() and datname = current_database()
                                and xact_start is not null and state <> 'idle' and query ~* '%s'""".formatted(statement))) {
                            while (row.next()) {
                                ProcessHandle.of(row.getLong(1)).ifPresent(processes::add);
                            }
                        }
                        return !processes.isEmpty();
                    });
        }
        return processes;
    }

    /** How many records there are whose references begin with its name. */
    long written(Running humdash) throws SQLException {
        return number(
                humdash,
                kind.database,
                "select count(*) from " + kind.table + " where superseded_at is null and reference like '" + name
                        + "-%'");
    }

    /** Requires that what is counted ahead is what counting gives. */
    static void requireRightSums(Running humdash) throws SQLException {
        assertEquals(
                number(humdash, "incident", "select count(*) from incident_contribution where superseded_at is null"),
                number(
                        humdash,
                        "incident",
                        "select coalesce(sum(incidents), 0) from incident_rollup where superseded_at is null"));
    }

    private static long number(Running humdash, String database, String sql) throws SQLException {
        try (Connection connection = humdash.owner(database);
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
