package org.humdash.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.humdash.gateway.testing.FakeService;
import org.humdash.gateway.testing.GatewayDatabase;
import org.junit.jupiter.api.Test;

/** The packaged program, told to end while it has something to do. */
class DrainIT {

    private static final String CLAIMS = "/api/v1/claims";
    private static final String HAZARDS = "/api/v1/hazards";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void finishesWhatIsUnderWayAndBeginsNothingNew() throws Exception {
        GatewayDatabase database = new GatewayDatabase();
        CountDownLatch letGo = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        List<URI> free = freeAddresses();
        URI gateway = free.getFirst();
        URI management = free.getLast();
        Process process = null;
        try (FakeService incident = new FakeService();
                FakeService humanitarian = new FakeService()) {
            humanitarian.json(HAZARDS, "{}");
            incident.on(CLAIMS, exchange -> {
                asked.countDown();
                letGo.await(60, TimeUnit.SECONDS);
                FakeService.answer(200, "application/json", "{\"done\":true}").to(exchange);
            });
            Map<String, String> settings = new HashMap<>(database.start());
            settings.put("quarkus.http.host", "127.0.0.1");
            settings.put("quarkus.http.port", Integer.toString(gateway.getPort()));
            settings.put("quarkus.management.host", "127.0.0.1");
            settings.put("quarkus.management.port", Integer.toString(management.getPort()));
            settings.put("quarkus.shutdown.delay", "2s");
            settings.put("humdash.gateway.incident-url", incident.origin());
            settings.put("humdash.gateway.humanitarian-url", humanitarian.origin());
            process = start(settings);
            URI ready = management.resolve("/q/health/ready");
            until(() -> status(ready) == 200);
            CompletableFuture<HttpResponse<String>> underWay = client.sendAsync(
                    HttpRequest.newBuilder(gateway.resolve(CLAIMS)).build(), HttpResponse.BodyHandlers.ofString());
            assertTrue(asked.await(30, TimeUnit.SECONDS));

            process.destroy();

            until(() -> status(ready) == 503);
            until(() -> status(gateway.resolve(HAZARDS)) != 200);
            assertTrue(process.isAlive());
            assertFalse(underWay.isDone());
            letGo.countDown();
            HttpResponse<String> answer = underWay.get(20, TimeUnit.SECONDS);
            assertEquals(200, answer.statusCode());
            assertEquals("{\"done\":true}", answer.body());
            assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        } finally {
            letGo.countDown();
            if (process != null) {
                process.destroyForcibly().waitFor();
            }
            database.stop();
        }
    }

    private static Process start(Map<String, String> settings) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-jar", "target/quarkus-app/quarkus-run.jar"));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target/drain-it.log").toFile())
                .start();
    }

    /** Two, found at the same time so that they differ. */
    private static List<URI> freeAddresses() throws IOException {
        try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Stream.of(one, other)
                    .map(socket -> URI.create("http://127.0.0.1:" + socket.getLocalPort()))
                    .toList();
        }
    }

    /** -1 if nobody listens. */
    private int status(URI address) throws InterruptedException {
        try {
            return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return -1;
        }
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void until(Condition condition) throws Exception {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.holds()) {
            assertTrue(System.nanoTime() < limit, "It did not happen within 60 s");
            Thread.onSpinWait();
        }
    }
}
