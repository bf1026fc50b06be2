package org.humdash.images;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.humdash.local.postgres.LocalPostgres;

/** A service that was started from the folder of its image, on free ports of 127.0.0.1, with a database that is there. */
final class RunningProgram implements AutoCloseable {

    /** What {@code deploy/kubernetes} and {@code deploy/compose} tell every JVM. */
    static final String DEPLOYED_OPTIONS = "-XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError";

    private static final Duration START_LIMIT = Duration.ofMinutes(10);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(10);
    private static final Duration LOOK_EVERY = Duration.ofMillis(5);
    private static final String PASSWORD = "only-on-this-machine";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Process process;
    private final long startedNanos;
    private final int port;
    private final int managementPort;
    private final Path log;

    private RunningProgram(Process process, long startedNanos, int port, int managementPort, Path log) {
        this.process = process;
        this.startedNanos = startedNanos;
        this.port = port;
        this.managementPort = managementPort;
        this.log = log;
    }

    /**
     * Starts it, and does not wait.
     *
     * @param options what the JVM is told beside what the deployments tell it
     * @param log where it writes; made anew
     */
    static RunningProgram start(
            ImageFolder folder, Service service, LocalPostgres postgres, List<String> options, Path log)
            throws IOException {
        postgres.provision(service.database(), service.database() + "_owner", PASSWORD);
        int port = freePort();
        int managementPort = freePort();
        List<String> command = Stream.of(
                        Stream.of(folder.path(ImageFolder.JAVA)
                                .resolve("bin/java")
                                .toString()),
                        options.stream(),
                        Stream.of(
                                "-jar",
                                folder.path(ImageFolder.APP)
                                        .resolve("quarkus-run.jar")
                                        .toString()))
                .flatMap(part -> part)
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.path(ImageFolder.APP).toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_TOOL_OPTIONS", DEPLOYED_OPTIONS);
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        builder.environment().put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
        builder.environment().put("QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(service.database()));
        builder.environment().put("QUARKUS_DATASOURCE_USERNAME", service.database() + "_owner");
        builder.environment().put("QUARKUS_DATASOURCE_PASSWORD", PASSWORD);
        // A training is slow, and a busy machine too: that a connection takes long is no reason to give up.
        builder.environment().put("QUARKUS_DATASOURCE_JDBC_ACQUISITION_TIMEOUT", "120s");
        long startedNanos = System.nanoTime();
        return new RunningProgram(builder.start(), startedNanos, port, managementPort, log);
    }

    /**
     * Waits until it says that it is ready.
     *
     * @return the time since it was started
     * @throws ImagesException if it ends instead, or is not ready in ten minutes
     */
    Duration awaitReady() throws IOException, InterruptedException {
        while (true) {
            Duration since = Duration.ofNanos(System.nanoTime() - startedNanos);
            if (!process.isAlive() || since.compareTo(START_LIMIT) > 0) {
                throw new ImagesException("the program did not become ready:\n" + Files.readString(log));
            }
            try {
                if (status(managementPort, "/q/health/ready") == 200) {
                    return Duration.ofNanos(System.nanoTime() - startedNanos);
                }
            } catch (IOException e) {
                // It does not listen yet.
            }
            Thread.sleep(LOOK_EVERY);
        }
    }

    /** The status of the answer to a request of the public port. */
    int get(String path) throws IOException, InterruptedException {
        return status(port, path);
    }

    /** The status of the answer to a request of the management port. */
    int getManagement(String path) throws IOException, InterruptedException {
        return status(managementPort, path);
    }

    /** The memory of the process that is in use at this moment, in bytes; only on Linux. */
    long residentBytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
                .findFirst()
                .orElseThrow();
    }

    /** Sends it a SIGTERM and waits for its end, with whatever it writes before. */
    int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new ImagesException("the program did not end within " + STOP_LIMIT.toSeconds() + " s");
        }
        return process.exitValue();
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private int status(int of, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + of + path))
                .timeout(Duration.ofSeconds(30))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
