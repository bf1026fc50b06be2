package org.humdash.gateway.situation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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
    private static final String HEADLINES = "/api/v1/headlines";

    private static final String CEASEFIRE_DATA = "{\"code\":\"GAZA-2025-10\",\"dayCounts\":{\"inclusive\":71}}";
    private static final String CLAIMS_DATA = "{\"measures\":[{\"measure\":\"VIOLATIONS\",\"lower\":738}]}";
    private static final String HEADLINES_DATA = "{\"items\":[{\"lower\":80,\"text\":{\"ar\":\"أكثر من 80 %\"}}]}";
    private static final String TIMELINE_DATA = "{\"items\":[],\"nextCursor\":null}";

    private static final String UNREACHABLE = unavailable("incident-service could not be reached");

    @TestHTTPResource
    URI gateway;

    @FakeServices.Incident
    FakeService incident;

    @FakeServices.Humanitarian
    FakeService humanitarian;

    @BeforeEach
    void bothServicesAnswer() {
        for (FakeService service : List.of(incident, humanitarian)) {
            service.up();
            service.forget();
        }
        incident.json(CEASEFIRE, CEASEFIRE_DATA).json(TIMELINE, TIMELINE_DATA).json(CLAIMS, CLAIMS_DATA);
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
                        available(HEADLINES_DATA),
                        available(TIMELINE_DATA)),
                answer.body());
        assertNull(answer.header("humdash-partial"));
        assertEquals("application/json;charset=UTF-8", answer.header("content-type"));
        assertEquals(
                Set.of(
                        CEASEFIRE + "?asOf=2025-12-19&knownAt=2025-12-19T18%3A00%3A00.123Z",
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
                .json("/api/v1/ceasefires/GAZA-2025-01/timeline", TIMELINE_DATA);

        RawClient.Answer answer = situation(
                "?ceasefire=GAZA-2025-01&area=PS0260&asOf=2025-03-01" + "&knownAt=2025-03-02T10:00:00.000001%2B02:00");

        assertTrue(
                answer.body()
                        .startsWith(
                                "{\"ceasefire\":\"GAZA-2025-01\",\"area\":{\"pcode\":\"PS0260\",\"name\":{\"en\":\"Gaza\","
                                        + "\"ar\":\"غزة\"}},\"asOf\":\"2025-03-01\",\"knownAt\":\"2025-03-02T08:00:00.000001Z\","
                                        + "\"partial\":false,"),
                answer.body());
        String pinned = "asOf=2025-03-01&knownAt=2025-03-02T08%3A00%3A00.000001Z";
        assertEquals(
                Set.of(
                        "/api/v1/ceasefires/GAZA-2025-01?" + pinned,
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
        CountDownLatch arrived = new CountDownLatch(4);
        incident.on(CEASEFIRE, whenAllAre(arrived, CEASEFIRE_DATA))
                .on(CLAIMS, whenAllAre(arrived, CLAIMS_DATA))
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
        assertEquals(body(true, UNREACHABLE, UNREACHABLE, available(HEADLINES_DATA), UNREACHABLE), answer.body());
        assertEquals("ceasefire, claims, timeline", answer.header("humdash-partial"));
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
                        unavailable("humanitarian-service could not be reached"),
                        UNREACHABLE),
                answer.body());
        assertEquals("ceasefire, claims, indicators, timeline", answer.header("humdash-partial"));
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
        assertEquals(body(true, available(CEASEFIRE_DATA), late2s, available(HEADLINES_DATA), late2s), answer.body());
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
                true, available(CEASEFIRE_DATA), available(CLAIMS_DATA), unavailable(reason), available(TIMELINE_DATA));
    }

    private static String body(boolean partial, String ceasefire, String claims, String indicators, String timeline) {
        return "{\"ceasefire\":\"GAZA-2025-10\",\"area\":{\"pcode\":\"PS02\",\"name\":{\"en\":\"Gaza Strip\","
                + "\"ar\":\"قطاع غزة\"}},\"asOf\":\"2025-12-19\",\"knownAt\":\"2025-12-19T18:00:00.123Z\",\"partial\":"
                + partial + ",\"sections\":{\"ceasefire\":" + ceasefire + ",\"claims\":" + claims + ",\"indicators\":"
                + indicators + ",\"timeline\":" + timeline + "}}";
    }

    private static String available(String data) {
        return "{\"status\":\"available\",\"data\":" + data + "}";
    }

    private static String unavailable(String reason) {
        return "{\"status\":\"unavailable\",\"reason\":\"" + reason + "\"}";
    }
}
