package org.humdash.gateway.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.humdash.gateway.testing.EventClient;
import org.humdash.gateway.testing.FakeService;
import org.humdash.gateway.testing.GatewayDatabase;
import org.humdash.gateway.testing.RawClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program is stopped while somebody listens, and started again. */
class ChangeStreamIT {

    private static final Duration START = Duration.ofSeconds(120);
    private static final long LESS_THAN_IT_WAITS_FOR_REQUESTS_SECONDS = 15;
    private static final String INCIDENT =
            "{\"change\":\"UPSERT\",\"id\":\"i%d\",\"recordedAt\":\"2025-12-19T10:00:0%dZ\",\"incident\":{}}";

    private final GatewayDatabase database = new GatewayDatabase();
    private final FakeService incident = new FakeService();
    private final FakeService humanitarian = new FakeService();
    private Map<String, String> configuration;
    private Process gateway;

    @TempDir
    Path folder;

    @BeforeEach
    void bothServicesAnswer() {
        configuration = database.start();
        humanitarian.json("/api/v1/observations/changes", "{\"items\":[],\"nextCursor\":\"0\"}");
        humanitarian.json("/api/v1/hazards/changes", "{\"items\":[],\"nextCursor\":\"0\"}");
        recorded(1);
    }

    @AfterEach
    void stop() throws Exception {
        if (gateway != null) {
            gateway.destroyForcibly().waitFor();
        }
        incident.close();
        humanitarian.close();
        database.stop();
    }

    @Test
    void aStreamEndsWithItsGatewayAndGoesOnAtTheNext() throws Exception {
        URI first = start();
        String last;
        try (EventClient reader = new EventClient(first, "/api/v1/changes/stream")) {
            EventClient.Event event = reader.nextChanges();
            assertEquals(List.of("i1"), ids(event));
            last = event.id();

            gateway.destroy();

            int retry = Integer.parseInt(reader.next().fields().get("retry"));
            assertTrue(retry >= 3_000 && retry <= 6_000, "retry: " + retry);
            assertNull(reader.next());
        }
        assertTrue(
                gateway.waitFor(LESS_THAN_IT_WAITS_FOR_REQUESTS_SECONDS, TimeUnit.SECONDS),
                "The program waits for the stream");
        recorded(2);

        URI next = start();
        try (EventClient reader = new EventClient(next, "/api/v1/changes/stream", "Last-Event-ID: " + last)) {
            assertEquals(List.of("i2"), ids(reader.nextChanges()));
        }
    }

    /** The feed has that many incidents; its cursor is the number of the last. */
    private void recorded(int count) {
        incident.on("/api/v1/incidents/changes", exchange -> {
            String query = exchange.getRequestURI().getQuery();
            int at = query.contains("cursor=") ? Integer.parseInt(query.replaceAll(".*cursor=", "")) : 0;
            List<String> items = new ArrayList<>();
            for (int i = at + 1; i <= count; i++) {
                items.add(INCIDENT.formatted(i, i));
            }
            FakeService.answer(
                            200,
                            "application/json",
                            "{\"items\":[" + String.join(",", items) + "],\"nextCursor\":\"" + count + "\"}")
                    .to(exchange);
        });
    }

    private URI start() throws Exception {
        int port = freePort();
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m"));
        configuration.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.add("-Dhumdash.gateway.incident-url=" + incident.origin());
        command.add("-Dhumdash.gateway.humanitarian-url=" + humanitarian.origin());
        command.add("-Dquarkus.http.host=127.0.0.1");
        command.add("-Dquarkus.http.port=" + port);
        command.add("-Dquarkus.management.host=127.0.0.1");
        command.add("-Dquarkus.management.port=" + freePort());
        command.add("-jar");
        command.add(Path.of("target", "quarkus-app", "quarkus-run.jar").toString());
        gateway = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("gateway-" + port + ".log").toFile())
                .start();
        URI uri = URI.create("http://127.0.0.1:" + port);
        long until = System.nanoTime() + START.toNanos();
        while (!answers(uri)) {
            assertTrue(System.nanoTime() < until && gateway.isAlive(), "The program does not start");
            Thread.onSpinWait();
        }
        return uri;
    }

    private static boolean answers(URI uri) {
        try {
            return RawClient.get(uri, "/api/v1/changes").status() == 200;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static List<String> ids(EventClient.Event event) {
        return new JsonObject(event.data())
                .getJsonArray("items").stream()
                        .map(item -> ((JsonObject) item).getString("id"))
                        .toList();
    }
}
