package org.humdash.benchmark;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.humdash.local.postgres.Leash;
import org.humdash.local.postgres.Processes;

/**
 * nginx that serves one file: a worker for each processor, no log, the file kept open, and connections that are never closed
 * by it.
 */
final class Nginx implements AutoCloseable {

    static final String PROGRAM = "nginx";

    /** What it says by itself, or what is about one connection. */
    private static final Set<String> ITS_OWN = Set.of(
            "content-length",
            "content-type",
            "connection",
            "date",
            "etag",
            "keep-alive",
            "last-modified",
            "server",
            "transfer-encoding");

    private static final Duration READY_LIMIT = Duration.ofSeconds(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private static final String CONFIGURATION = """
            daemon off;
            worker_processes auto;
            %1$s
            pid nginx.pid;
            error_log stderr warn;
            events { worker_connections 1024; }
            http {
                access_log off;
                sendfile on;
                tcp_nopush on;
                keepalive_requests 1000000000;
                open_file_cache max=10 inactive=1h;
                open_file_cache_valid 1h;
                client_body_temp_path body;
                proxy_temp_path proxy;
                fastcgi_temp_path fastcgi;
                uwsgi_temp_path uwsgi;
                scgi_temp_path scgi;
                server {
                    listen 127.0.0.1:%2$d;
                    root files;
                    default_type "%3$s";
            %4$s
                }
            }
            """;

    private final Leash leash = Leash.start();
    private final int port = FreePorts.next();
    private final ProcessHandle process;
    private final Path log;

    private Nginx(Path folder, byte[] body, HttpHeaders headers) throws IOException {
        log = folder.resolve("nginx.log");
        Files.createDirectories(folder.resolve("files"));
        Files.write(folder.resolve("files/answer"), body);
        Path configuration = folder.resolve("nginx.conf");
        boolean isRoot = "root".equals(System.getProperty("user.name"));
        Files.writeString(
                configuration,
                CONFIGURATION.formatted(
                        isRoot ? "user root;" : "",
                        port,
                        headers.firstValue("Content-Type").orElseThrow(),
                        added(headers)));
        process = new ProcessBuilder(
                        Tool.require(PROGRAM), "-p", folder.toString(), "-c", configuration.toString(), "-e", "stderr")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .redirectInput(new File("/dev/null"))
                .start()
                .toHandle();
        leash.hold(process.pid(), "TERM");
        process.onExit().thenRun(() -> leash.release(process.pid()));
    }

    /** Serves these bytes with these headers, but those it says by itself. */
    static Nginx serving(Path folder, byte[] body, HttpHeaders headers) throws IOException, InterruptedException {
        Nginx nginx = new Nginx(Files.createDirectories(folder.resolve(PROGRAM)), body, headers);
        try {
            nginx.awaitReady();
            return nginx;
        } catch (IOException | InterruptedException | RuntimeException e) {
            nginx.close();
            throw e;
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port + "/answer");
    }

    @Override
    public void close() {
        process.destroy();
        Processes.endsWithin(READY_LIMIT, process);
        leash.close();
    }

    static String added(HttpHeaders headers) {
        return headers.map().entrySet().stream()
                .filter(header -> !ITS_OWN.contains(header.getKey().toLowerCase(Locale.ROOT)))
                .flatMap(header -> header.getValue().stream()
                        .map(value -> "        add_header %s \"%s\";"
                                .formatted(
                                        header.getKey(),
                                        value.replace("\\", "\\\\").replace("\"", "\\\""))))
                .collect(Collectors.joining("\n"));
    }

    private void awaitReady() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + READY_LIMIT.toNanos();
        while (!listens()) {
            if (!Processes.runs(process) || System.nanoTime() - deadline > 0) {
                throw new IOException(
                        List.of("nginx did not start:", Files.readString(log)).toString());
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
