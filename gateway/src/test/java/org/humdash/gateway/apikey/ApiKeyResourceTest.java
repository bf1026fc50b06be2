package org.humdash.gateway.apikey;

import static org.humdash.gateway.testing.GatewayDatabase.ADMINISTRATOR_KEY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.humdash.gateway.testing.Api;
import org.humdash.gateway.testing.FakeService;
import org.humdash.gateway.testing.FakeServices;
import org.humdash.gateway.testing.GatewayTest;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys from their making to their end, and what the services are told about whoever uses one. */
@GatewayTest
class ApiKeyResourceTest {

    private static final String KEYS = "/api/v1/api-keys";
    private static final String CLAIMS = "/api/v1/claims";

    @TestHTTPResource
    URI gateway;

    @FakeServices.Incident
    FakeService incident;

    @Inject
    DataSource dataSource;

    @Inject
    Clock clock;

    Api api;

    @BeforeEach
    void asAClient() {
        api = new Api(gateway);
        incident.up();
        incident.forget();
        incident.json(CLAIMS, "{}");
    }

    @Test
    void aKeyIsShownOnceAndKeptAsAHash() throws Exception {
        HttpResponse<String> answer = api.send(
                "POST",
                KEYS,
                ADMINISTRATOR_KEY,
                new JsonObject().put("owner", "A relief organisation").put("role", "PARTNER"));

        assertEquals(201, answer.statusCode());
        assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElseThrow());
        JsonObject made = new JsonObject(answer.body());
        SentKey sent = SentKey.parse(made.getString("key")).orElseThrow();
        JsonObject kept = made.getJsonObject("kept");
        assertEquals(
                new JsonObject()
                        .put("id", sent.id())
                        .put("account", "key-" + sent.id())
                        .put("owner", "A relief organisation")
                        .put("role", "PARTNER")
                        .put("clearance", "PARTNER")
                        .put("createdAt", kept.getString("createdAt"))
                        .put("createdBy", "administrator")
                        .putNull("expiresAt")
                        .putNull("revokedAt")
                        .putNull("revokedBy")
                        .putNull("lastUsedAt"),
                kept);
        HttpResponse<String> later = api.send("GET", KEYS + "/" + sent.id(), ADMINISTRATOR_KEY);
        assertEquals(kept, new JsonObject(later.body()));
        try (var connection = dataSource.getConnection();
                var row = connection
                        .createStatement()
                        .executeQuery("select api_key::text from api_key where id = '" + sent.id() + "'")) {
            row.next();
            assertFalse(row.getString(1).contains(sent.secret()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PARTNER, partner",
        "CONTRIBUTOR, contributor staff",
        "REVIEWER, contributor reviewer staff",
        "ADMINISTRATOR, administrator contributor reviewer staff"
    })
    void theServiceIsToldWhoIsAsking(String role, String groups) throws Exception {
        String key = api.key(role);

        assertEquals(200, api.send("GET", CLAIMS, key).statusCode());

        JwtClaims claims = believed(authorization());
        assertEquals("key-" + SentKey.parse(key).orElseThrow().id(), claims.getSubject());
        assertEquals(List.of(groups.split(" ")), claims.getStringListClaimValue("groups"));
        assertFalse(authorization().contains(key));
    }

    @Test
    void whoeverSendsNoKeyIsNobodyToTheService() throws Exception {
        assertEquals(200, api.send("GET", CLAIMS, null).statusCode());

        assertEquals(List.of(), incident.received().getFirst().header("authorization"));
    }

    @Test
    void aKeyIsTakenAsXApiKeyToo() throws Exception {
        String key = api.key("PARTNER");
        var request = java.net.http.HttpRequest.newBuilder(gateway.resolve(CLAIMS))
                .header("X-API-Key", key)
                .build();

        java.net.http.HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertEquals(List.of("partner"), believed(authorization()).getStringListClaimValue("groups"));
        assertEquals(List.of(), incident.received().getFirst().header("x-api-key"));
    }

    @Test
    void aRevokedKeyIsRefusedAtOnce() throws Exception {
        String key = api.key("PARTNER");
        String id = SentKey.parse(key).orElseThrow().id();
        assertEquals(200, api.send("GET", CLAIMS, key).statusCode());

        JsonObject revoked = new JsonObject(
                api.send("DELETE", KEYS + "/" + id, ADMINISTRATOR_KEY).body());

        assertEquals("administrator", revoked.getString("revokedBy"));
        assertNotNull(revoked.getString("revokedAt"));
        refused(api.send("GET", CLAIMS, key));
        JsonObject again = new JsonObject(
                api.send("DELETE", KEYS + "/" + id, ADMINISTRATOR_KEY).body());
        assertEquals(revoked.getString("revokedAt"), again.getString("revokedAt"));
    }

    @Test
    void aKeyWhoseTimeHasPassedIsRefused() throws Exception {
        String key = api.key("PARTNER");
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(
                        "update api_key set created_at = '2025-12-01', expires_at = '2025-12-02' where id = ?")) {
            statement.setString(1, SentKey.parse(key).orElseThrow().id());
            statement.executeUpdate();
        }

        refused(api.send("GET", CLAIMS, key));
    }

    @Test
    void anotherSecretUnderTheSameIdIsRefused() throws Exception {
        String key = api.key("CONTRIBUTOR");
        char last = key.charAt(key.length() - 1);

        refused(api.send("GET", CLAIMS, key.substring(0, key.length() - 1) + (last == 'A' ? 'E' : 'A')));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"guess", "e30.e30.e30", "humdash_ffffffffffffffff_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void whateverIsNoKeyIsRefusedAndNotTakenForNobody(String key) throws Exception {
        refused(api.send("GET", CLAIMS, key));
        refused(api.send("POST", CLAIMS, key, new JsonObject()));
        assertEquals(List.of(), incident.received());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PARTNER", "CONTRIBUTOR", "REVIEWER"})
    void onlyAnAdministratorMakesKeys(String role) throws Exception {
        HttpResponse<String> answer = api.send(
                "POST", KEYS, api.key(role), new JsonObject().put("owner", "me").put("role", "ADMINISTRATOR"));

        assertEquals(403, answer.statusCode());
        assertEquals("urn:humdash:problem:forbidden", new JsonObject(answer.body()).getString("type"));
        assertEquals(401, api.send("GET", KEYS, null).statusCode());
    }

    @Test
    void aContributorWithLessThanTheClearanceOfStaffIsNotMade() throws Exception {
        HttpResponse<String> answer = api.send(
                "POST",
                KEYS,
                ADMINISTRATOR_KEY,
                new JsonObject().put("owner", "x").put("role", "CONTRIBUTOR").put("clearance", "PARTNER"));

        assertEquals(400, answer.statusCode());
        assertEquals(
                "A contributor has to be cleared for what staff may see.",
                new JsonObject(answer.body()).getString("detail"));
    }

    @Test
    void aKeyThatHasAlreadyEndedIsNotMade() throws Exception {
        HttpResponse<String> answer = api.send(
                "POST",
                KEYS,
                ADMINISTRATOR_KEY,
                new JsonObject().put("owner", "x").put("role", "PARTNER").put("expiresAt", Instant.EPOCH.toString()));

        assertEquals(400, answer.statusCode());
        assertEquals("'expiresAt' has to be in the future.", new JsonObject(answer.body()).getString("detail"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"}", " {}", "x", "\u0000"})
    void aBodyThatGoesOnAfterItsJsonIsRefused(String rest) throws Exception {
        HttpResponse<String> answer = api.sendText(
                "POST",
                KEYS,
                ADMINISTRATOR_KEY,
                new JsonObject().put("owner", "x").put("role", "PARTNER").encode() + rest);

        assertEquals(400, answer.statusCode());
        assertEquals("urn:humdash:problem:invalid-body", new JsonObject(answer.body()).getString("type"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[]; The body cannot be read: look at line 1, column 1.",
                "{\"owner\": \"x\",; The body cannot be read: look at line 1, column 15.",
                "{\"owner\": \"x\", \"role\": {}}; 'The body cannot be read: look at line 1, column 24, field ''role''.'"
            })
    void aBodyThatIsNotWhatIsAskedForIsRefusedWithThePlace(String body, String detail) throws Exception {
        HttpResponse<String> answer = api.sendText("POST", KEYS, ADMINISTRATOR_KEY, body);

        assertEquals(400, answer.statusCode());
        assertEquals(detail, new JsonObject(answer.body()).getString("detail"));
    }

    @Test
    void theListIsReadPageByPage() throws Exception {
        Set<String> made = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            made.add(SentKey.parse(api.key("PARTNER")).orElseThrow().id());
        }
        Set<String> listed = new HashSet<>();
        String cursor = "";
        while (cursor != null) {
            JsonObject page = new JsonObject(api.send("GET", KEYS + "?limit=2&cursor=" + cursor, ADMINISTRATOR_KEY)
                    .body());
            page.getJsonArray("items").forEach(item -> listed.add(((JsonObject) item).getString("id")));
            assertTrue(page.getJsonArray("items").size() <= 2);
            cursor = page.getString("nextCursor");
        }
        assertTrue(listed.containsAll(made));
    }

    @Test
    void aKeyNobodyMadeIsNotFound() throws Exception {
        assertEquals(
                404,
                api.send("GET", KEYS + "/ffffffffffffffff", ADMINISTRATOR_KEY).statusCode());
        assertEquals(
                404,
                api.send("DELETE", KEYS + "/ffffffffffffffff", ADMINISTRATOR_KEY)
                        .statusCode());
    }

    private static void refused(HttpResponse<String> answer) {
        assertEquals(401, answer.statusCode());
        assertEquals(
                "Bearer realm=\"humdash\"",
                answer.headers().firstValue("WWW-Authenticate").orElseThrow());
        assertEquals("urn:humdash:problem:unauthorized", new JsonObject(answer.body()).getString("type"));
    }

    private String authorization() {
        return incident.received().getLast().header("authorization").getFirst();
    }

    /** As a service reads it: by the published keys alone. */
    private JwtClaims believed(String authorization) throws Exception {
        String keys = api.send("GET", "/.well-known/jwks.json", null).body();
        assertFalse(keys.contains("\"d\""));
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(new JsonWebKeySet(keys).getJsonWebKeys()))
                .setExpectedIssuer("humdash-gateway")
                .setExpectedAudience("humdash-services")
                .setRequireExpirationTime()
                .setMaxFutureValidityInMinutes(15)
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                .build()
                .processToClaims(authorization.substring("Bearer ".length()));
    }
}
