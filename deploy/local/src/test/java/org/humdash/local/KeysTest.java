package org.humdash.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class KeysTest {

    private static final String KEPT = """
            {"id": "6b641bd3b7d0f356", "account": "key-6b641bd3b7d0f356", "owner": "A relief organisation", "role": "PARTNER",
             "clearance": "PARTNER", "expiresAt": "2027-12-31T00:00:00Z", "lastUsedAt": "2026-11-26T01:02:03.456Z"}""";

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private HttpServer server;
    private int status = 200;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aNewKeyIsShownOnceOnALineOfItsOwn() throws Exception {
        answers.put("POST /api/v1/api-keys", "{\"key\": \"humdash_6b641bd3b7d0f356_x\", \"kept\": " + KEPT + "}");

        run("create", "--owner", "A relief organisation", "--role", "PARTNER");

        assertEquals(
                "humdash_6b641bd3b7d0f356_x",
                said.toString(StandardCharsets.UTF_8).lines().findFirst().orElseThrow());
        assertEquals(1, asked.size());
        assertEquals("Bearer the-key", asked.getFirst().split("\n")[1]);
    }

    @Test
    void keysAreListedPageAfterPage() throws Exception {
        answers.put("GET /api/v1/api-keys?limit=1000&cursor=", "{\"items\": [" + KEPT + "], \"nextCursor\": \"n\"}");
        answers.put(
                "GET /api/v1/api-keys?limit=1000&cursor=n",
                "{\"items\": [{\"id\": \"7b641bd3b7d0f356\", \"owner\": \"Two\\u001b[2J\", \"role\": \"REVIEWER\","
                        + " \"clearance\": \"STAFF\", \"revokedAt\": \"2026-01-01T00:00:00Z\"}], \"nextCursor\": null}");

        run("list");

        assertEquals("""
                id                role           clearance  last used             ends                  owner
                6b641bd3b7d0f356  PARTNER        PARTNER    2026-11-26T01:02:03Z  2027-12-31T00:00:00Z  A relief organisation
                7b641bd3b7d0f356  REVIEWER       STAFF      never                 revoked               Two?[2J
                """, said.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aKeyIsRevoked() throws Exception {
        answers.put("DELETE /api/v1/api-keys/6b641bd3b7d0f356", KEPT);

        run("revoke", "6b641bd3b7d0f356");

        assertEquals("revoked 6b641bd3b7d0f356 of A relief organisation\n", said.toString(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsRefusedIsSaidInTheWordsOfTheGatewayAndNotSentAgain() {
        status = 503;
        answers.put(
                "POST /api/v1/api-keys", "{\"title\": \"It cannot be told who is asking\", \"detail\": \"Later.\"}");

        LocalException refusal =
                assertThrows(LocalException.class, () -> run("create", "--owner", "x", "--role", "PARTNER"));

        assertEquals("the gateway refused: 503: It cannot be told who is asking: Later.", refusal.getMessage());
        assertEquals(1, asked.size());
    }

    private void run(String... words) throws InterruptedException {
        try (GatewayClient gateway =
                new GatewayClient("http://127.0.0.1:" + server.getAddress().getPort(), "the-key")) {
            assertEquals(
                    ExitCode.OK,
                    new Keys(gateway, new PrintStream(said, true, StandardCharsets.UTF_8))
                            .run(KeyArguments.parse(List.of(words))));
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        asked.add(request + "\n" + exchange.getRequestHeaders().getFirst("Authorization"));
        byte[] body = answers.getOrDefault(request, "{}").getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
