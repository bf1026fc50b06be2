package org.humdash.gateway.situation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import io.quarkus.test.common.http.TestHTTPResource;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.humdash.gateway.testing.Api;
import org.humdash.gateway.testing.FakeService;
import org.humdash.gateway.testing.FakeServices;
import org.humdash.gateway.testing.GatewayTest;
import org.humdash.gateway.testing.RawClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class SituationResourceTest {

    private static final String CEASEFIRE = "/api/v1/ceasefires/GAZA-2025-10";
    private static final String TIMELINE = CEASEFIRE + "/timeline";
    private static final String CLAIMS = "/api/v1/claims/latest";
    private static final String LEDGER = CEASEFIRE + "/ledger";
    private static final String HEADLINES = "/api/v1/headlines";

    private static final String CEASEFIRE_DATA = "{\"code\":\"GAZA-2025-10\",\"dayCounts\":{\"inclusive\":71}}";
    private static final String CLAIMS_DATA = "{\"measures\":[{\"measure\":\"VIOLATIONS\",\"lower\":738}]}";
    private static final String LEDGER_DATA = "{\"attackDays\":{\"lower\":2,\"upper\":3}}";
    private static final String HEADLINES_DATA = "{\"items\":[{\"lower\":80,\"text\":{\"ar\":\"أكثر من 80 %\"}}]}";
    private static final String TIMELINE_DATA = "{\"items\":[],\"nextCursor\":null}";

    private static final String VIOLATIONS_DATA =
            "{\"measures\":[{\"measure\":\"VIOLATIONS\",\"claims\":[{\"id\":\"c1\","
                    + "\"originator\":{\"name\":{\"en\":\"Al Jazeera\",\"ar\":\"الجزيرة\"}},\"estimate\":{"
                    + "\"qualifier\":\"AT_LEAST\",\"lower\":738},\"validFrom\":\"2025-10-10\",\"validTo\":\"2025-12-08\"}]}]}";
    private static final String UNREACHABLE_REASON = "incident-service could not be reached";
    private static final String UNREACHABLE = unavailable(UNREACHABLE_REASON);

    @TestHTTPResource
    URI gateway;

    @FakeServices.Incident
    FakeService incident;

    @FakeServices.Humanitarian
    FakeService humanitarian;

    @Inject
    LastGood lastGood;

    @BeforeEach
    void bothServicesAnswer() {
        for (FakeService service : List.of(incident, humanitarian)) {
            service.up();
            service.forget();
        }
        incident.json(CEASEFIRE, CEASEFIRE_DATA)
                .json(TIMELINE, TIMELINE_DATA)
                .json(CLAIMS, CLAIMS_DATA)
                .json(LEDGER, LEDGER_DATA);
        // What one test was answered is not to stand in for what another one is not.
        lastGood.clear();
        humanitarian.json(HEADLINES, HEADLINES_DATA);
    }

    @Test
    void isComposedOfBothServicesForTheDefaults() throws IOException {
        RawClient.Answer answer = situation("");

        assertEquals(200, answer.status());
        assertEquals(
                body(
                        false,
                        available(CEASEFIRE_DATA),
                        available(CLAIMS_DATA),
                        available(LEDGER_DATA),
                        available(HEADLINES_DATA),
                        available(TIMELINE_DATA)),
                answer.body());
        assertNull(answer.header("humdash-partial"));
        assertNull(answer.header("humdash-stale"));
        assertEquals("en", answer.header("content-language"));
        assertEquals("Accept, Accept-Encoding, Accept-Language, Authorization, X-API-Key", answer.header("vary"));
        assertEquals("application/json;charset=UTF-8", answer.header("content-type"));
        assertEquals(
                Set.of(
                        CEASEFIRE + "?asOf=2025-12-19&knownAt=2025-12-19T18%3A00%3A00.123Z",
                        LEDGER + "?asOf=2025-12-19&knownAt=2025-12-19T18%3A00%3A00.123Z",
                        TIMELINE + "?asOf=2025-12-19&knownAt=2025-12-19T18%3A00%3A00.123Z",
                        CLAIMS + "?ceasefire=GAZA-2025-10&area=PS02&asOf=2025-12-19"
                                + "&knownAt=2025-12-19T18%3A00%3A00.123Z"),
                Set.copyOf(targets(incident)));
        assertEquals(
                List.of(HEADLINES + "?area=PS02&asOf=2025-12-19&knownAt=2025-12-19T18%3A00%3A00.123Z"),
                targets(humanitarian));
    }

    @Test
    void asksBothServicesForWhatTheCallerNamed() throws IOException {
        incident.json("/api/v1/ceasefires/GAZA-2025-01", "{\"code\":\"GAZA-2025-01\"}")
                .json("/api/v1/ceasefires/GAZA-2025-01/ledger", LEDGER_DATA)
                .json("/api/v1/ceasefires/GAZA-2025-01/timeline", TIMELINE_DATA);

        RawClient.Answer answer = situation(
                "?ceasefire=GAZA-2025-01&area=PS0260&asOf=2025-03-01" + "&knownAt=2025-03-02T10:00:00.000001%2B02:00");

        assertTrue(
                answer.body()
                        .startsWith(
                                "{\"ceasefire\":\"GAZA-2025-01\",\"area\":{\"pcode\":\"PS0260\",\"name\":{\"en\":\"Gaza\","
                                        + "\"ar\":\"غزة\"}},\"asOf\":\"2025-03-01\",\"knownAt\":\"2025-03-02T08:00:00.000001Z\","
                                        + "\"language\":\"en\",\"partial\":false,"),
                answer.body());
        String pinned = "asOf=2025-03-01&knownAt=2025-03-02T08%3A00%3A00.000001Z";
        assertEquals(
                Set.of(
                        "/api/v1/ceasefires/GAZA-2025-01?" + pinned,
                        "/api/v1/ceasefires/GAZA-2025-01/ledger?area=PS0260&" + pinned,
                        "/api/v1/ceasefires/GAZA-2025-01/timeline?" + pinned,
                        CLAIMS + "?ceasefire=GAZA-2025-01&area=PS0260&" + pinned),
                Set.copyOf(targets(incident)));
        assertEquals(List.of(HEADLINES + "?area=PS0260&" + pinned), targets(humanitarian));
    }

    @Test
    void takesTheDefaultForAParameterLeftEmpty() throws IOException {
        assertEquals(
                situation("").body(),
                situation("?ceasefire=&area=&asOf=&knownAt=").body());
    }

    @Test
    void asksForAllSectionsAtOnce() throws IOException {
        CountDownLatch arrived = new CountDownLatch(5);
        incident.on(CEASEFIRE, whenAllAre(arrived, CEASEFIRE_DATA))
                .on(CLAIMS, whenAllAre(arrived, CLAIMS_DATA))
                .on(LEDGER, whenAllAre(arrived, LEDGER_DATA))
                .on(TIMELINE, whenAllAre(arrived, TIMELINE_DATA));
        humanitarian.on(HEADLINES, whenAllAre(arrived, HEADLINES_DATA));

        assertTrue(
                situation("").body().contains("\"partial\":false"),
                situation("").body());
    }

    @Test
    void servesTheOtherHalfWhenOneServiceIsDown() throws IOException {
        incident.down();

        RawClient.Answer answer = situation("");

        assertEquals(200, answer.status());
        assertEquals(
                body(true, UNREACHABLE, UNREACHABLE, UNREACHABLE, available(HEADLINES_DATA), UNREACHABLE),
                answer.body());
        assertEquals("ceasefire, claims, ledger, timeline", answer.header("humdash-partial"));
    }

    @Test
    void saysSoWhenBothServicesAreDown() throws IOException {
        incident.down();
        humanitarian.down();

        RawClient.Answer answer = situation("");

        assertEquals(200, answer.status());
        assertEquals(
                body(
                        true,
                        UNREACHABLE,
                        UNREACHABLE,
                        UNREACHABLE,
                        unavailable("humanitarian-service could not be reached"),
                        UNREACHABLE),
                answer.body());
        assertEquals("ceasefire, claims, ledger, indicators, timeline", answer.header("humdash-partial"));
    }

    @Test
    void givesUpOnASectionAfterItsTimeOut() throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        FakeService.Answer late = exchange -> answered.await(20, TimeUnit.SECONDS);
        incident.on(CLAIMS, late).on(TIMELINE, late);
        long start = System.nanoTime();

        RawClient.Answer answer = situation("");
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        answered.countDown();

        String late2s = unavailable("incident-service did not answer within 2 s");
        assertEquals(
                body(
                        true,
                        available(CEASEFIRE_DATA),
                        late2s,
                        available(LEDGER_DATA),
                        available(HEADLINES_DATA),
                        late2s),
                answer.body());
        assertEquals("claims, timeline", answer.header("humdash-partial"));
        assertTrue(millis >= 2_000 && millis < 3_900, millis + " ms");
    }

    @Test
    void givesUpOnASectionThatBeginsInTimeAndNeverEnds() throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        humanitarian.on(HEADLINES, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            answered.await(20, TimeUnit.SECONDS);
        });

        RawClient.Answer answer = situation("");
        answered.countDown();

        assertEquals(withIndicators("humanitarian-service did not answer within 2 s"), answer.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>It works!</html>",
                "{\"items\":[",
                "{\"items\":[]} {}",
                "{\"lower\":1,\"lower\":2}",
                "738",
                "\"text\"",
                "null",
                "{\"lower\":1e999999999}",
                "{\"lower\":NaN}",
                " "
            })
    void doesNotPassOnWhatCannotBeRead(String garbage) throws IOException {
        humanitarian.json(HEADLINES, garbage);

        assertEquals(
                withIndicators("humanitarian-service sent an answer that cannot be read"),
                situation("").body());
    }

    @ParameterizedTest
    @CsvSource({
        "500, humanitarian-service answered with an error (500)",
        "503, humanitarian-service answered with an error (503)",
        "400, humanitarian-service did not accept the question (400)",
        "302, humanitarian-service did not accept the question (302)"
    })
    void saysWhatTheServiceAnsweredInsteadOfData(int status, String reason) throws IOException {
        humanitarian.on(
                HEADLINES,
                FakeService.answer(status, "application/problem+json", "{\"detail\":\"java.lang.NullPointer\"}"));

        assertEquals(withIndicators(reason), situation("").body());
    }

    @Test
    void doesNotReadMoreOfAnAnswerThanItsLimit() throws IOException {
        humanitarian.on(HEADLINES, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write('[');
                for (int i = 0; i < 64; i++) {
                    out.write(" ".repeat(1 << 20).getBytes());
                }
            }
        });

        assertEquals(
                withIndicators("humanitarian-service sent more than 1 MB"),
                situation("").body());
    }

    @Test
    void noticesAnAnswerThatIsBrokenOff() throws IOException {
        humanitarian.on(HEADLINES, exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write("{\"items\":[".getBytes());
        });

        assertEquals(
                withIndicators("humanitarian-service broke off its answer"),
                situation("").body());
    }

    @Test
    void asksOnceMoreWhenAServiceClosesTheConnectionWithoutAWord() throws IOException {
        AtomicInteger times = new AtomicInteger();
        humanitarian.on(HEADLINES, exchange -> {
            if (times.incrementAndGet() == 2) {
                FakeService.answer(200, "application/json", HEADLINES_DATA).to(exchange);
            }
        });

        assertTrue(situation("").body().contains("\"partial\":false"));
        assertEquals(2, times.get());
    }

    @Test
    void leavesFiguresAsTheServiceWroteThem() throws IOException {
        String figures = "{\"items\":[738,738.0,0.10,80.00,1e3,9007199254740993,12345678901234567890.123456789,-0.0]}";
        humanitarian.json(HEADLINES, figures);

        assertTrue(
                situation("")
                        .body()
                        .contains(
                                "{\"items\":[738,738.0,0.10,80.00,1000,9007199254740993,12345678901234567890.123456789,0.0]}"),
                situation("").body());
    }

    @Test
    void isNotFoundWhenTheCeasefireIsUnknown() throws IOException {
        RawClient.Answer answer = situation("?ceasefire=GAZA-1999-01");

        assertEquals(404, answer.status());
        assertEquals("application/problem+json", answer.header("content-type"));
        assertEquals(
                "{\"type\":\"urn:humdash:problem:unknown-ceasefire\",\"status\":404,"
                        + "\"title\":\"No such ceasefire is known\","
                        + "\"detail\":\"No ceasefire GAZA-1999-01 was recorded by 2025-12-19T18:00:00.123Z."
                        + " GET /api/v1/ceasefires lists those that are.\",\"instance\":\"/api/v1/situation\"}",
                answer.body());
    }

    @Test
    void doesNotTakeTheNotFoundOfSomeOtherProgramForAnUnknownCeasefire() throws IOException {
        incident.on(CEASEFIRE, FakeService.answer(404, "text/html", "<h1>404</h1>"));

        assertEquals(
                body(
                        true,
                        unavailable("incident-service did not accept the question (404)"),
                        available(CLAIMS_DATA),
                        available(LEDGER_DATA),
                        available(HEADLINES_DATA),
                        available(TIMELINE_DATA)),
                situation("").body());
    }

    @Test
    void namesTheParameterThatCannotBeReadAndShowsHowToWriteIt() throws IOException {
        RawClient.Answer answer = situation("?asOf=19.12.2025");

        assertEquals(400, answer.status());
        assertEquals("application/problem+json", answer.header("content-type"));
        assertEquals(
                "{\"type\":\"urn:humdash:problem:invalid-parameter\",\"status\":400,"
                        + "\"title\":\"A parameter cannot be read\","
                        + "\"detail\":\"\\\"19.12.2025\\\" is not a day of the calendar. Write it as in asOf=2025-12-19\","
                        + "\"instance\":\"/api/v1/situation\",\"parameter\":\"asOf\",\"example\":\"2025-12-19\"}",
                answer.body());
        assertEquals(List.of(), incident.received());
    }

    @Test
    void onlyTheNamedSectionsAreAskedForAndAnswered() throws IOException {
        RawClient.Answer answer = situation("?sections=claims,indicators");

        assertEquals(
                "{\"claims\":" + available(CLAIMS_DATA) + ",\"indicators\":" + available(HEADLINES_DATA) + "}",
                new JsonObject(answer.body()).getJsonObject("sections").encode());
        assertEquals(
                List.of(CLAIMS),
                incident.received().stream().map(SituationResourceTest::path).toList());
    }

    @Test
    void aSectionThatDoesNotExistIsRefusedWithThoseThatDo() throws IOException {
        RawClient.Answer answer = situation("?sections=deaths");

        assertEquals(400, answer.status());
        assertEquals(
                "\"deaths\" is not a section. There are ceasefire, claims, ledger, indicators, timeline."
                        + " Write it as in sections=ceasefire,claims",
                new JsonObject(answer.body()).getString("detail"));
    }

    @Test
    void withoutTheCeasefireSectionAnUnknownCeasefireIsStillNotFound() throws IOException {
        incident.on(CLAIMS, FakeService.answer(404, "application/problem+json", "{}"));

        RawClient.Answer answer = situation("?ceasefire=GAZA-1999-01&sections=claims,indicators");

        assertEquals(404, answer.status());
        assertEquals("urn:humdash:problem:unknown-ceasefire", new JsonObject(answer.body()).getString("type"));
    }

    @Test
    void theServicesAreAskedInTheNameOfTheCaller() throws Exception {
        String key = new Api(gateway).key("PARTNER");
        incident.forget();
        bothServicesAnswer();

        RawClient.get(gateway, "/api/v1/situation", "X-API-Key: " + key);

        for (FakeService service : List.of(incident, humanitarian)) {
            for (FakeService.Received asked : service.received()) {
                String token = asked.header("authorization").getFirst().substring("Bearer ".length());
                String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
                assertEquals(
                        List.of("partner"),
                        new JsonObject(claims).getJsonArray("groups").getList());
                assertEquals(List.of(), asked.header("x-api-key"));
            }
        }
        incident.forget();
        bothServicesAnswer();
        situation("");
        assertEquals(List.of(), incident.received().getFirst().header("authorization"));
    }

    @Test
    void aSectionThatFailsIsServedAsItWasLastAndSaysSo() throws IOException {
        situation("");
        incident.down();

        RawClient.Answer answer = situation("");

        assertEquals(200, answer.status());
        assertEquals(
                body(
                        true,
                        stale(CEASEFIRE_DATA, UNREACHABLE_REASON),
                        stale(CLAIMS_DATA, UNREACHABLE_REASON),
                        stale(LEDGER_DATA, UNREACHABLE_REASON),
                        available(HEADLINES_DATA),
                        stale(TIMELINE_DATA, UNREACHABLE_REASON)),
                answer.body());
        assertEquals("ceasefire, claims, ledger, timeline", answer.header("humdash-partial"));
        assertEquals("ceasefire, claims, ledger, timeline", answer.header("humdash-stale"));
    }

    @Test
    void whatIsSlowAndWhatIsBrokenIsServedAsItWasLast() throws Exception {
        situation("");
        CountDownLatch answered = new CountDownLatch(1);
        incident.on(CLAIMS, exchange -> answered.await(20, TimeUnit.SECONDS));
        humanitarian.json(HEADLINES, "{\"items\":[");

        RawClient.Answer answer = situation("");
        answered.countDown();

        assertEquals(
                body(
                        true,
                        available(CEASEFIRE_DATA),
                        stale(CLAIMS_DATA, "incident-service did not answer within 2 s"),
                        available(LEDGER_DATA),
                        stale(HEADLINES_DATA, "humanitarian-service sent an answer that cannot be read"),
                        available(TIMELINE_DATA)),
                answer.body());
        assertEquals("claims, indicators", answer.header("humdash-stale"));
    }

    @Test
    void aValueOfOneClearanceIsNeverServedToAnother() throws Exception {
        String partner = "X-API-Key: " + new Api(gateway).key("PARTNER");
        String reviewer = "X-API-Key: " + new Api(gateway).key("REVIEWER");
        humanitarian.json(HEADLINES, "{\"items\":[\"for staff\"]}");
        RawClient.get(gateway, "/api/v1/situation?sections=indicators", reviewer);
        humanitarian.json(HEADLINES, "{\"items\":[\"for partners\"]}");
        RawClient.get(gateway, "/api/v1/situation?sections=indicators", partner);
        humanitarian.down();

        String gone = unavailable("humanitarian-service could not be reached");
        assertEquals(gone, indicators(RawClient.get(gateway, "/api/v1/situation?sections=indicators")));
        assertEquals(
                stale("{\"items\":[\"for partners\"]}", "humanitarian-service could not be reached"),
                indicators(RawClient.get(gateway, "/api/v1/situation?sections=indicators", partner)));
        assertEquals(
                stale("{\"items\":[\"for staff\"]}", "humanitarian-service could not be reached"),
                indicators(RawClient.get(gateway, "/api/v1/situation?sections=indicators", reviewer)));
    }

    @Test
    void aValueOfAnotherInstantDayOrAreaDoesNotStandInForTheOneAskedAbout() throws IOException {
        situation("?sections=indicators");
        situation("?sections=indicators&knownAt=2025-12-18T00:00:00Z");
        humanitarian.down();

        String gone = unavailable("humanitarian-service could not be reached");
        for (String other : List.of("knownAt=2025-12-18T00:00:01Z", "asOf=2025-12-18", "area=PS0260")) {
            assertEquals(gone, indicators(situation("?sections=indicators&" + other)), other);
        }
        assertEquals(
                stale(HEADLINES_DATA, "humanitarian-service could not be reached")
                        .replace("2025-12-19T18:00:00.123Z", "2025-12-18T00:00:00Z"),
                indicators(situation("?sections=indicators&knownAt=2025-12-18T00:00:00Z")));
    }

    @Test
    void whatAServiceSaysIsNotThereAnyMoreIsNotServedAsItWas() throws IOException {
        situation("?sections=ceasefire,claims");
        incident.on(CLAIMS, FakeService.answer(404, "application/problem+json", "{}"));
        situation("?sections=ceasefire,claims");
        incident.on(CLAIMS, FakeService.answer(500, "application/problem+json", "{}"));

        assertEquals(
                unavailable("incident-service answered with an error (500)"),
                new JsonObject(situation("?sections=ceasefire,claims").body())
                        .getJsonObject("sections")
                        .getJsonObject("claims")
                        .encode());
    }

    @Test
    void theInstantIsTheEarliestThatASectionWasReadAtAndTheOthersAreReadAtItToo() throws IOException {
        humanitarian.on(HEADLINES, SituationResourceTest::echoOfKnownAt);
        incident.json(CLAIMS, "{\"knownAt\":\"2025-12-19T17:59:00.000001Z\"}");

        RawClient.Answer answer = situation("?sections=claims,indicators");

        assertEquals("2025-12-19T17:59:00.000001Z", new JsonObject(answer.body()).getString("knownAt"));
        assertEquals(available("{\"knownAt\":\"2025-12-19T17:59:00.000001Z\"}"), indicators(answer));
        assertNull(answer.header("humdash-partial"));
        assertEquals(1, incident.received().size());
        assertEquals(2, humanitarian.received().size());
        assertEquals(
                answer.body(),
                situation("?sections=claims,indicators&knownAt=2025-12-19T17:59:00.000001Z")
                        .body());
    }

    @Test
    void aSectionThatCannotBeReadAtTheCommonInstantIsNotPassedOffAsIfItWere() throws IOException {
        AtomicInteger times = new AtomicInteger();
        humanitarian.on(HEADLINES, exchange -> {
            if (times.incrementAndGet() == 1) {
                FakeService.answer(200, "application/json", HEADLINES_DATA).to(exchange);
            } else {
                FakeService.answer(500, "application/problem+json", "{}").to(exchange);
            }
        });
        incident.json(CLAIMS, "{\"knownAt\":\"2025-12-19T17:59:00Z\"}");

        RawClient.Answer answer = situation("?sections=claims,indicators");

        assertEquals("2025-12-19T17:59:00Z", new JsonObject(answer.body()).getString("knownAt"));
        assertEquals(stale(HEADLINES_DATA, "humanitarian-service answered with an error (500)"), indicators(answer));
    }

    @Test
    void arabicChangesTheSentencesAndReasonsAndNothingThatIsInBothLanguages() throws IOException {
        incident.json(CLAIMS, VIOLATIONS_DATA);
        humanitarian.down();

        RawClient.Answer named = situation("?sections=claims,indicators&lang=ar");
        RawClient.Answer byHeader = RawClient.get(
                gateway, "/api/v1/situation?sections=claims,indicators", "Accept-Language: ar-PS, en;q=0.5");

        assertEquals("ar", named.header("content-language"));
        assertEquals(named.body(), byHeader.body());
        JsonObject body = new JsonObject(named.body());
        assertEquals("ar", body.getString("language"));
        assertEquals(
                "{\"en\":\"Gaza Strip\",\"ar\":\"قطاع غزة\"}",
                body.getJsonObject("area").getJsonObject("name").encode());
        assertEquals(
                available(VIOLATIONS_DATA),
                body.getJsonObject("sections").getJsonObject("claims").encode());
        assertEquals(
                unavailable("تعذر الوصول إلى خدمة \u2068humanitarian-service\u2069"),
                body.getJsonObject("sections").getJsonObject("indicators").encode());
        assertEquals(
                "بحسب الجزيرة، بلغ عدد الخروقات المُدَّعى وقوعها لوقف إطلاق النار ما لا يقل عن 738 خرقًا، من"
                        + " 10 تشرين الأول/أكتوبر 2025 إلى 8 كانون الأول/ديسمبر 2025. يعود الرقم إلى 8 كانون"
                        + " الأول/ديسمبر 2025.",
                body.getJsonArray("quotes").getJsonObject(0).getString("sentence"));
        assertEquals(
                "/api/v1/claims/c1?asOf=2025-12-19&knownAt=2025-12-19T18%3A00%3A00.123Z",
                body.getJsonArray("quotes").getJsonObject(0).getString("permalink"));
    }

    private static void echoOfKnownAt(HttpExchange exchange) throws Exception {
        String query = exchange.getRequestURI().getQuery();
        FakeService.answer(
                        200,
                        "application/json",
                        "{\"knownAt\":\"" + query.substring(query.indexOf("knownAt=") + 8) + "\"}")
                .to(exchange);
    }

    private static String path(FakeService.Received received) {
        return received.target().replaceFirst("\\?.*", "");
    }

    private static String indicators(RawClient.Answer answer) {
        return new JsonObject(answer.body())
                .getJsonObject("sections")
                .getJsonObject("indicators")
                .encode();
    }

    private static String stale(String data, String reason) {
        return "{\"status\":\"stale\",\"stale\":true,\"asOf\":\"2025-12-19\",\"knownAt\":\"2025-12-19T18:00:00.123Z\","
                + "\"ageSeconds\":0,\"reason\":\"" + reason + "\",\"data\":" + data + "}";
    }

    private static List<String> targets(FakeService service) {
        return service.received().stream().map(FakeService.Received::target).toList();
    }

    private RawClient.Answer situation(String query) throws IOException {
        return RawClient.get(gateway, "/api/v1/situation" + query);
    }

    private static FakeService.Answer whenAllAre(CountDownLatch arrived, String data) {
        return exchange -> {
            arrived.countDown();
            if (arrived.await(10, TimeUnit.SECONDS)) {
                FakeService.answer(200, "application/json", data).to(exchange);
            }
        };
    }

    private static String withIndicators(String reason) {
        return body(
                true,
                available(CEASEFIRE_DATA),
                available(CLAIMS_DATA),
                available(LEDGER_DATA),
                unavailable(reason),
                available(TIMELINE_DATA));
    }

    private static String body(
            boolean partial, String ceasefire, String claims, String ledger, String indicators, String timeline) {
        return "{\"ceasefire\":\"GAZA-2025-10\",\"area\":{\"pcode\":\"PS02\",\"name\":{\"en\":\"Gaza Strip\","
                + "\"ar\":\"قطاع غزة\"}},\"asOf\":\"2025-12-19\",\"knownAt\":\"2025-12-19T18:00:00.123Z\","
                + "\"language\":\"en\",\"partial\":" + partial + ",\"sections\":{\"ceasefire\":" + ceasefire
                + ",\"claims\":" + claims + ",\"ledger\":" + ledger
                + ",\"indicators\":" + indicators + ",\"timeline\":" + timeline + "},\"quotes\":[]}";
    }

    private static String available(String data) {
        return "{\"status\":\"available\",\"data\":" + data + "}";
    }

    private static String unavailable(String reason) {
        return "{\"status\":\"unavailable\",\"reason\":\"" + reason + "\"}";
    }
}
