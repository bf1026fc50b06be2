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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.humdash.local.postgres.Leash;
import org.humdash.local.postgres.OwnSession;
import org.humdash.local.postgres.Processes;

/** A packaged program as a process of its own, asked over HTTP: as a contributor where a signer says so, or as anybody. */
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
    private final Program program;
    private final Optional<Signer> signer;
    private final ProcessHandle process;
    private final Path log;

    private RunningService(Program program, Optional<Signer> signer, ProcessBuilder builder, Path log)
            throws IOException {
        this.program = program;
        this.signer = signer;
        this.log = log;
        builder.environment().putAll(program.environment());
        process = builder.start().toHandle();
        leash.hold(process.pid(), "TERM");
        process.onExit().thenRun(() -> leash.release(process.pid()));
    }

    /** Starts it and waits until it is ready. */
    static RunningService start(Program program, Optional<Signer> signer, Path folder)
            throws IOException, InterruptedException {
        Path log = folder.resolve(program.name() + ".log");
        List<String> command = new ArrayList<>(OwnSession.prefix());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(HEAP);
        command.add("-jar");
        command.add(program.jar().toString());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .redirectInput(new File("/dev/null"));
        RunningService service = new RunningService(program, signer, builder, log);
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

    /** The address of a path, which begins with a slash. */
    URI uri(String path) {
        return URI.create(program.ports().url() + path);
    }

    /** The whole answer to a question that anybody may ask. */
    HttpResponse<byte[]> answer(String path) throws IOException, InterruptedException {
        return answer(path, Map.of());
    }

    /** The same asked with these headers, and as it came: compressed if they allow it. */
    HttpResponse<byte[]> answer(String path, Map<String, String> headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path);
        headers.forEach(request::header);
        HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException(path + " was answered with " + response.statusCode());
        }
        return response;
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
    }

    private void awaitReady() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + READY_LIMIT.toNanos();
        while (!isReady()) {
            if (!Processes.runs(process) || System.nanoTime() - deadline > 0) {
                throw new IOException(program.name() + " did not become ready:\n" + Files.readString(log));
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
        return URI.create("http://127.0.0.1:" + program.ports().management() + path);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).timeout(ANSWER_LIMIT);
        signer.ifPresent(who -> request.header("Authorization", "Bearer " + who.token()));
        return request;
    }

    private static String body(HttpResponse<String> response) throws IOException {
        if (response.statusCode() / 100 != 2) {
            throw new IOException(response.uri() + " was answered with " + response.statusCode() + ": "
                    + response.body().lines().limit(20).toList());
        }
        return response.body();
    }
}
