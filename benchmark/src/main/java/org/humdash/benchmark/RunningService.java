package org.humdash.benchmark;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.humdash.local.postgres.Leash;
import org.humdash.local.postgres.OwnSession;
import org.humdash.local.postgres.Processes;

/** A packaged service as a process of its own, asked over HTTP as its contributor. */
final class RunningService implements AutoCloseable {

    /** What the heap may grow to, stated beside the results. */
    static final String HEAP = "-Xmx512m";

    private static final Duration READY_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final Duration ANSWER_LIMIT = Duration.ofMinutes(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Leash leash = Leash.start();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port = FreePorts.next();
    private final int managementPort = FreePorts.next();
    private final Signer signer = new Signer(Clock.systemUTC());
    private final ProcessHandle process;
    private final String name;
    private final Path log;

    private RunningService(Subject subject, ProcessBuilder builder, ServiceDatabase database, Path log)
            throws IOException {
        this.name = subject.service();
        this.log = log;
        builder.environment()
                .putAll(Map.of(
                        "QUARKUS_HTTP_HOST", "127.0.0.1",
                        "QUARKUS_HTTP_PORT", Integer.toString(port),
                        "QUARKUS_MANAGEMENT_HOST", "127.0.0.1",
                        "QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort),
                        "QUARKUS_DATASOURCE_JDBC_URL", database.url(),
                        "QUARKUS_DATASOURCE_USERNAME", database.user(),
                        "QUARKUS_DATASOURCE_PASSWORD", database.password(),
                        "HUMDASH_ACCESS_KEY_SET_URL", signer.keySetUrl()));
        process = builder.start().toHandle();
        leash.hold(process.pid(), "TERM");
        process.onExit().thenRun(() -> leash.release(process.pid()));
    }

    /** Starts it and waits until it is ready. */
    static RunningService start(Subject subject, Path home, ServiceDatabase database, Path folder)
            throws IOException, InterruptedException {
        Path log = folder.resolve(subject.service() + ".log");
        List<String> command = new ArrayList<>(OwnSession.prefix());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(HEAP);
        command.add("-jar");
        command.add(subject.jar(home).toString());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .redirectInput(new File("/dev/null"));
        RunningService service = new RunningService(subject, builder, database, log);
        try {
            service.awaitReady();
            return service;
        } catch (IOException | InterruptedException | RuntimeException e) {
            service.close();
            throw e;
        }
    }

    long pid() {
        return process.pid();
    }

    /** The body of an answer; its path begins with a slash. */
    String get(String path) throws IOException, InterruptedException {
        return body(client.send(request(path).build(), BodyHandlers.ofString()));
    }

    /** The answer as it comes in; whoever asks closes it. */
    InputStream stream(String path) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = client.send(request(path).build(), BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            throw new IOException(path + " was answered with " + response.statusCode());
        }
        return response.body();
    }

    /** Sends a file, and tells where what becomes of it can be read. */
    String post(String path, String mediaType, Path file) throws IOException, InterruptedException {
        HttpRequest request = request(path)
                .header("Content-Type", mediaType)
                .POST(BodyPublishers.ofFile(file))
                .build();
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        body(response);
        return URI.create(response.headers().firstValue("Location").orElseThrow())
                .getPath();
    }

    /** The metrics, as Prometheus reads them. */
    String metrics() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(management("/q/metrics"))
                .timeout(ANSWER_LIMIT)
                .build();
        return body(client.send(request, BodyHandlers.ofString()));
    }

    /** Closing twice does nothing more. */
    @Override
    public synchronized void close() {
        process.destroy();
        if (!Processes.endsWithin(STOP_LIMIT, process)) {
            process.destroyForcibly();
            Processes.endsWithin(STOP_LIMIT, process);
        }
        leash.close();
        client.close();
        signer.close();
    }

    private void awaitReady() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + READY_LIMIT.toNanos();
        while (!isReady()) {
            if (!Processes.runs(process) || System.nanoTime() - deadline > 0) {
                throw new IOException(name + " did not become ready:\n" + Files.readString(log));
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(management("/q/health/ready"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private URI management(String path) {
        return URI.create("http://127.0.0.1:" + managementPort + path);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(ANSWER_LIMIT)
                .header("Authorization", "Bearer " + signer.token());
    }

    private static String body(HttpResponse<String> response) throws IOException {
        if (response.statusCode() / 100 != 2) {
            throw new IOException(response.uri() + " was answered with " + response.statusCode() + ": "
                    + response.body().lines().limit(20).toList());
        }
        return response.body();
    }
}
