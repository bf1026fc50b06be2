package org.humdash.gateway.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import io.quarkus.test.common.http.TestHTTPResource;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import org.humdash.gateway.testing.Api;
import org.humdash.gateway.testing.EventClient;
import org.humdash.gateway.testing.FakeService;
import org.humdash.gateway.testing.FakeServices;
import org.humdash.gateway.testing.GatewayDatabase;
import org.humdash.gateway.testing.GatewayTest;
import org.humdash.gateway.testing.RawClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The merged feed of the running gateway: what it asks the services, and what it answers. */
@GatewayTest
class ChangeResourceTest {

    private static final String CHANGES = "/api/v1/changes";
    private static final String INCIDENT =
            "{\"change\":\"UPSERT\",\"id\":\"i1\",\"recordedAt\":\"2025-12-19T10:00:00Z\","
                    + "\"incident\":{\"killed\":{\"best\":0.10}}}";
    private static final String TOMBSTONE = "{\"change\":\"TOMBSTONE\",\"id\":\"o1\","
            + "\"recordedAt\":\"2025-12-19T09:00:00.000001Z\",\"reason\":\"WITHHELD\"}";
    private static final String HAZARD =
            "{\"change\":\"UPSERT\",\"code\":\"STORM\",\"recordedAt\":\"2025-12-19T11:00:00Z\",\"hazard\":{}}";

    @TestHTTPResource
    URI gateway;

    @FakeServices.Incident
    FakeService incident;

    @FakeServices.Humanitarian
    FakeService humanitarian;

    @Inject
    ChangeCursors cursors;

    Api api;

    @BeforeEach
    void bothServicesAnswer() {
        api = new Api(gateway);
        for (FakeService service : List.of(incident, humanitarian)) {
            service.up();
            service.forget();
        }
        incident.on("/api/v1/incidents/changes", feed(INCIDENT));
        humanitarian.on("/api/v1/observations/changes", feed(TOMBSTONE));
        humanitarian.on("/api/v1/hazards/changes", feed(HAZARD));
    }

    /** A feed with one entry, which is behind everybody who has a cursor. */
    private static FakeService.Answer feed(String entry) {
        return exchange -> FakeService.answer(
                        200,
                        "application/json",
                        "{\"items\":[" + (hasCursor(exchange) ? "" : entry) + "],\"nextCursor\":\"behind\"}")
                .to(exchange);
    }

    private static boolean hasCursor(HttpExchange exchange) {
        return exchange.getRequestURI().getQuery().contains("cursor=behind");
    }

    @Test
    void bothServicesAreOneFeed() throws Exception {
        HttpResponse<String> answer = api.send("GET", CHANGES, null);

        assertEquals(200, answer.statusCode());
        String next = new JsonObject(answer.body()).getString("nextCursor");
        assertEquals(
                "{\"items\":[{\"feed\":\"observations\"," + TOMBSTONE.substring(1) + ",{\"feed\":\"incidents\","
                        + INCIDENT.substring(1) + ",{\"feed\":\"hazards\"," + HAZARD.substring(1)
                        + "],\"nextCursor\":\"" + next + "\",\"more\":false,\"partial\":false}",
                answer.body());
        assertEquals(
                "</api/v1/changes?limit=50&cursor=" + next + ">; rel=\"next\"",
                answer.headers().firstValue("link").orElseThrow());
        assertEquals(
                "private, no-cache",
                answer.headers().firstValue("cache-control").orElseThrow());
        assertEquals(
                "/api/v1/incidents/changes?limit=16",
                incident.received().getFirst().target());
        assertEquals(List.of(), incident.received().getFirst().header("authorization"));
        JsonObject rest = new JsonObject(
                api.send("GET", CHANGES + "?cursor=" + next, null).body());
        assertEquals(new JsonObject("{\"items\":[],\"more\":false,\"partial\":false}").put("nextCursor", next), rest);
    }

    @Test
    void theServicesAreAskedWithTheTokenOfTheCaller() throws Exception {
        assertEquals(200, api.send("GET", CHANGES, api.key("PARTNER")).statusCode());

        for (FakeService service : List.of(incident, humanitarian)) {
            assertTrue(service.received().stream()
                    .allMatch(one -> one.header("authorization").getFirst().startsWith("Bearer ey")));
        }
    }

    @Test
    void aServiceThatIsDownIsMissingAndLosesNothing() throws Exception {
        humanitarian.down();
        HttpResponse<String> answer = api.send("GET", CHANGES, null);

        String next = new JsonObject(answer.body()).getString("nextCursor");
        assertEquals(
                "{\"items\":[{\"feed\":\"incidents\"," + INCIDENT.substring(1) + "],\"nextCursor\":\"" + next
                        + "\",\"more\":false,\"partial\":true,\"missing\":[{\"service\":\"humanitarian-service\","
                        + "\"reason\":\"humanitarian-service could not be reached\"}]}",
                answer.body());
        assertEquals(
                "humanitarian-service",
                answer.headers().firstValue("humdash-partial").orElseThrow());

        humanitarian.up();
        JsonObject later = new JsonObject(
                api.send("GET", CHANGES + "?cursor=" + next, null).body());
        assertEquals(2, later.getJsonArray("items").size());
        assertFalse(later.getBoolean("partial"));
    }

    @Test
    void onlyTheFeedsThatAreWantedAreAsked() throws Exception {
        HttpResponse<String> answer = api.send("GET", CHANGES + "?feeds=hazards&limit=1", null);

        assertEquals(1, new JsonObject(answer.body()).getJsonArray("items").size());
        assertTrue(answer.headers()
                .firstValue("link")
                .orElseThrow()
                .startsWith("</api/v1/changes?limit=1&feeds=hazards&cursor="));
        assertEquals(List.of(), incident.received());
    }

    @Test
    void aCursorThatWasAlteredIsRefused() throws Exception {
        String next = new JsonObject(api.send("GET", CHANGES, null).body()).getString("nextCursor");

        HttpResponse<String> answer =
                api.send("GET", CHANGES + "?cursor=" + (next.charAt(0) == 'A' ? 'B' : 'A') + next.substring(1), null);

        assertEquals(400, answer.statusCode());
        assertEquals(
                new JsonObject()
                        .put("type", "urn:humdash:problem:invalid-parameter")
                        .put("status", 400)
                        .put("title", "A parameter cannot be read")
                        .put("detail", "Parameter 'cursor' must be the nextCursor of an earlier page, unaltered.")
                        .put("instance", CHANGES)
                        .put("parameter", "cursor"),
                new JsonObject(answer.body()));
    }

    @Test
    void aCursorOfAnotherClearanceIsRefused() throws Exception {
        String next = new JsonObject(api.send("GET", CHANGES, null).body()).getString("nextCursor");

        HttpResponse<String> answer = api.send("GET", CHANGES + "?cursor=" + next, api.key("PARTNER"));

        assertEquals(409, answer.statusCode());
        assertEquals(
                "urn:humdash:problem:cursor-of-another-clearance", new JsonObject(answer.body()).getString("type"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "limit=2|limit|Parameter 'limit' must be at least 3, one for each feed.",
                "feeds=alerts|feeds|Parameter 'feeds' must be some of incidents,observations,hazards, with commas.",
                "feeds=incidents,|feeds|Parameter 'feeds' must be some of incidents,observations,hazards, with commas.",
                "from=yesterday|from|Parameter 'from' must be an instant with its offset such as 2025-12-19T18:00:00Z.",
                "from=0001-01-01T00:00:00Z|from|Parameter 'from' must be an instant with its offset such as"
                        + " 2025-12-19T18:00:00Z.",
                "cursor=x&from=2025-12-19T18:00:00Z|from|Give either 'cursor' or 'from': a cursor says where to go on."
            })
    void aParameterThatCannotBeReadIsNamed(String query, String parameter, String detail) throws Exception {
        HttpResponse<String> answer = api.send("GET", CHANGES + "?" + query, null);

        assertEquals(400, answer.statusCode());
        assertEquals(parameter, new JsonObject(answer.body()).getString("parameter"));
        assertEquals(detail, new JsonObject(answer.body()).getString("detail"));
    }

    @Test
    void aStreamHasThePagesAsEventsAndEndsWithItsKey() throws Exception {
        String key = api.key("PARTNER");
        try (EventClient reader = new EventClient(gateway, CHANGES + "/stream", "Authorization: Bearer " + key)) {
            assertEquals(200, reader.status());
            EventClient.Event event = reader.nextChanges();
            assertEquals(3, new JsonObject(event.data()).getJsonArray("items").size());
            assertEquals(
                    200, api.send("GET", CHANGES + "?cursor=" + event.id(), key).statusCode());

            api.send("DELETE", "/api/v1/api-keys/" + key.split("_")[1], GatewayDatabase.ADMINISTRATOR_KEY);

            assertNull(reader.nextChanges());
        }
    }

    @Test
    void aStreamIsRefusedToAWrongKey() throws Exception {
        RawClient.Answer answer = RawClient.get(gateway, CHANGES + "/stream", "Authorization: Bearer guess");

        assertEquals(401, answer.status());
    }
}
