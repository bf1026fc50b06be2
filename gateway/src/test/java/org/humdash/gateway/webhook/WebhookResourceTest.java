package org.humdash.gateway.webhook;

import static org.humdash.gateway.testing.GatewayDatabase.ADMINISTRATOR_KEY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.humdash.gateway.peer.Peer;
import org.humdash.gateway.peer.PeerChanged;
import org.humdash.gateway.testing.Api;
import org.humdash.gateway.testing.FakeService;
import org.humdash.gateway.testing.FakeServices;
import org.humdash.gateway.testing.GatewayTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Webhooks as their owners have them, from the challenge to a message that arrives. */
@GatewayTest
class WebhookResourceTest {

    private static final String WEBHOOKS = "/api/v1/webhooks";
    private static final long PATIENCE_SECONDS = 20;
    private static final String INCIDENT =
            "{\"change\":\"UPSERT\",\"id\":\"i1\",\"recordedAt\":\"2025-12-19T18:30:00Z\",\"incident\":{\"killed\":0.10}}";

    @TestHTTPResource
    URI gateway;

    @FakeServices.Incident
    FakeService incident;

    @FakeServices.Humanitarian
    FakeService humanitarian;

    @Inject
    DataSource dataSource;

    @Inject
    Event<PeerChanged> changed;

    private final FakeService receiver = new FakeService();
    private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final Handler log = new Handler() {
        @Override
        public void publish(LogRecord record) {
            logged.add(record.getMessage() + " " + java.util.Arrays.toString(record.getParameters()) + " "
                    + record.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private Api api;
    private String key;

    private record Message(Map<String, List<String>> headers, byte[] body) {

        String header(String name) {
            return headers.get(name).getFirst();
        }

        JsonObject json() {
            return new JsonObject(new String(body, StandardCharsets.UTF_8));
        }
    }

    @BeforeEach
    void start() throws Exception {
        api = new Api(gateway);
        key = api.key("PARTNER");
        Logger.getLogger("").addHandler(log);
        for (FakeService service : List.of(incident, humanitarian)) {
            service.up();
            service.forget();
        }
        incident.json("/api/v1/incidents/changes", "{\"items\":[],\"nextCursor\":\"begin\"}");
        humanitarian.json("/api/v1/observations/changes", "{\"items\":[],\"nextCursor\":\"begin\"}");
        humanitarian.json("/api/v1/hazards/changes", "{\"items\":[],\"nextCursor\":\"begin\"}");
        receiver.on("/hook", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Map<String, List<String>> headers = new java.util.TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            headers.putAll(exchange.getRequestHeaders());
            messages.add(new Message(headers, body));
            JsonObject message = new JsonObject(new String(body, StandardCharsets.UTF_8));
            FakeService.answer(
                            200,
                            "application/json",
                            message.getJsonObject("data").encode())
                    .to(exchange);
        });
    }

    @AfterEach
    void stop() throws Exception {
        Logger.getLogger("").removeHandler(log);
        receiver.close();
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("truncate webhook cascade");
        }
    }

    @Test
    void aWebhookIsMadeOnceItsEndpointAnsweredTheChallenge() throws Exception {
        HttpResponse<String> answer =
                make("/hook", new JsonArray().add("hazards").add("incidents"));

        assertEquals(201, answer.statusCode());
        assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElseThrow());
        JsonObject made = new JsonObject(answer.body());
        JsonObject webhook = made.getJsonObject("webhook");
        String id = webhook.getString("id");
        assertEquals(
                new JsonObject()
                        .put("id", id)
                        .put("account", "key-" + key.split("_")[1])
                        .put("url", receiver.origin() + "/hook")
                        .put("feeds", new JsonArray().add("incidents").add("hazards"))
                        .put("createdAt", "2025-12-19T18:00:00.123456Z")
                        .put("state", "ACTIVE")
                        .putNull("reason")
                        .putNull("detail")
                        .put("changedAt", "2025-12-19T18:00:00.123456Z")
                        .putNull("failingSince"),
                webhook);
        assertTrue(answer.headers().firstValue("Location").orElseThrow().endsWith(WEBHOOKS + "/" + id));
        Message challenge = messages.take();
        assertEquals("challenge", challenge.json().getString("type"));
        assertEquals(
                48,
                challenge.json().getJsonObject("data").getString("challenge").length());
        isSigned(challenge, made.getString("secret"));
    }

    @Test
    void theSecretIsShownOnceAndStandsInNoLogAndNotInTheDatabase() throws Exception {
        JsonObject made = new JsonObject(make("/hook", null).body());
        String secret = made.getString("secret");
        String id = made.getJsonObject("webhook").getString("id");
        thereIsAnIncident();
        messages.take();
        next();

        String bare = secret.substring("whsec_".length());
        for (String path :
                List.of(WEBHOOKS, WEBHOOKS + "/" + id, WEBHOOKS + "/" + id + "/deliveries", "/api/v1/audit")) {
            HttpResponse<String> shown = api.send("GET", path, ADMINISTRATOR_KEY);
            assertEquals(200, shown.statusCode());
            assertFalse(shown.body().contains(bare), path);
        }
        assertTrue(logged.stream().noneMatch(line -> line.contains(bare)));
        try (var connection = dataSource.getConnection();
                var row = connection.createStatement().executeQuery("select secret, webhook::text from webhook")) {
            row.next();
            assertFalse(row.getString(2).contains(bare));
            assertFalse(contains(row.getBytes(1), Base64.getDecoder().decode(bare)));
        }
    }

    @Test
    void whatIsRecordedArrivesSigned() throws Exception {
        JsonObject made = new JsonObject(make("/hook", null).body());
        messages.take();
        thereIsAnIncident();

        Message message = next();

        isSigned(message, made.getString("secret"));
        assertEquals("changes", message.json().getString("type"));
        assertEquals(
                "{\"feed\":\"incidents\"," + INCIDENT.substring(1),
                new String(message.body(), StandardCharsets.UTF_8)
                        .replaceAll(".*\"items\":\\[(.*)\\],\"nextCursor.*", "$1"));
        String cursor = message.json().getJsonObject("data").getString("nextCursor");
        assertEquals(
                200, api.send("GET", "/api/v1/changes?cursor=" + cursor, key).statusCode());
        String id = made.getJsonObject("webhook").getString("id");
        JsonObject delivery = delivered(id);
        assertEquals(message.header("webhook-id"), delivery.getString("id"));
        assertEquals(1, delivery.getInteger("attempts"));
        assertEquals(1, delivery.getInteger("entries"));
        assertEquals(200, delivery.getInteger("lastStatus"));
        assertTrue(incident.received().stream()
                .filter(one -> one.target().startsWith("/api/v1/incidents/changes"))
                .allMatch(one -> one.header("authorization").getFirst().startsWith("Bearer ey")));

        JsonObject again = new JsonObject().put("from", "2025-12-19T00:00:00Z");
        assertEquals(
                200,
                api.send("POST", WEBHOOKS + "/" + id + "/replay", key, again).statusCode());
        changed.fire(new PeerChanged(Peer.INCIDENT));
        assertFalse(message.header("webhook-id").equals(next().header("webhook-id")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "/wrong|The endpoint did not answer with the challenge.",
                "/empty|The endpoint did not answer with the challenge.",
                "/broken|The endpoint answered 500.",
                "/redirect|The endpoint answered 302.",
                "/nowhere|The endpoint answered 404.",
                "/slow|The endpoint did not answer within 2 s."
            })
    void anEndpointThatDoesNotAnswerTheChallengeIsNotKept(String path, String why) throws Exception {
        receiver.on("/wrong", FakeService.answer(200, "application/json", "{\"challenge\":\"guess\"}"))
                .on("/empty", FakeService.answer(200, "text/plain", ""))
                .on("/broken", FakeService.answer(500, "text/plain", ""))
                .on("/redirect", exchange -> {
                    exchange.getResponseHeaders().set("Location", receiver.origin() + "/hook");
                    exchange.sendResponseHeaders(302, -1);
                })
                .on("/slow", exchange -> messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));

        HttpResponse<String> answer = make(path, null);

        assertEquals(422, answer.statusCode());
        JsonObject problem = new JsonObject(answer.body());
        assertEquals("urn:humdash:problem:webhook-not-verified", problem.getString("type"));
        assertEquals("url", problem.getString("parameter"));
        assertTrue(problem.getString("detail").startsWith(why), answer.body());
        assertEquals(0, list(key).size());
        assertEquals(1, receiver.received().size());
        messages.add(new Message(Map.of(), new byte[0]));
    }

    @Test
    void aPlainEchoIsEnough() throws Exception {
        receiver.on("/plain", exchange -> {
            JsonObject message =
                    new JsonObject(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            FakeService.answer(200, "text/plain", message.getJsonObject("data").getString("challenge") + "\n")
                    .to(exchange);
        });

        assertEquals(201, make("/plain", null).statusCode());
    }

    @Test
    void eachSeesItsOwnAndAnAdministratorAll() throws Exception {
        String other = api.key("PARTNER");
        String id = made();

        assertEquals(1, list(key).size());
        assertEquals(0, list(other).size());
        assertEquals(1, list(ADMINISTRATOR_KEY).size());
        for (String path : List.of("", "/deliveries")) {
            assertEquals(404, api.send("GET", WEBHOOKS + "/" + id + path, other).statusCode());
            assertEquals(
                    200,
                    api.send("GET", WEBHOOKS + "/" + id + path, ADMINISTRATOR_KEY)
                            .statusCode());
        }
        for (String path : List.of("/pause", "/resume", "/replay", "/deliveries/msg_1/replay")) {
            JsonObject body = new JsonObject().put("deadLetters", true);
            assertEquals(
                    404,
                    api.send("POST", WEBHOOKS + "/" + id + path, other, body).statusCode());
        }
        assertEquals(404, api.send("DELETE", WEBHOOKS + "/" + id, other).statusCode());
        assertEquals(1, list(key).size());
        assertEquals(401, api.send("GET", WEBHOOKS, null).statusCode());
        assertEquals(204, api.send("DELETE", WEBHOOKS + "/" + id, key).statusCode());
        assertEquals(404, api.send("GET", WEBHOOKS + "/" + id, key).statusCode());
    }

    @Test
    void aWebhookIsPausedAndResumedByItsOwner() throws Exception {
        String id = made();

        JsonObject paused = new JsonObject(
                api.send("POST", WEBHOOKS + "/" + id + "/pause", key).body());
        assertEquals("PAUSED", paused.getString("state"));
        assertEquals("OWNER", paused.getString("reason"));
        JsonObject resumed = new JsonObject(
                api.send("POST", WEBHOOKS + "/" + id + "/resume", key).body());
        assertEquals("ACTIVE", resumed.getString("state"));
        assertEquals(null, resumed.getString("reason"));
    }

    @Test
    void whatCannotBeReplayedIsRefused() throws Exception {
        String id = made();
        String replay = WEBHOOKS + "/" + id + "/replay";

        assertEquals(
                "Give one of 'cursor', 'from' and 'deadLetters': true.",
                problem(400, api.send("POST", replay, key, new JsonObject())));
        assertEquals(
                "Parameter 'cursor' must be the nextCursor of an earlier page, unaltered.",
                problem(400, api.send("POST", replay, key, new JsonObject().put("cursor", "guess"))));
        assertEquals(
                "This webhook has no dead letters.",
                problem(409, api.send("POST", replay, key, new JsonObject().put("deadLetters", true))));
        assertEquals(
                "This webhook has no dead letter with this id.",
                problem(409, api.send("POST", WEBHOOKS + "/" + id + "/deliveries/msg_1/replay", key)));
    }

    @Test
    void anAccountHasNoMoreThanItsNumber() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertEquals(201, make("/hook", null).statusCode());
        }

        assertEquals("An account may have 3. Delete one that is not needed.", problem(409, make("/hook", null)));
    }

    @Test
    void theListIsReadPageByPage() throws Exception {
        List<String> made = new ArrayList<>(List.of(made(), made(), made()));
        List<String> listed = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonObject page = new JsonObject(
                    api.send("GET", WEBHOOKS + "?limit=2&cursor=" + cursor, key).body());
            page.getJsonArray("items").forEach(item -> listed.add(((JsonObject) item).getString("id")));
            cursor = page.getString("nextCursor");
        }
        made.sort(null);
        assertEquals(made, listed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://hooks.example.org/", "https://user:secret@hooks.example.org/", "nonsense"})
    void anAddressThatNothingIsSentToIsRefused(String url) throws Exception {
        HttpResponse<String> answer = api.send("POST", WEBHOOKS, key, new JsonObject().put("url", url));

        assertEquals(422, answer.statusCode());
        JsonObject problem = new JsonObject(answer.body());
        assertEquals("urn:humdash:problem:webhook-address-refused", problem.getString("type"));
        assertFalse(answer.body().contains("secret@"));
    }

    @Test
    void aFeedThatIsNotThereIsRefused() throws Exception {
        assertEquals(
                "'feeds' has to be some of incidents,observations,hazards.",
                problem(400, make("/hook", new JsonArray().add("alerts"))));
    }

    private void thereIsAnIncident() {
        incident.on("/api/v1/incidents/changes", exchange -> {
            boolean behind = exchange.getRequestURI().getQuery().contains("cursor=behind");
            FakeService.answer(
                            200,
                            "application/json",
                            "{\"items\":[" + (behind ? "" : INCIDENT) + "],\"nextCursor\":\"behind\"}")
                    .to(exchange);
        });
        changed.fire(new PeerChanged(Peer.INCIDENT));
    }

    /** The next message, however long the gateway takes to look: that there is news may be said too early. */
    private Message next() throws InterruptedException {
        for (int i = 0; i < PATIENCE_SECONDS * 5; i++) {
            Message message = messages.poll(200, TimeUnit.MILLISECONDS);
            if (message != null) {
                return message;
            }
            changed.fire(new PeerChanged(Peer.INCIDENT));
        }
        throw new AssertionError("No message arrived");
    }

    /** The last message, once it is recorded that it was accepted. */
    private JsonObject delivered(String id) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            JsonArray items = new JsonObject(api.send("GET", WEBHOOKS + "/" + id + "/deliveries?state=DELIVERED", key)
                            .body())
                    .getJsonArray("items");
            if (!items.isEmpty()) {
                return items.getJsonObject(0);
            }
            assertTrue(System.nanoTime() < until, "It is never recorded");
        }
    }

    private String made() throws Exception {
        HttpResponse<String> answer = make("/hook", null);
        assertEquals(201, answer.statusCode(), answer.body());
        return new JsonObject(answer.body()).getJsonObject("webhook").getString("id");
    }

    private HttpResponse<String> make(String path, JsonArray feeds) throws Exception {
        JsonObject wanted = new JsonObject().put("url", receiver.origin() + path);
        return api.send("POST", WEBHOOKS, key, feeds == null ? wanted : wanted.put("feeds", feeds));
    }

    private JsonArray list(String as) throws Exception {
        return new JsonObject(api.send("GET", WEBHOOKS, as).body()).getJsonArray("items");
    }

    private static String problem(int status, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        return new JsonObject(answer.body()).getString("detail");
    }

    private static void isSigned(Message message, String secret) {
        SigningSecret known = new SigningSecret(Base64.getDecoder().decode(secret.substring("whsec_".length())));
        assertNotNull(message.header("webhook-id"));
        Instant sent = Instant.ofEpochSecond(Long.parseLong(message.header("webhook-timestamp")));
        assertEquals(Instant.parse("2025-12-19T18:00:00Z"), sent);
        assertEquals(
                known.headers(message.header("webhook-id"), sent, message.body())
                        .get("webhook-signature"),
                message.header("webhook-signature"));
    }

    private static boolean contains(byte[] all, byte[] part) {
        return new String(all, StandardCharsets.ISO_8859_1).contains(new String(part, StandardCharsets.ISO_8859_1));
    }
}
