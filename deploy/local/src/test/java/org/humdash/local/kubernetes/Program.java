package org.humdash.local.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One of the packaged programs, run with the environment that a manifest gives its container. */
final class Program implements AutoCloseable {

    private static final int MINUTES = 5;
    private static final Map<String, String> DATABASES =
            Map.of("gateway", "gateway", "incident-service", "incident", "humanitarian-service", "humanitarian");

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonNode container;
    private final Path log;
    private final int port;
    private final int managementPort;
    private final Process process;

    private Program(String name, JsonNode container, Database database, String login) throws IOException {
        this.container = container;
        this.log = Files.createTempFile("humdash-" + name, ".log");
        this.port = Database.freePort();
        this.managementPort = Database.freePort();
        Path jar = Manifests.DEPLOY.resolveSibling(name).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new AssertionError(jar + " is missing: package it first");
        }
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        for (JsonNode variable : container.path("env")) {
            builder.environment()
                    .put(variable.path("name").asText(), value(variable, DATABASES.get(name) + "_" + login, database));
        }
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        builder.environment().put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
        this.process = builder.start();
    }

    /** The migrations of a release, as the login {@code a} or {@code b}. */
    static Program job(String name, Database database, String login) throws IOException {
        return new Program(
                name,
                Manifests.of(Manifests.KUBERNETES.resolve("base/" + name + "/migration-job.yaml"))
                        .one("Job", name + "-migration-release")
                        .at("/spec/template/spec/containers/0"),
                database,
                login);
    }

    static Program deployment(String name, Database database, String login) throws IOException {
        return new Program(
                name,
                Manifests.of(Manifests.KUBERNETES.resolve("base/" + name + "/deployment.yaml"))
                        .one("Deployment", name)
                        .at("/spec/template/spec/containers/0"),
                database,
                login);
    }

    /** Settings and Secrets stand for themselves; the address of the database is that of this machine. */
    private static String value(JsonNode variable, String role, Database database) {
        String name = variable.path("name").asText();
        if (variable.has("valueFrom")) {
            return switch (variable.at("/valueFrom/secretKeyRef/key").asText()) {
                case "username" -> role;
                case "password" -> "of-" + role;
                case "administrator-key" -> "humdash_0123456789abcdef_" + "A".repeat(43);
                case "webhook-encryption-keys" -> "A".repeat(43) + "=";
                default -> throw new AssertionError("unknown: " + variable);
            };
        }
        return switch (name) {
            case "HUMDASH_GATEWAY_PUBLIC_URL" -> "https://api.example.org";
            case "DATABASE_TLS" -> "sslmode=disable";
            default ->
                variable.path("value")
                        .asText()
                        .replace("humdash-db-rw:5432", "127.0.0.1:" + database.port())
                        .replace("$(DATABASE_TLS)", "sslmode=disable");
        };
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            throw new AssertionError("still running:\n" + log());
        }
        return process.exitValue();
    }

    /** Waits until each probe of the manifest is answered with 200. */
    void awaitProbes() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
        for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
            String path = container.path(probe).at("/httpGet/path").asText();
            while (statusOf(managementPort, path) != 200) {
                if (process.waitFor(200, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
                    throw new AssertionError(path + " was not answered:\n" + log());
                }
            }
        }
    }

    int get(String path) throws IOException, InterruptedException {
        return statusOf(port, path);
    }

    private int statusOf(int at, String path) throws InterruptedException {
        try {
            return http.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + at + path))
                                    .timeout(Duration.ofSeconds(10))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    void stop() {
        process.destroy();
        process.onExit().join();
    }

    @Override
    public void close() throws IOException {
        stop();
        Files.delete(log);
    }
}
