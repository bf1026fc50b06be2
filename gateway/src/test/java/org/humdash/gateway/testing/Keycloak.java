package org.humdash.gateway.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real Keycloak, with a realm in which each role of this system is had by a client of the same name. */
public class Keycloak implements QuarkusTestResourceLifecycleManager {

    /** Clients, the roles that the provider gives each, and the audience of its tokens. */
    private static final List<Client> CLIENTS = List.of(
            new Client("partner", "humdash", "partner"),
            new Client("partner-of-staff", "humdash", "partner", "staff"),
            new Client("contributor", "humdash", "contributor"),
            new Client("administrator", "humdash", "partner", "administrator"),
            new Client("stranger", "humdash"),
            new Client("partner-elsewhere", "another-system", "partner"));

    private static final String ADDRESS = "humdash.test.keycloak";
    private static final String SECRET = "only-for-tests";
    private static final Duration START_LIMIT = Duration.ofMinutes(4);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Process process;

    private record Client(String id, String audience, String... roles) {}

    @Override
    public Map<String, String> start() {
        try {
            Path home;
            try (Stream<Path> unpacked = Files.list(Path.of("target/keycloak"))) {
                home = unpacked.filter(Files::isDirectory)
                        .findFirst()
                        .orElseThrow()
                        .toAbsolutePath();
            }
            Files.createDirectories(home.resolve("data/import"));
            Files.writeString(home.resolve("data/import/humdash-realm.json"), realm().encode());
            String address = "http://127.0.0.1:" + freePort();
            System.setProperty(ADDRESS, address);
            ProcessBuilder builder = new ProcessBuilder(
                            home.resolve("bin/kc.sh").toString(),
                            "start-dev",
                            "--http-host=127.0.0.1",
                            "--http-port=" + URI.create(address).getPort(),
                            "--http-management-port=" + freePort(),
                            "--import-realm")
                    .redirectErrorStream(true)
                    .redirectOutput(Path.of("target/keycloak.log").toFile());
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            process = builder.start();
            awaitReady(address);
            return Map.of(
                    "quarkus.oidc.tenant-enabled", "true", "quarkus.oidc.auth-server-url", address + "/realms/humdash");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (process == null) {
            return;
        }
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroy);
        all.forEach(handle -> handle.onExit()
                .orTimeout(20, TimeUnit.SECONDS)
                .exceptionally(late -> {
                    handle.destroyForcibly();
                    return handle;
                })
                .join());
    }

    /** The token that the provider gives one of the clients. */
    public static String token(String client) throws IOException, InterruptedException {
        String form = "grant_type=client_credentials&client_id=" + URLEncoder.encode(client, StandardCharsets.UTF_8)
                + "&client_secret=" + SECRET;
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(System.getProperty(ADDRESS) + "/realms/humdash/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        String token = new JsonObject(answer.body()).getString("access_token");
        if (token == null) {
            throw new IllegalStateException("Keycloak answered " + answer.body());
        }
        return token;
    }

    private static JsonObject realm() {
        JsonArray roles = new JsonArray();
        for (String role : List.of("partner", "contributor", "reviewer", "administrator", "staff")) {
            roles.add(new JsonObject().put("name", role));
        }
        JsonArray clients = new JsonArray();
        JsonArray users = new JsonArray();
        for (Client client : CLIENTS) {
            clients.add(new JsonObject()
                    .put("clientId", client.id())
                    .put("secret", SECRET)
                    .put("serviceAccountsEnabled", true)
                    .put("standardFlowEnabled", false)
                    .put("publicClient", false)
                    .put("fullScopeAllowed", true)
                    .put(
                            "protocolMappers",
                            new JsonArray()
                                    .add(new JsonObject()
                                            .put("name", "audience")
                                            .put("protocol", "openid-connect")
                                            .put("protocolMapper", "oidc-audience-mapper")
                                            .put(
                                                    "config",
                                                    new JsonObject()
                                                            .put("included.custom.audience", client.audience())
                                                            .put("access.token.claim", "true")))));
            users.add(new JsonObject()
                    .put("username", "service-account-" + client.id())
                    .put("enabled", true)
                    .put("serviceAccountClientId", client.id())
                    .put("realmRoles", new JsonArray(List.of(client.roles()))));
        }
        return new JsonObject()
                .put("realm", "humdash")
                .put("enabled", true)
                .put("sslRequired", "none")
                .put("roles", new JsonObject().put("realm", roles))
                .put("clients", clients)
                .put("users", users);
    }

    private void awaitReady(String address) throws IOException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(address + "/realms/humdash/.well-known/openid-configuration"))
                .timeout(Duration.ofSeconds(5))
                .build();
        while (!isReady(request)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IOException("Keycloak did not start:\n" + Files.readString(Path.of("target/keycloak.log")));
            }
        }
    }

    /** Waits a moment if it is not. */
    private static boolean isReady(HttpRequest request) {
        try {
            try {
                if (HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return true;
                }
            } catch (IOException notYet) {
                // Nobody listens yet.
            }
            TimeUnit.MILLISECONDS.sleep(200);
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
