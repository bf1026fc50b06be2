package org.humdash.gateway.audit;

import static org.awaitility.Awaitility.await;
import static org.humdash.gateway.testing.GatewayDatabase.ADMINISTRATOR_KEY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.humdash.gateway.testing.Api;
import org.humdash.gateway.testing.FakeService;
import org.humdash.gateway.testing.FakeServices;
import org.humdash.gateway.testing.GatewayTest;
import org.humdash.gateway.testing.RawClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@GatewayTest
class AuditResourceTest {

    private static final String CLAIMS = "/api/v1/claims";

    @TestHTTPResource
    URI gateway;

    @FakeServices.Incident
    FakeService incident;

    @Inject
    MeterRegistry registry;

    @Inject
    DataSource dataSource;

    Api api;

    @BeforeEach
    void asAClient() {
        api = new Api(gateway);
        incident.up();
        incident.forget();
    }

    @Test
    void aWriteIsRecordedWithWhoAndHowItEnded() throws Exception {
        String key = api.key("CONTRIBUTOR");
        incident.on(CLAIMS, FakeService.answer(201, "application/json", "{}"));

        assertEquals(
                201,
                api.send("POST", CLAIMS + "?dryRun=true", key, new JsonObject()).statusCode());

        JsonObject entry = ended(account(key)).getJsonObject(0);
        assertEquals(
                new JsonObject()
                        .put("id", entry.getLong("id"))
                        .put("begunAt", "2025-12-19T18:00:00.123456Z")
                        .put("account", account(key))
                        .put("role", "CONTRIBUTOR")
                        .put("method", "POST")
                        .put("path", CLAIMS)
                        .put("status", 201)
                        .put("endedAt", "2025-12-19T18:00:00.123456Z"),
                entry);
    }

    @Test
    void aWriteIsRecordedBeforeTheServiceSeesIt() throws Exception {
        String key = api.key("CONTRIBUTOR");
        CountDownLatch looked = new CountDownLatch(1);
        incident.on(CLAIMS, exchange -> {
            looked.await(10, TimeUnit.SECONDS);
            FakeService.answer(200, "application/json", "{}").to(exchange);
        });
        Thread writing = Thread.startVirtualThread(() -> {
            try {
                api.send("POST", CLAIMS, key, new JsonObject());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        await().until(() -> !incident.received().isEmpty());

        JsonObject entry = entries(account(key)).getJsonObject(0);

        looked.countDown();
        assertTrue(writing.join(Duration.ofSeconds(10)));
        assertEquals(null, entry.getInteger("status"));
        assertEquals(200, ended(account(key)).getJsonObject(0).getInteger("status"));
    }

    @Test
    void whatTheServiceRefusedIsRecordedToo() throws Exception {
        String key = api.key("PARTNER");
        incident.on(CLAIMS, FakeService.answer(403, "application/problem+json", "{}"));

        api.send("POST", CLAIMS, key, new JsonObject());

        assertEquals(403, ended(account(key)).getJsonObject(0).getInteger("status"));
    }

    @Test
    void ofAWriteWhoseSenderWentAwayTheEndIsNotMadeUp() throws Exception {
        String key = api.key("CONTRIBUTOR");
        CountDownLatch gone = new CountDownLatch(1);
        incident.on(CLAIMS, exchange -> gone.await(10, TimeUnit.SECONDS));
        double before = cancelled();
        try (RawClient client = new RawClient(gateway)) {
            client.send(
                    "POST " + CLAIMS + " HTTP/1.1",
                    "Host: gateway.example",
                    "Authorization: Bearer " + key,
                    "Content-Length: 0",
                    "");
            await().until(() -> !incident.received().isEmpty());
        }
        await().until(() -> cancelled() > before);
        gone.countDown();
        // What is done next with the key ends after what was done before.
        incident.json(CLAIMS, "{}");
        api.send("POST", CLAIMS, key, new JsonObject());

        JsonArray entries = ended(account(key));

        assertEquals(200, entries.getJsonObject(0).getInteger("status"));
        assertEquals(null, entries.getJsonObject(1).getInteger("status"));
    }

    @Test
    void readingIsNotRecorded() throws Exception {
        String key = api.key("PARTNER");
        incident.json(CLAIMS, "{}");

        api.send("GET", CLAIMS, key);

        assertEquals(new JsonArray(), entries(account(key)));
    }

    @Test
    void makingAKeyIsRecordedToo() throws Exception {
        String administrator = api.key("ADMINISTRATOR");

        api.send(
                "POST",
                "/api/v1/api-keys",
                administrator,
                new JsonObject().put("owner", "x").put("role", "PARTNER"));

        JsonObject entry = ended(account(administrator)).getJsonObject(0);
        assertEquals("/api/v1/api-keys", entry.getString("path"));
        assertEquals(201, entry.getInteger("status"));
    }

    @Test
    void whatCannotBeRecordedIsNotPassedOn() throws Exception {
        String key = api.key("CONTRIBUTOR");
        incident.json(CLAIMS, "{}");
        sql("alter table audit_entry rename to audit_entry_gone");
        try {
            var answer = api.send("POST", CLAIMS, key, new JsonObject());

            assertEquals(503, answer.statusCode());
            assertEquals(
                    "Nothing was written, because it could not be recorded who wrote it. Try again later.",
                    new JsonObject(answer.body()).getString("detail"));
            assertEquals(List.of(), incident.received());
        } finally {
            sql("alter table audit_entry_gone rename to audit_entry");
        }
    }

    @Test
    void theLogIsReadPageByPageByAdministratorsOnly() throws Exception {
        String key = api.key("CONTRIBUTOR");
        incident.json(CLAIMS, "{}");
        for (int i = 0; i < 3; i++) {
            api.send("POST", CLAIMS, key, new JsonObject());
        }
        String path = "/api/v1/audit?limit=2&account=" + account(key);

        JsonObject first =
                new JsonObject(api.send("GET", path, ADMINISTRATOR_KEY).body());
        JsonObject second =
                new JsonObject(api.send("GET", path + "&cursor=" + first.getString("nextCursor"), ADMINISTRATOR_KEY)
                        .body());

        assertEquals(2, first.getJsonArray("items").size());
        assertEquals(1, second.getJsonArray("items").size());
        assertEquals(null, second.getString("nextCursor"));
        assertEquals(403, api.send("GET", path, key).statusCode());
        assertEquals(401, api.send("GET", path, null).statusCode());
        assertEquals(400, api.send("GET", path + "&cursor=x", ADMINISTRATOR_KEY).statusCode());
    }

    private static String account(String key) {
        return "key-" + key.split("_")[1];
    }

    private JsonArray entries(String account) throws Exception {
        return new JsonObject(api.send("GET", "/api/v1/audit?account=" + account, ADMINISTRATOR_KEY)
                        .body())
                .getJsonArray("items");
    }

    /** The end is recorded after the answer has gone out. */
    private JsonArray ended(String account) throws Exception {
        for (int attempt = 0; attempt < 200; attempt++) {
            JsonArray entries = entries(account);
            if (!entries.isEmpty() && entries.getJsonObject(0).getInteger("status") != null) {
                return entries;
            }
        }
        throw new AssertionError("The entry of " + account + " does not end");
    }

    private void sql(String statement) throws Exception {
        try (var connection = dataSource.getConnection()) {
            connection.createStatement().execute(statement);
        }
    }

    /** Writes whose sender went away, as far as the gateway has noticed. */
    private double cancelled() {
        return registry.get("humdash.gateway.route")
                .tags("service", "incident-service", "outcome", "cancelled")
                .counter()
                .count();
    }
}
