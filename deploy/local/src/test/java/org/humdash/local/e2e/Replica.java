package org.humdash.local.e2e;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One packaged program among several of its kind: on two free ports, told everything else by its environment. */
final class Replica implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final String program;
    private final Path log;
    private final int port;
    private final int management;
    private final HttpClient http = HttpClient.newHttpClient();
    private Process process;

    /** Chooses its ports, so that others can be told its address before it runs. @param folder where its log goes */
    Replica(String program, Path folder) throws IOException {
        this.program = program;
        this.log = Files.createTempFile(folder, program + "-", ".log");
        // Both are held until both are chosen, so that none is given twice.
        try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = one.getLocalPort();
            management = other.getLocalPort();
        }
    }

    /** Begins to start it. @param options of Java */
    Replica start(Map<String, String> environment, String... options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-jar",
                RunningHumdash.PROJECT
                        .resolve(program)
                        .resolve("target/quarkus-app/quarkus-run.jar")
                        .toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment()
                .putAll(Map.of(
                        "QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false",
                        "QUARKUS_HTTP_HOST", "127.0.0.1",
                        "QUARKUS_HTTP_PORT", Integer.toString(port),
                        "QUARKUS_MANAGEMENT_HOST", "127.0.0.1",
                        "QUARKUS_MANAGEMENT_PORT", Integer.toString(management)));
        builder.environment().putAll(environment);
        process = builder.start();
        return this;
    }

    /** Waits until it says that it is ready. */
    Replica ready() {
        URI health = URI.create("http://127.0.0.1:" + management + "/q/health/ready");
        await().atMost(PATIENCE)
                .failFast(() -> {
                    if (!process.isAlive()) {
                        throw new AssertionError(program + " ended:\n" + Files.readString(log));
                    }
                })
                .ignoreExceptions()
                .until(() -> send(HttpRequest.newBuilder(health).build()).statusCode() == 200);
        return this;
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    HttpResponse<String> get(String path, String key) throws IOException, InterruptedException {
        return send(request(path, key).build());
    }

    HttpResponse<String> post(String path, String type, String body, String key, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                request(path, key).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    private HttpRequest.Builder request(String path, String key) {
        return HttpRequest.newBuilder(URI.create(address() + path)).header("Authorization", "Bearer " + key);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.ofString());
    }

    @Override
    public void close() {
        http.close();
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }
}
