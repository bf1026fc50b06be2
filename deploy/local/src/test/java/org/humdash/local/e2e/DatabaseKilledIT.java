package org.humdash.local.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.humdash.local.e2e.BulkImport.Kind;
import org.humdash.local.e2e.RunningHumdash.Running;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * PostgreSQL is killed while it works, loses all connections and what was not committed, and comes back: one of its processes gets
 * SIGKILL, upon which it throws out everybody and recovers from its log, as after a crash of the machine.
 */
class DatabaseKilledIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** What a reader may be told meanwhile. */
    private static final Set<Integer> HONEST = Set.of(200, 503);

    private static final List<String> READS = List.of(
            "/api/v1/claims?limit=1",
            "/api/v1/incidents?limit=1",
            "/api/v1/observations?limit=1",
            "/api/v1/situation?sections=claims,indicators");

    private static Running humdash;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        humdash = Running.start(Map.of("HUMDASH_GATEWAY_LIMITS_RATE_ENABLED", "false"));
    }

    @AfterAll
    static void stop() throws Exception {
        humdash.close();
    }

    @Test
    void anImportThatIsReadIsAppliedWhollyOrNot() throws Exception {
        killed(new BulkImport(Kind.INCIDENTS, "reading"), "copy|insert into incident ", "while-reading");
    }

    @Test
    void anImportThatIsAddedUpIsAppliedWhollyOrNot() throws Exception {
        killed(new BulkImport(Kind.INCIDENTS, "adding"), "rollup|incident_total", "while-adding");
    }

    @Test
    void anImportOfObservationsIsAppliedWhollyOrNot() throws Exception {
        killed(new BulkImport(Kind.OBSERVATIONS, "observing"), "copy|insert into observation", "while-observing");
    }

    private void killed(BulkImport bulk, String statement, String others) throws Exception {
        Readers readers = new Readers();
        Writer writer = new Writer(others);
        try (readers;
                writer) {
            await().atMost(PATIENCE).until(() -> !writer.acknowledged.isEmpty());
            String job = bulk.send(humdash);
            bulk.working(humdash, statement).forEach(ProcessHandle::destroyForcibly);
            bulk.isWholeOrNothing(humdash, job);
            int before = writer.acknowledged.size();
            await().atMost(PATIENCE).until(() -> writer.acknowledged.size() > before + 2);
        }

        bulk.isApplied(humdash);
        assertEquals(BulkImport.ROWS, bulk.written(humdash));
        for (String id : writer.acknowledged) {
            assertEquals(200, humdash.get("/api/v1/incidents/" + id).statusCode(), id);
        }
        assertEquals(writer.acknowledged.size(), new BulkImport(Kind.INCIDENTS, others).written(humdash));
        assertEquals(List.of(), readers.surprises());
        BulkImport.requireRightSums(humdash);
    }

    /** Whoever reads all the while. */
    private static final class Readers implements AutoCloseable {

        private final AtomicBoolean enough = new AtomicBoolean();
        private final ConcurrentLinkedQueue<String> surprises = new ConcurrentLinkedQueue<>();
        private final Thread thread = Thread.ofVirtual().start(this::read);

        private void read() {
            for (int i = 0; !enough.get(); i++) {
                String path = READS.get(i % READS.size());
                try {
                    HttpResponse<String> answer = humdash.get(path);
                    if (!HONEST.contains(answer.statusCode())
                            || answer.statusCode() == 503
                                    && answer.headers()
                                            .firstValue("Retry-After")
                                            .isEmpty()) {
                        surprises.add(path + ": " + answer.statusCode() + " " + answer.body());
                    }
                } catch (Exception e) {
                    surprises.add(path + ": " + e);
                }
            }
        }

        List<String> surprises() {
            return List.copyOf(surprises);
        }

        @Override
        public void close() {
            enough.set(true);
            ended(thread);
        }
    }

    /** Whoever records one thing after the other, and sends it again until it is acknowledged. */
    private final class Writer implements AutoCloseable {

        private final AtomicBoolean enough = new AtomicBoolean();
        private final ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();
        private final String name;
        private final Thread thread;

        Writer(String name) {
            this.name = name;
            this.thread = Thread.ofVirtual().start(this::write);
        }

        private void write() {
            for (int i = 0; !enough.get(); i++) {
                while (!isRecorded(name + "-" + i)) {
                    // As a client does that does not know what became of it.
                    Thread.yield();
                }
            }
        }

        private boolean isRecorded(String reference) {
            try {
                HttpResponse<String> answer = client.send(
                        HttpRequest.newBuilder(URI.create(humdash.address("gateway") + "/api/v1/incidents"))
                                .header("Authorization", "Bearer " + humdash.administratorKey())
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("""
                                        {"source": "AFP", "reference": "%s", "ceasefire": "GAZA-2025-10",
                                         "type": "AIR_STRIKE", "occurredFrom": "2025-10-21",
                                         "reports": [{"source": "AFP"}]}""".formatted(reference)))
                                .build(),
                        BodyHandlers.ofString());
                if (answer.statusCode() == 200 || answer.statusCode() == 201) {
                    acknowledged.add(RunningHumdash.JSON
                            .readTree(answer.body())
                            .path("id")
                            .asText());
                    return true;
                }
                return false;
            } catch (Exception e) {
                return false;
            }
        }

        @Override
        public void close() {
            enough.set(true);
            ended(thread);
        }
    }

    private static void ended(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
