package org.humdash.gateway.idempotency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import io.quarkus.test.common.http.TestHTTPResource;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.humdash.gateway.testing.Api;
import org.humdash.gateway.testing.FakeService;
import org.humdash.gateway.testing.FakeServices;
import org.humdash.gateway.testing.GatewayDatabase;
import org.humdash.gateway.testing.GatewayTest;
import org.humdash.gateway.testing.RawClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class IdempotentPostsTest {

    private static final String CLAIMS = "/api/v1/claims";
    private static final String IMPORTS = "/api/v1/claims/imports";
    private static final String CREATED = "{\"id\":\"7\"}";
    private static final int MIB = 1 << 20;

    @TestHTTPResource
    URI gateway;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @FakeServices.Incident
    FakeService incident;

    @Inject
    DataSource database;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void theServiceIsUp() {
        incident.up();
        incident.forget();
        incident.on(CLAIMS, IdempotentPostsTest::create);
    }

    @Test
    void theSameRequestIsDoneOnceAndAnsweredTwice() throws Exception {
        HttpResponse<String> first = post(CLAIMS, "{\"a\":1}");
        settled();
        HttpResponse<String> second = post(CLAIMS, "{\"a\":1}");

        assertEquals(201, first.statusCode());
        assertNull(header(first, "Idempotency-Replayed"));
        assertEquals(201, second.statusCode());
        assertEquals("true", header(second, "Idempotency-Replayed"));
        assertEquals(CREATED, second.body());
        for (String name : List.of("Content-Type", "Location", "ETag")) {
            assertEquals(header(first, name), header(second, name), name);
        }
        assertEquals("/api/v1/claims/7", header(second, "Location"));
        assertEquals(1, incident.received().size());
        // So that a service that can tell by it does.
        assertEquals(List.of("\"" + key + "\""), incident.received().getFirst().header("idempotency-key"));
    }

    @Test
    void anotherRequestWithTheSameKeyIsRefused() throws Exception {
        post(CLAIMS, "{\"a\":1}");
        settled();

        HttpResponse<String> refused = post(CLAIMS, "{\"a\":2}");
        assertEquals(422, refused.statusCode());
        assertEquals(
                "{\"type\":\"urn:humdash:problem:idempotency-key-reused\",\"status\":422,\"title\":\"This key was used for"
                        + " another request\",\"detail\":\"The first request with this Idempotency-Key had another path,"
                        + " query, format or body. Nothing was done. Every request that is to be done needs a key of its"
                        + " own.\",\"instance\":\"/api/v1/claims\"}",
                refused.body());
        assertEquals(422, post(CLAIMS, "{\"a\":1,\"b\":1}").statusCode());
        assertEquals(422, post(CLAIMS + "?dryRun=true", "{\"a\":1}").statusCode());
        assertEquals(422, post(IMPORTS, "{\"a\":1}").statusCode());
        assertEquals(1, incident.received().size());
    }

    @Test
    void whileTheFirstIsUnderWayTheSecondIsToldToWait() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        incident.on(CLAIMS, exchange -> {
            asked.countDown();
            answer.await(5, TimeUnit.SECONDS);
            create(exchange);
        });
        CompletableFuture<HttpResponse<String>> first =
                client.sendAsync(request(CLAIMS, BodyPublishers.ofString("{}")), HttpResponse.BodyHandlers.ofString());
        assertTrue(asked.await(5, TimeUnit.SECONDS));

        HttpResponse<String> second = post(CLAIMS, "{}");
        answer.countDown();

        assertEquals(409, second.statusCode());
        assertEquals("2", header(second, "Retry-After"));
        assertTrue(second.body().startsWith("{\"type\":\"urn:humdash:problem:idempotency-key-in-use\""), second.body());
        assertEquals(201, first.get(5, TimeUnit.SECONDS).statusCode());
        settled();
        assertEquals("true", header(post(CLAIMS, "{}"), "Idempotency-Replayed"));
        assertEquals(1, incident.received().size());
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 429, 500, 503})
    void anAnswerThatIsNotTheEndOfTheMatterIsNotKept(int status) throws Exception {
        AtomicLong times = new AtomicLong();
        incident.on(CLAIMS, exchange -> {
            if (times.incrementAndGet() == 1) {
                FakeService.answer(status, "application/problem+json", "{}").to(exchange);
            } else {
                create(exchange);
            }
        });

        assertEquals(status, post(CLAIMS, "{}").statusCode());
        settled();

        HttpResponse<String> second = post(CLAIMS, "{}");
        assertEquals(201, second.statusCode());
        assertNull(header(second, "Idempotency-Replayed"));
    }

    @Test
    void aRefusalOfTheServiceIsKept() throws Exception {
        incident.on(CLAIMS, FakeService.answer(400, "application/problem+json", "{\"title\":\"no\"}"));
        post(CLAIMS, "{}");
        settled();
        incident.on(CLAIMS, IdempotentPostsTest::create);

        HttpResponse<String> second = post(CLAIMS, "{}");
        assertEquals(400, second.statusCode());
        assertEquals("application/problem+json", header(second, "Content-Type"));
        assertEquals("{\"title\":\"no\"}", second.body());
    }

    @Test
    void noAnswerIsNotKept() throws Exception {
        incident.on(CLAIMS, HttpExchange::close);
        assertEquals(502, post(CLAIMS, "{}").statusCode());
        settled();
        incident.on(CLAIMS, IdempotentPostsTest::create);

        assertEquals(201, post(CLAIMS, "{}").statusCode());
    }

    @Test
    void aClientThatWentAwayLearnsLaterWhatBecameOfIt() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        incident.on(CLAIMS, exchange -> {
            asked.countDown();
            answer.await(2, TimeUnit.SECONDS);
            create(exchange);
        });
        try (RawClient impatient = new RawClient(gateway)) {
            impatient.send(
                    "POST " + CLAIMS + " HTTP/1.1",
                    "Host: x",
                    "Authorization: Bearer " + GatewayDatabase.ADMINISTRATOR_KEY,
                    "Content-Type: application/json",
                    "Idempotency-Key: \"" + key + "\"",
                    "Content-Length: 2",
                    "",
                    "{}");
            assertTrue(asked.await(5, TimeUnit.SECONDS));
        }
        answer.countDown();
        settled();

        HttpResponse<String> second = post(CLAIMS, "{}");
        assertEquals(201, second.statusCode());
        assertEquals("true", header(second, "Idempotency-Replayed"));
        assertEquals(CREATED, second.body());
        assertEquals(1, incident.received().size());
    }

    @Test
    void aClientThatWentAwayInTheMiddleOfItsUploadMayBeginAgain() throws Exception {
        incident.on(IMPORTS, exchange -> {
            exchange.getRequestBody().transferTo(java.io.OutputStream.nullOutputStream());
            create(exchange);
        });
        try (RawClient impatient = new RawClient(gateway)) {
            impatient.send(
                    "POST " + IMPORTS + " HTTP/1.1",
                    "Host: x",
                    "Authorization: Bearer " + GatewayDatabase.ADMINISTRATOR_KEY,
                    "Content-Type: application/json",
                    "Idempotency-Key: \"" + key + "\"",
                    "Content-Length: 200",
                    "",
                    "{");
            until(() -> count("true") == 1);
        }
        until(() -> count("true") == 0);

        assertEquals(201, post(IMPORTS, "{}").statusCode());
    }

    @Test
    void aLongUploadIsComparedToItsLastByte() throws Exception {
        AtomicLong arrived = new AtomicLong();
        incident.on(IMPORTS, exchange -> {
            arrived.addAndGet(exchange.getRequestBody().transferTo(java.io.OutputStream.nullOutputStream()));
            create(exchange);
        });
        byte[] rows = new byte[6 * MIB];
        assertEquals(201, stream(rows).statusCode());
        settled();

        HttpResponse<String> again = stream(rows);
        rows[rows.length - 1] = 1;
        HttpResponse<String> another = stream(rows);

        assertEquals("true", header(again, "Idempotency-Replayed"));
        assertEquals(422, another.statusCode());
        assertEquals(422, stream(new byte[6 * MIB + 1]).statusCode());
        assertEquals(6L * MIB, arrived.get());
    }

    @Test
    void anAnswerTooLargeToKeepIsNotGivenAgainAndTheRequestNotDoneAgain() throws Exception {
        incident.json(CLAIMS, "\"" + "x".repeat(300_000) + "\"");
        assertEquals(300_002, post(CLAIMS, "{}").body().length());
        settled();

        HttpResponse<String> second = post(CLAIMS, "{}");
        assertEquals(409, second.statusCode());
        assertTrue(second.body().startsWith("{\"type\":\"urn:humdash:problem:answer-not-kept\""), second.body());
        assertEquals(1, incident.received().size());
    }

    @Test
    void everyAccountHasKeysOfItsOwn() throws Exception {
        String other = new Api(gateway).key("CONTRIBUTOR");
        post(CLAIMS, "{}");
        settled();

        HttpRequest request = HttpRequest.newBuilder(gateway.resolve(CLAIMS))
                .POST(BodyPublishers.ofString("{}"))
                .header("Authorization", "Bearer " + other)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "\"" + key + "\"")
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());

        assertEquals(201, answer.statusCode());
        assertNull(header(answer, "Idempotency-Replayed"));
        assertEquals(2, incident.received().size());
    }

    @Test
    void aMalformedKeyIsRefusedBeforeAnythingIsDone() throws Exception {
        HttpResponse<String> answer = client.send(
                builder(CLAIMS)
                        .header("Idempotency-Key", "two words")
                        .POST(BodyPublishers.ofString("{}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertEquals(400, answer.statusCode());
        assertEquals(
                "{\"type\":\"urn:humdash:problem:invalid-idempotency-key\",\"status\":400,\"title\":\"The Idempotency-Key"
                        + " cannot be used\",\"detail\":\"Header Idempotency-Key has to be a string in quotes, such as"
                        + " \\\"8e03978e-40d5-43dd-bc93-6894a57f9324\\\".\",\"instance\":\"/api/v1/claims\"}",
                answer.body());
        assertEquals(List.of(), incident.received());
    }

    @Test
    void anApiKeyIsMadeOnceAndItsSecretKeptNowhere() throws Exception {
        String wanted = "{\"owner\":\"a test\",\"role\":\"PARTNER\"}";
        HttpResponse<String> first = post("/api/v1/api-keys", wanted);
        settled();
        HttpResponse<String> second = post("/api/v1/api-keys", wanted);

        assertEquals(201, first.statusCode(), first.body());
        assertEquals(409, second.statusCode());
        assertTrue(second.body().startsWith("{\"type\":\"urn:humdash:problem:answer-not-kept\""), second.body());
        assertEquals(
                URI.create(header(first, "Location")).getPath(),
                URI.create(header(second, "Location")).getPath());
        String secret = new JsonObject(first.body()).getString("key").substring("humdash_0123456789abcdef_".length());
        assertFalse(everythingKept().contains(secret));
        assertEquals(
                422, post("/api/v1/api-keys", wanted.replace("test", "rest")).statusCode());
    }

    @Test
    void aRefusedApiKeyMayBeAskedForAgain() throws Exception {
        assertEquals(400, post("/api/v1/api-keys", "{\"role\":\"PARTNER\"}").statusCode());
        settled();

        assertEquals(
                201,
                post("/api/v1/api-keys", "{\"owner\":\"a\",\"role\":\"PARTNER\"}")
                        .statusCode());
    }

    @Test
    void aRequestThatItsGatewayLostIsDoneAgain() throws Exception {
        post(CLAIMS, "{}");
        settled();
        lose("2025-12-19T17:59:30Z");
        assertEquals(409, post(CLAIMS, "{}").statusCode());

        lose("2025-12-19T17:58:59Z");
        assertEquals(422, post(CLAIMS + "?x=1", "{}").statusCode());
        HttpResponse<String> taken = post(CLAIMS, "{}");

        assertEquals(201, taken.statusCode());
        assertNull(header(taken, "Idempotency-Replayed"));
        assertEquals(2, incident.received().size());
        settled();
        assertEquals("true", header(post(CLAIMS, "{}"), "Idempotency-Replayed"));
    }

    @Test
    void afterItsTimeAnAnswerIsForgotten() throws Exception {
        post(CLAIMS, "{}");
        settled();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "update kept_answer set begun_at = ?::timestamptz, alive_at = ?::timestamptz where id = ?")) {
            statement.setString(1, "2025-12-17T17:59:59Z");
            statement.setString(2, "2025-12-17T18:00:00Z");
            statement.setBytes(3, id());
            statement.executeUpdate();
        }

        assertEquals(201, post(CLAIMS, "{\"other\":1}").statusCode());
        assertEquals(2, incident.received().size());
    }

    @Test
    void whatIsTooOldIsTakenOut() throws Exception {
        KeptAnswerRepository answers = new KeptAnswerRepository(database);
        Instant old = Instant.parse("2020-01-01T00:00:00Z");
        answers.begin(id(), "key-test", UUID.randomUUID(), new byte[32], old, old, old);
        assertEquals(1, count("true"));

        answers.forgetBegunBefore(old);
        assertEquals(1, count("true"));
        answers.forgetBegunBefore(old.plusSeconds(1));
        assertEquals(0, count("true"));
    }

    @Test
    void whatWasKnownOfARequestIsCounted() throws Exception {
        post(CLAIMS, "{}");
        settled();
        double before = replayed();

        post(CLAIMS, "{}");

        assertEquals(before + 1, replayed());
    }

    private double replayed() throws Exception {
        return RawClient.get(metrics, metrics.getPath(), "Accept: text/plain")
                .body()
                .lines()
                .filter(line -> line.startsWith("humdash_gateway_idempotency_total{outcome=\"replayed\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void onlyOneOfManyThatComeAtOnceIsDone() throws Exception {
        incident.on(CLAIMS, exchange -> create(exchange));
        List<CompletableFuture<HttpResponse<String>>> all = java.util.stream.Stream.generate(() -> client.sendAsync(
                        request(CLAIMS, BodyPublishers.ofString("{}")), HttpResponse.BodyHandlers.ofString()))
                .limit(20)
                .toList();
        for (CompletableFuture<HttpResponse<String>> one : all) {
            int status = one.get(10, TimeUnit.SECONDS).statusCode();
            assertTrue(status == 201 || status == 409, "" + status);
        }
        assertEquals(1, incident.received().size());
    }

    private static void create(HttpExchange exchange) throws Exception {
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Location", "/api/v1/claims/7");
        exchange.getResponseHeaders().set("ETag", "\"7\"");
        FakeService.answer(201, "application/json", CREATED).to(exchange);
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return client.send(request(path, BodyPublishers.ofString(body)), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> stream(byte[] rows) throws Exception {
        return client.send(
                request(IMPORTS, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(rows))),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String path, HttpRequest.BodyPublisher body) {
        return builder(path)
                .header("Idempotency-Key", "\"" + key + "\"")
                .POST(body)
                .build();
    }

    private HttpRequest.Builder builder(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path))
                .header("Authorization", "Bearer " + GatewayDatabase.ADMINISTRATOR_KEY)
                .header("Content-Type", "application/json");
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse(null);
    }

    private byte[] id() {
        return Fingerprint.ofKey("administrator", new IdempotencyKey(key));
    }

    /** The gateway has written down what became of the request. */
    private void settled() throws Exception {
        until(() -> count("answered_at is null") == 0);
    }

    /** As if the gateway had ended while the request was under way. */
    private void lose(String aliveAt) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("update kept_answer set alive_at ="
                        + " ?::timestamptz, answered_at = null, body = null, body_length = null, status = null, headers ="
                        + " null, answer = null where id = ?")) {
            statement.setString(1, aliveAt);
            statement.setBytes(2, id());
            statement.executeUpdate();
        }
    }

    private int count(String condition) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select count(*) from kept_answer where id = ? and " + condition)) {
            statement.setBytes(1, id());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private String everythingKept() throws SQLException {
        StringBuilder text = new StringBuilder();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select * from kept_answer")) {
            while (row.next()) {
                for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                    byte[] bytes = row.getBytes(column);
                    text.append(bytes == null ? "" : new String(bytes, StandardCharsets.ISO_8859_1));
                }
            }
        }
        return text.toString();
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void until(Condition condition) throws Exception {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.holds()) {
            assertTrue(System.nanoTime() < limit, "It did not happen within 10 s");
            Thread.onSpinWait();
        }
    }
}
