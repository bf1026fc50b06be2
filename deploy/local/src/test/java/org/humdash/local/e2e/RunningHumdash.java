package org.humdash.local.e2e;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * {@code ./humdash up} on free ports with a new data folder, once for all end-to-end tests, and {@code ./humdash down}
 * after the last of them. A test class asks for it as a parameter of its constructor.
 */
final class RunningHumdash implements ParameterResolver {

    /** Held by a class of tests as long as it uses the one that all share. */
    static final String ONE = "the running system";

    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** The folder with the script {@code humdash} and the pom of all modules. */
    static final Path PROJECT = Path.of("").toAbsolutePath().getParent().getParent();

    private static final int MINUTES_TO_START = 5;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Running.class;
    }

    @Override
    public Running resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(RunningHumdash.class))
                .computeIfAbsent(Running.class, type -> Running.start(), Running.class);
    }

    /** The addresses and secrets of what runs, and the few ways the tests talk to it. */
    static final class Running implements AutoCloseable {

        private final HttpClient http = HttpClient.newHttpClient();
        private final Path folder;
        private final JsonNode run;
        private final Properties secrets = new Properties();

        private Running(Path folder) {
            this.folder = folder;
            try (Reader file = Files.newBufferedReader(folder.resolve("secrets.properties"))) {
                run = JSON.readTree(folder.resolve("run.json").toFile());
                secrets.load(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** One of one's own, for a test that wants nothing but the starting data; whoever starts it closes it. */
        static Running start() {
            return start(Map.of());
        }

        /** The same, told something by its environment. */
        static Running start(Map<String, String> environment) {
            try {
                return start(environment, Files.createTempDirectory("humdash-e2e-"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The same on a data folder that is there. */
        static Running start(Map<String, String> environment, Path folder) {
            try {
                Path output = folder.resolve("up.txt");
                Process up =
                        humdash(environment, output, "up", "--free-ports", "--no-build", "--data", folder.toString());
                long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES_TO_START);
                while (!isReady(folder)) {
                    if (up.waitFor(200, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
                        up.destroy();
                        throw new AssertionError("humdash up did not become ready:\n" + Files.readString(output));
                    }
                }
                return new Running(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        private static boolean isReady(Path folder) throws IOException {
            Path file = folder.resolve("run.json");
            return Files.exists(file)
                    && "READY".equals(JSON.readTree(file.toFile()).path("state").asText());
        }

        /** Runs another command of the script to its end and requires that it succeeds. */
        static void command(Path output, String... arguments) throws IOException {
            int code = humdash(Map.of(), output, arguments).onExit().join().exitValue();
            if (code != 0) {
                throw new AssertionError(
                        String.join(" ", arguments) + " ended with " + code + ":\n" + Files.readString(output));
            }
        }

        private static Process humdash(Map<String, String> environment, Path output, String... arguments)
                throws IOException {
            List<String> command =
                    new ArrayList<>(List.of("bash", PROJECT.resolve("humdash").toString()));
            command.addAll(List.of(arguments));
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            return builder.start();
        }

        /** What {@code up} printed so far. */
        String printed() throws IOException {
            return Files.readString(folder.resolve("up.txt"));
        }

        String address(String name) {
            return run.at("/addresses/" + name).asText();
        }

        Path folder() {
            return folder;
        }

        String administratorKey() {
            return secrets.getProperty("administrator.key");
        }

        /** A GET of a path of the gateway. */
        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return getUrl(address("gateway") + path);
        }

        /** The same with a key. */
        HttpResponse<String> get(String path, String key) throws IOException, InterruptedException {
            return http.send(
                    HttpRequest.newBuilder(URI.create(address("gateway") + path))
                            .header("Authorization", "Bearer " + key)
                            .build(),
                    BodyHandlers.ofString());
        }

        HttpResponse<String> getUrl(String url) throws IOException, InterruptedException {
            return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
        }

        /** The JSON of a path of the gateway that must answer 200. */
        JsonNode json(String path) throws IOException, InterruptedException {
            HttpResponse<String> response = get(path);
            if (response.statusCode() != 200) {
                throw new AssertionError(path + " answered " + response.statusCode() + ": " + response.body());
            }
            return JSON.readTree(response.body());
        }

        /** A POST to a path of the gateway; with a key unless {@code key} is null. */
        HttpResponse<String> post(String path, String contentType, String body, String key)
                throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(URI.create(address("gateway") + path))
                    .header("Content-Type", contentType)
                    .POST(HttpRequest.BodyPublishers.ofString(body));
            if (key != null) {
                request.header("Authorization", "Bearer " + key);
            }
            return http.send(request.build(), BodyHandlers.ofString());
        }

        /** A connection with the rights of the dashboards. */
        Connection reader(String database) throws SQLException {
            return DriverManager.getConnection(
                    "jdbc:postgresql://" + address("postgres") + "/" + database,
                    "grafana_reader",
                    secrets.getProperty("grafana_reader.password"));
        }

        /** A connection with the rights of the service that owns the database; it sees what the service's own do. */
        Connection owner(String database) throws SQLException {
            return DriverManager.getConnection(
                    "jdbc:postgresql://" + address("postgres") + "/" + database,
                    database + "_owner",
                    secrets.getProperty(database + "_owner.password"));
        }

        /** The process of one of the services. */
        ProcessHandle process(String name) {
            for (JsonNode process : run.path("processes")) {
                if (process.path("name").asText().equals(name)) {
                    return ProcessHandle.of(process.path("pid").asLong()).orElseThrow();
                }
            }
            throw new AssertionError("no process " + name + " in " + run);
        }

        boolean runs(String name) {
            for (JsonNode process : run.path("processes")) {
                if (process.path("name").asText().equals(name)) {
                    return ProcessHandle.of(process.path("pid").asLong())
                            .filter(ProcessHandle::isAlive)
                            .isPresent();
                }
            }
            return false;
        }

        @Override
        public void close() throws IOException {
            down();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }

        /** Stops everything and leaves the data folder. */
        void down() throws IOException {
            List<ProcessHandle> processes = new ArrayList<>();
            run.path("processes")
                    .forEach(process ->
                            ProcessHandle.of(process.path("pid").asLong()).ifPresent(processes::add));
            Path output = folder.resolve("down.txt");
            int code = humdash(Map.of(), output, "down", "--data", folder.toString())
                    .onExit()
                    .join()
                    .exitValue();
            List<ProcessHandle> left =
                    processes.stream().filter(ProcessHandle::isAlive).toList();
            if (code != 0 || !left.isEmpty()) {
                throw new AssertionError(
                        "down ended with " + code + ", left " + left + ":\n" + Files.readString(output));
            }
        }
    }
}
