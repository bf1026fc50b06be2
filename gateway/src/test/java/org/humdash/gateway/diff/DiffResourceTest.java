package org.humdash.gateway.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import io.quarkus.test.common.http.TestHTTPResource;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.humdash.gateway.testing.Api;
import org.humdash.gateway.testing.FakeService;
import org.humdash.gateway.testing.FakeServices;
import org.humdash.gateway.testing.GatewayTest;
import org.humdash.gateway.testing.RawClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@GatewayTest
class DiffResourceTest {

    private static final String SINCE = "2025-12-18T00:00:00Z";
    private static final String BEFORE_NOW = "2025-12-18T12:00:00Z";
    private static final String PINNED = "2025-12-19T18:00:00.123Z";
    private static final String INCIDENTS = "/api/v1/incidents/changes";
    private static final String OBSERVATIONS = "/api/v1/observations/changes";
    private static final String HAZARDS = "/api/v1/hazards/changes";
    private static final String CLAIMS = "/api/v1/claims";
    private static final String LATEST = "/api/v1/claims/latest";
    private static final String LEDGER = "/api/v1/ceasefires/GAZA-2025-10/ledger";
    private static final String HEADLINES = "/api/v1/headlines";

    /** Made on 18 December 2025 at noon, as its version 7 tells. */
    private static final String MADE_SINCE = "019b3154-ce00-7000-8000-000000000001";

    @TestHTTPResource
    URI gateway;

    @FakeServices.Incident
    FakeService incident;

    @FakeServices.Humanitarian
    FakeService humanitarian;

    @BeforeEach
    void nothingChanged() {
        for (FakeService service : List.of(incident, humanitarian)) {
            service.up();
            service.forget();
        }
        incident.json(INCIDENTS, page())
                .json(CLAIMS, list())
                .json(LATEST, "{\"measures\":[]}")
                .json(LEDGER, "{}")
                .json("/api/v1/incidents", list());
        humanitarian.json("/api/v1/observations", list()).json("/api/v1/hazards", list());
        humanitarian.json(OBSERVATIONS, page()).json(HAZARDS, page()).json(HEADLINES, "{\"items\":[]}");
    }

    @Test
    void whereNothingChangedThereIsNothing() throws IOException {
        RawClient.Answer answer = diff("since=" + SINCE);

        String nothing = "{\"status\":\"available\",\"new\":[],\"revised\":[],\"retracted\":[],\"more\":false}";
        assertEquals(200, answer.status());
        assertEquals(
                "{\"ceasefire\":\"GAZA-2025-10\",\"area\":\"PS02\",\"since\":\"" + SINCE
                        + "\",\"asOf\":\"2025-12-19\",\"knownAt\":\"" + PINNED + "\",\"nextSince\":\"" + PINNED
                        + "\",\"language\":\"en\",\"partial\":false,\"changes\":{\"incidents\":" + nothing
                        + ",\"claims\":" + nothing + ",\"observations\":" + nothing + ",\"hazards\":" + nothing
                        + "},\"figures\":{\"status\":\"available\",\"items\":[]},\"nextCursor\":null}",
                answer.body());
        assertNull(answer.header("humdash-partial"));
    }

    @Test
    void everythingIsAskedOfTheSameDayAndAtBothInstants() throws IOException {
        diff("since=" + SINCE + "&area=PS0260&limit=7");

        String day = "asOf=2025-12-19&knownAt=";
        String then = day + "2025-12-18T00%3A00%3A00Z";
        String now = day + "2025-12-19T18%3A00%3A00.123Z";
        String list = CLAIMS + "?ceasefire=GAZA-2025-10&area=PS0260&limit=1000&";
        String latest = LATEST + "?ceasefire=GAZA-2025-10&area=PS0260&";
        String from = "?from=2025-12-18T00%3A00%3A00Z&limit=7";
        assertEquals(
                Set.of(
                        INCIDENTS + from,
                        list + then,
                        list + now,
                        latest + then,
                        latest + now,
                        LEDGER + "?area=PS0260&" + then,
                        LEDGER + "?area=PS0260&" + now),
                targets(incident));
        assertEquals(
                Set.of(
                        OBSERVATIONS + from,
                        HAZARDS + from,
                        HEADLINES + "?area=PS0260&" + then,
                        HEADLINES + "?area=PS0260&" + now),
                targets(humanitarian));
    }

    @Test
    void incidentsAreNewRevisedOrRetractedWithTheirReasons() throws IOException {
        incident.json(
                INCIDENTS,
                page(
                        upsert("before", SINCE, 1, "NEW", "GAZA-2025-10", "PS0260"),
                        upsert("first", "2025-12-18T01:00:00Z", 1, "NEW", "GAZA-2025-10", "PS0260"),
                        upsert(MADE_SINCE, "2025-12-18T13:00:00Z", 2, "UPDATE", "GAZA-2025-10", "PS0260"),
                        upsert("old", "2025-12-18T02:00:00Z", 4, "CORRECTION", "GAZA-2025-10", null),
                        upsert("elsewhere", "2025-12-18T02:00:00Z", 1, "NEW", "GAZA-2025-01", "PS0260"),
                        tombstone("gone", "RETRACTED"),
                        tombstone("merged", "MERGED"),
                        tombstone("hidden", "WITHHELD")));

        JsonObject changes = changes(diff("since=" + SINCE)).getJsonObject("incidents");

        assertEquals(List.of("first NEW", MADE_SINCE + " UPDATE"), words(changes.getJsonArray("new")));
        assertEquals(List.of("old CORRECTION"), words(changes.getJsonArray("revised")));
        assertEquals(
                List.of("gone RETRACTED", "merged MERGED", "hidden WITHHELD"),
                words(changes.getJsonArray("retracted")));
        assertEquals(
                "{\"id\":\"gone\",\"recordedAt\":\"2025-12-18T03:00:00Z\",\"reason\":\"RETRACTED\"}",
                changes.getJsonArray("retracted").getJsonObject(0).encode());
        assertEquals(
                "GAZA-2025-10",
                changes.getJsonArray("new")
                        .getJsonObject(0)
                        .getJsonObject("record")
                        .getString("ceasefire"));
    }

    @Test
    void onlyWhatIsInTheAreaIsShownAndAHazardAroundItToo() throws IOException {
        incident.json(
                INCIDENTS,
                page(
                        upsert("inside", "2025-12-18T01:00:00Z", 1, "NEW", "GAZA-2025-10", "PS0260"),
                        upsert("beside", "2025-12-18T01:00:00Z", 1, "NEW", "GAZA-2025-10", "PS0275"),
                        upsert("nowhere", "2025-12-18T01:00:00Z", 1, "NEW", "GAZA-2025-10", null)));
        humanitarian
                .json(
                        OBSERVATIONS,
                        page(
                                observation("in", "PS0260", "2025-12-18T01:00:00Z"),
                                observation("around", "PS02", "2025-12-18T01:00:00Z"),
                                observation("shown-anew", "PS0260", "2025-12-01T01:00:00Z")))
                .json(HAZARDS, page(hazard("BYRON", "PS02"), hazard("WEST", "PS01")));

        JsonObject changes = changes(diff("area=PS0260&since=" + SINCE));

        assertEquals(
                List.of("inside NEW"), words(changes.getJsonObject("incidents").getJsonArray("new")));
        assertEquals(
                List.of("in NEW"), words(changes.getJsonObject("observations").getJsonArray("new")));
        assertEquals(
                List.of("shown-anew SHOWN_ANEW"),
                words(changes.getJsonObject("observations").getJsonArray("revised")));
        assertEquals(
                List.of("BYRON NEW"), words(changes.getJsonObject("hazards").getJsonArray("new")));
    }

    @Test
    void claimsAreComparedAndFiguresStandBeforeAndAfter() throws IOException {
        String ledger = "{\"monitored\":{\"from\":\"2025-10-10\",\"to\":\"2025-12-19\"},"
                + "\"attackDays\":{\"estimate\":{\"best\":%d}}}";
        String latest = "{\"measures\":[{\"measure\":\"VIOLATIONS\",\"claims\":[%s]}]}";
        incident.on(
                        CLAIMS,
                        byInstant(
                                list(claim("kept", 1, "NEW", 700), claim("gone", 1, "NEW", 5)),
                                list(claim("kept", 2, "CORRECTION", 738))))
                .on(
                        LATEST,
                        byInstant(
                                latest.formatted(claim("kept", 1, "NEW", 700)),
                                latest.formatted(claim("kept", 2, "CORRECTION", 738))))
                .on(LEDGER, byInstant(ledger.formatted(2), ledger.formatted(3)));
        humanitarian.on(
                HEADLINES,
                byInstant(
                        "{\"items\":[]}",
                        "{\"items\":[{\"indicator\":{\"code\":\"STORM_DEATHS_ALL\"},\"headline\":\"h\",\"claims\":["
                                + claim("h", 1, "NEW", 13) + "]}]}"));

        RawClient.Answer answer = diff("since=" + SINCE);

        JsonObject claims = changes(answer).getJsonObject("claims");
        assertEquals(List.of("kept CORRECTION"), words(claims.getJsonArray("revised")));
        assertEquals(List.of("gone RETRACTED"), words(claims.getJsonArray("retracted")));
        String days = "{\"id\":null,\"estimate\":{\"best\":%d},\"originator\":null,\"validFrom\":\"2025-10-10\","
                + "\"validTo\":\"2025-12-19\"}";
        assertEquals(
                "{\"status\":\"available\",\"items\":["
                        + "{\"section\":\"claims\",\"figure\":\"VIOLATIONS\",\"originator\":\"GAZA_GMO\",\"before\":"
                        + state("kept", 700) + ",\"after\":" + state("kept", 738) + "},"
                        + "{\"section\":\"ledger\",\"figure\":\"ATTACK_DAYS\",\"originator\":null,\"before\":"
                        + days.formatted(2) + ",\"after\":" + days.formatted(3) + "},"
                        + "{\"section\":\"indicators\",\"figure\":\"STORM_DEATHS_ALL\",\"originator\":null,"
                        + "\"before\":null,\"after\":" + state("h", 13) + "}]}",
                new JsonObject(answer.body()).getJsonObject("figures").encode());
    }

    @Test
    void aCeasefireThatWasNotRecordedThenHadNoFigures() throws IOException {
        incident.on(LEDGER, exchange -> {
            boolean then = exchange.getRequestURI().getQuery().contains("knownAt=" + SINCE);
            FakeService.answer(then ? 404 : 200, then ? "application/problem+json" : "application/json", "{}")
                    .to(exchange);
        });

        assertEquals(
                "{\"status\":\"available\",\"items\":[]}",
                new JsonObject(diff("since=" + SINCE).body())
                        .getJsonObject("figures")
                        .encode());
    }

    @Test
    void aCeasefireThatIsNotKnownIsNotFound() throws IOException {
        RawClient.Answer answer = diff("ceasefire=GAZA-1999-01&since=" + SINCE);

        assertEquals(404, answer.status());
        assertEquals("urn:humdash:problem:unknown-ceasefire", new JsonObject(answer.body()).getString("type"));
    }

    @Test
    void aFullPageLeadsToTheNextOneOfThatFeedAlone() throws IOException {
        incident.on(INCIDENTS, exchange -> {
            boolean next = exchange.getRequestURI().getQuery().startsWith("cursor=c-1&");
            String full = page(
                    upsert("a", "2025-12-18T01:00:00Z", 1, "NEW", "GAZA-2025-10", "PS0260"),
                    upsert("b", "2025-12-18T01:00:00Z", 1, "NEW", "GAZA-2025-01", "PS0260"));
            FakeService.answer(200, "application/json", next ? page() : full).to(exchange);
        });

        JsonObject first = new JsonObject(diff("limit=2&since=" + SINCE).body());
        humanitarian.forget();
        RawClient.Answer second = diff("limit=2&cursor=" + first.getString("nextCursor"));

        assertEquals(
                true, first.getJsonObject("changes").getJsonObject("incidents").getBoolean("more"));
        assertEquals(
                "{\"ceasefire\":\"GAZA-2025-10\",\"area\":\"PS02\",\"since\":\"" + SINCE
                        + "\",\"asOf\":\"2025-12-19\",\"knownAt\":\"" + PINNED + "\",\"nextSince\":\"" + PINNED
                        + "\",\"language\":\"en\",\"partial\":false,\"changes\":{\"incidents\":{\"status\":"
                        + "\"available\",\"new\":[],\"revised\":[],\"retracted\":[],\"more\":false}},\"figures\":null,"
                        + "\"nextCursor\":null}",
                second.body());
        assertEquals(Set.of(), targets(humanitarian));
    }

    @Test
    void aFurtherPageThatFailsCanBeAskedForAgain() throws IOException {
        incident.json(INCIDENTS, page(upsert("a", "2025-12-18T01:00:00Z", 1, "NEW", "GAZA-2025-10", "PS0260")));
        String cursor = new JsonObject(diff("limit=1&since=" + SINCE).body()).getString("nextCursor");
        incident.down();

        JsonObject failed = new JsonObject(diff("limit=1&cursor=" + cursor).body());

        assertEquals(true, failed.getBoolean("partial"));
        assertEquals(cursor, failed.getString("nextCursor"));
    }

    @Test
    void whatDoesNotAnswerIsUnavailableAndTheNextTimeBeginsAtTheSameInstant() throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        humanitarian
                .on(OBSERVATIONS, exchange -> answered.await(20, TimeUnit.SECONDS))
                .json(HAZARDS, "{\"items\":[");
        incident.on(LATEST, FakeService.answer(500, "application/problem+json", "{}"));

        RawClient.Answer answer = diff("since=" + SINCE);
        answered.countDown();

        JsonObject body = new JsonObject(answer.body());
        assertEquals(200, answer.status());
        assertEquals("observations, hazards, figures", answer.header("humdash-partial"));
        assertEquals(true, body.getBoolean("partial"));
        assertEquals(SINCE, body.getString("nextSince"));
        assertEquals(
                "{\"status\":\"unavailable\",\"reason\":\"humanitarian-service did not answer within 4 s\"}",
                body.getJsonObject("changes").getJsonObject("observations").encode());
        assertEquals(
                "{\"status\":\"unavailable\",\"reason\":\"humanitarian-service sent an answer that cannot be read\"}",
                body.getJsonObject("changes").getJsonObject("hazards").encode());
        assertEquals(
                "{\"status\":\"unavailable\",\"items\":[],"
                        + "\"reason\":\"claims: incident-service answered with an error (500)\"}",
                body.getJsonObject("figures").encode());
    }

    @Test
    void theInstantIsTheEarliestThatWasReadAt() throws IOException {
        humanitarian.json(HEADLINES, "{\"items\":[],\"knownAt\":\"2025-12-19T17:00:00Z\"}");

        JsonObject body = new JsonObject(diff("since=" + SINCE).body());

        assertEquals("2025-12-19T17:00:00Z", body.getString("knownAt"));
        assertEquals("2025-12-19T17:00:00Z", body.getString("nextSince"));
    }

    @Test
    void whoNamesAnInstantGetsTheListsAsKnownThen() throws IOException {
        diff("since=" + SINCE + "&knownAt=" + BEFORE_NOW + "&limit=7");
        Set<String> whole = targets(incident);
        incident.forget();
        diff("since=" + SINCE + "&knownAt=" + BEFORE_NOW + "&area=PS0260");

        String time = "asOf=2025-12-19&knownAt=2025-12-18T12%3A00%3A00Z";
        String recorded = "recordedFrom=2025-12-18T00%3A00%3A00Z&limit=1000&" + time;
        assertTrue(whole.contains("/api/v1/incidents?ceasefire=GAZA-2025-10&" + recorded), whole.toString());
        assertTrue(whole.contains(LEDGER + "?" + time), whole.toString());
        assertTrue(
                targets(incident).contains("/api/v1/incidents?ceasefire=GAZA-2025-10&area=PS0260&" + recorded),
                targets(incident).toString());
        assertTrue(
                targets(humanitarian)
                        .containsAll(Set.of(
                                "/api/v1/observations?area=PS02&" + recorded,
                                "/api/v1/hazards?" + time,
                                HEADLINES + "?area=PS02&" + time)),
                targets(humanitarian).toString());
    }

    @Test
    void whatChangedAgainAfterTheInstantIsAsItWasAtIt() throws IOException {
        String since = upsert("later", "2025-12-18T01:00:00Z", 1, "NEW", "GAZA-2025-10", "PS0260");
        incident.json(
                        INCIDENTS,
                        page(
                                tombstone("gone", "RETRACTED"),
                                upsert("anew", "2025-12-18T04:00:00Z", 2, "UPDATE", "GAZA-2025-10", "PS0260")
                                        .replace(
                                                "\"number\":2,\"recordedAt\":\"2025-12-18T04",
                                                "\"number\":2,\"recordedAt\":\"2025-12-01T04"),
                                upsert("listed", "2025-12-18T05:00:00Z", 1, "NEW", "GAZA-2025-10", "PS0260"),
                                upsert("later", "2025-12-18T13:00:00Z", 2, "CORRECTION", "GAZA-2025-10", "PS0260"),
                                tombstone("gone-later", "RETRACTED").replace("T03", "T13")))
                .json(
                        "/api/v1/incidents",
                        list(
                                record(upsert(
                                        "revised", "2025-12-18T06:00:00Z", 3, "CORRECTION", "GAZA-2025-10", null)),
                                record(upsert("listed", "2025-12-18T05:00:00Z", 1, "NEW", "GAZA-2025-10", "PS0260")),
                                record(since),
                                record(upsert("of-since", SINCE, 1, "NEW", "GAZA-2025-10", "PS0260"))));
        humanitarian.json(
                "/api/v1/hazards",
                list(
                        "{\"code\":\"BYRON\",\"areas\":[\"PS02\"],\"revision\":{\"number\":1,\"recordedAt\":"
                                + "\"2025-12-18T01:00:00Z\",\"reason\":\"NEW\"}}",
                        "{\"code\":\"OLD\",\"areas\":[\"PS02\"],\"revision\":{\"number\":1,\"recordedAt\":"
                                + "\"2025-12-01T01:00:00Z\",\"reason\":\"NEW\"}}"));

        JsonObject body =
                new JsonObject(diff("since=" + SINCE + "&knownAt=" + BEFORE_NOW).body());

        JsonObject incidents = body.getJsonObject("changes").getJsonObject("incidents");
        assertEquals(BEFORE_NOW, body.getString("knownAt"));
        assertEquals(List.of("later NEW", "listed NEW"), words(incidents.getJsonArray("new")));
        assertEquals(List.of("anew SHOWN_ANEW", "revised CORRECTION"), words(incidents.getJsonArray("revised")));
        assertEquals(List.of("gone RETRACTED"), words(incidents.getJsonArray("retracted")));
        assertEquals(false, incidents.getBoolean("more"));
        assertEquals(
                List.of("BYRON NEW"),
                words(body.getJsonObject("changes").getJsonObject("hazards").getJsonArray("new")));
    }

    @Test
    void aFeedIsReadUpToTheInstantAndNoFurtherPageForgetsIt() throws IOException {
        String within = tombstone("within", "RETRACTED");
        String after = tombstone("after", "RETRACTED").replace("T03", "T13");
        incident.on(INCIDENTS, exchange -> {
            boolean next = exchange.getRequestURI().getQuery().startsWith("cursor=c-1&");
            FakeService.answer(200, "application/json", next ? page(after) : page(within))
                    .to(exchange);
        });

        JsonObject first = new JsonObject(
                diff("limit=1&since=" + SINCE + "&knownAt=" + BEFORE_NOW).body());
        JsonObject second = new JsonObject(
                diff("limit=1&cursor=" + first.getString("nextCursor")).body());

        assertEquals(
                true, first.getJsonObject("changes").getJsonObject("incidents").getBoolean("more"));
        JsonObject incidents = second.getJsonObject("changes").getJsonObject("incidents");
        assertEquals(BEFORE_NOW, second.getString("knownAt"));
        assertEquals(List.of(), words(incidents.getJsonArray("retracted")));
        assertEquals(false, incidents.getBoolean("more"));
        assertNull(second.getString("nextCursor"));
    }

    @Test
    void ofAListThatIsTooLongTheFirstAreShown() throws IOException {
        incident.json(
                "/api/v1/incidents",
                list(
                        record(upsert("b", "2025-12-18T02:00:00Z", 1, "NEW", "GAZA-2025-10", null)),
                        record(upsert("a", "2025-12-18T01:00:00Z", 1, "NEW", "GAZA-2025-10", null))));

        JsonObject incidents = changes(diff("limit=1&since=" + SINCE + "&knownAt=" + BEFORE_NOW))
                .getJsonObject("incidents");

        assertEquals(List.of("a NEW"), words(incidents.getJsonArray("new")));
        assertEquals(true, incidents.getBoolean("more"));
    }

    @Test
    void aListThatDoesNotAnswerIsUnavailable() throws IOException {
        incident.on("/api/v1/incidents", FakeService.answer(500, "application/problem+json", "{}"));

        RawClient.Answer answer = diff("since=" + SINCE + "&knownAt=" + BEFORE_NOW);

        assertEquals("incidents", answer.header("humdash-partial"));
        assertEquals(
                "{\"status\":\"unavailable\",\"reason\":\"incident-service answered with an error (500)\"}",
                changes(answer).getJsonObject("incidents").encode());
    }

    @Test
    void anInstantThatHasNotBeenYetIsNow() throws IOException {
        assertEquals(
                diff("since=" + SINCE).body(),
                diff("since=" + SINCE + "&knownAt=2026-01-01T00:00:00Z").body());
    }

    @Test
    void noAttackDocumentedIsNoFigureWhereNobodyReported() throws IOException {
        String ledger =
                "{\"attackDays\":{\"estimate\":{\"best\":%d}},\"days\":{\"attack\":%d,\"possible\":0,\"quiet\":0}}";
        incident.on(LEDGER, byInstant(ledger.formatted(0, 0), ledger.formatted(1, 1)));

        JsonObject figure = new JsonObject(diff("since=" + SINCE).body())
                .getJsonObject("figures")
                .getJsonArray("items")
                .getJsonObject(0);

        assertEquals("ATTACK_DAYS", figure.getString("figure"));
        assertNull(figure.getJsonObject("before"));
        assertEquals(
                "{\"best\":1}",
                figure.getJsonObject("after").getJsonObject("estimate").encode());
    }

    @Test
    void theServicesAreAskedInTheNameOfTheCaller() throws Exception {
        String key = new Api(gateway).key("PARTNER");

        RawClient.get(gateway, "/api/v1/situation/diff?since=" + SINCE, "X-API-Key: " + key);

        assertEquals(11, incident.received().size() + humanitarian.received().size());
        for (FakeService service : List.of(incident, humanitarian)) {
            for (FakeService.Received asked : service.received()) {
                String token = asked.header("authorization").getFirst().substring("Bearer ".length());
                String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
                assertEquals(
                        List.of("partner"),
                        new JsonObject(claims).getJsonArray("groups").getList());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', since, since is missing. Write it as in since=2025-12-19T18:00:00Z",
        "since=yesterday, since, '\"yesterday\" is not an instant with its offset from UTC. Write it as in since=2025-12-19T18:00:00Z'",
        "since=2025-12-19T18:00:01Z, since, 2025-12-19T18:00:01Z has not been yet. Write it as in since=2025-12-19T18:00:00Z",
        "since=2025-12-18T00:00:00Z&limit=1001, limit, '\"1001\" is not a number from 1 to 1000. Write it as in limit=100'",
        "since=2025-12-18T00:00:00Z&limit=0, limit, '\"0\" is not a number from 1 to 1000. Write it as in limit=100'",
        "since=2025-12-18T00:00:00Z&knownAt=2025-12-17T00:00:00Z, knownAt, '2025-12-17T00:00:00Z is before since, 2025-12-18T00:00:00Z.'",
        "cursor=abc&knownAt=2025-12-18T00:00:00Z, knownAt, The cursor says knownAt already.",
        "cursor=abc, cursor, '\"abc\" is not a nextCursor of this resource.'",
        "cursor=abc&since=2025-12-18T00:00:00Z, since, The cursor says since already.",
        "till=x, till, 'There is no parameter till. There are area, asOf, ceasefire, cursor, knownAt, lang, limit, since.'"
    })
    void whatCannotBeReadIsRefusedByName(String query, String parameter, String detail) throws IOException {
        RawClient.Answer answer = diff(query);

        JsonObject problem = new JsonObject(answer.body());
        assertEquals(400, answer.status());
        assertEquals(parameter, problem.getString("parameter"));
        assertEquals(detail, problem.getString("detail"));
        assertTrue(incident.received().isEmpty());
    }

    private RawClient.Answer diff(String query) throws IOException {
        return RawClient.get(gateway, "/api/v1/situation/diff?" + query);
    }

    private static JsonObject changes(RawClient.Answer answer) {
        return new JsonObject(answer.body()).getJsonObject("changes");
    }

    private static List<String> words(JsonArray entries) {
        return entries.stream()
                .map(JsonObject.class::cast)
                .map(entry -> entry.getString("id") + " " + entry.getString("reason"))
                .toList();
    }

    private static Set<String> targets(FakeService service) {
        return service.received().stream().map(FakeService.Received::target).collect(Collectors.toSet());
    }

    private static FakeService.Answer byInstant(String then, String now) {
        return (HttpExchange exchange) -> {
            boolean before = exchange.getRequestURI().getQuery().contains("knownAt=" + SINCE);
            FakeService.answer(200, "application/json", before ? then : now).to(exchange);
        };
    }

    private static String page(String... items) {
        return "{\"items\":[" + String.join(",", items) + "],\"nextCursor\":\"c-1\"}";
    }

    private static String list(String... claims) {
        return "{\"items\":[" + String.join(",", claims) + "],\"nextCursor\":null}";
    }

    private static String upsert(String id, String at, int revision, String reason, String ceasefire, String adm2) {
        return "{\"change\":\"UPSERT\",\"id\":\"" + id + "\",\"recordedAt\":\"" + at
                + "\",\"incident\":{\"ceasefire\":\"" + ceasefire + "\",\"place\":{\"adm2\":"
                + (adm2 == null ? "null" : "\"" + adm2 + "\"") + "},\"revision\":{\"number\":" + revision
                + ",\"recordedAt\":\"" + at + "\",\"reason\":\"" + reason + "\"}}}";
    }

    /** What an entry of the feed has of the incident, with its id. */
    private static String record(String entry) {
        JsonObject item = new JsonObject(entry);
        return item.getJsonObject("incident").put("id", item.getString("id")).encode();
    }

    private static String observation(String id, String area, String written) {
        return "{\"change\":\"UPSERT\",\"id\":\"" + id + "\",\"recordedAt\":\"2025-12-18T01:00:00Z\",\"observation\":"
                + "{\"area\":\"" + area + "\",\"revision\":{\"number\":1,\"recordedAt\":\"" + written
                + "\",\"reason\":\"NEW\"}}}";
    }

    private static String hazard(String code, String area) {
        return "{\"change\":\"UPSERT\",\"code\":\"" + code + "\",\"recordedAt\":\"2025-12-18T01:00:00Z\",\"hazard\":"
                + "{\"areas\":[\"" + area + "\"],\"revision\":{\"number\":1,\"recordedAt\":\"2025-12-18T01:00:00Z\","
                + "\"reason\":\"NEW\"}}}";
    }

    private static String tombstone(String id, String reason) {
        return "{\"change\":\"TOMBSTONE\",\"id\":\"" + id + "\",\"recordedAt\":\"2025-12-18T03:00:00Z\",\"reason\":\""
                + reason + "\"}";
    }

    private static String claim(String id, int revision, String reason, int lower) {
        return "{\"id\":\"" + id + "\",\"estimate\":{\"lower\":" + lower
                + "},\"originator\":{\"code\":\"GAZA_GMO\"},\"validFrom\":\"2025-10-10\",\"validTo\":\"2025-12-08\","
                + "\"revision\":{\"number\":" + revision + ",\"recordedAt\":\"2025-12-18T05:00:00Z\",\"reason\":\""
                + reason + "\"}}";
    }

    private static String state(String id, int lower) {
        return "{\"id\":\"" + id + "\",\"estimate\":{\"lower\":" + lower
                + "},\"originator\":\"GAZA_GMO\",\"validFrom\":\"2025-10-10\",\"validTo\":\"2025-12-08\"}";
    }
}
