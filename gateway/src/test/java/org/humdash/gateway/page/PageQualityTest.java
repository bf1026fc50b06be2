package org.humdash.gateway.page;

import static org.humdash.gateway.page.PageText.between;
import static org.humdash.gateway.page.PageText.section;
import static org.humdash.gateway.page.PageText.words;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.humdash.gateway.testing.FakeService;
import org.humdash.gateway.testing.FakeServices;
import org.humdash.gateway.testing.GatewayTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is old, single-sourced, contested, unreported or odd, on the page. */
@GatewayTest
class PageQualityTest {

    private static final String CEASEFIRE = "/api/v1/ceasefires/GAZA-2025-10";
    private static final String CLAIM_FINDINGS = "/api/v1/claims/findings";
    private static final String OBSERVATION_FINDINGS = "/api/v1/observations/findings";
    private static final AtomicInteger TESTS = new AtomicInteger();

    private final HttpClient client = HttpClient.newHttpClient();

    @TestHTTPResource
    URI gateway;

    @FakeServices.Incident
    FakeService incident;

    @FakeServices.Humanitarian
    FakeService humanitarian;

    private String knownAt;

    @BeforeEach
    void bothServicesAnswer() {
        // An instant of its own for each test: what one was answered does not stand in for what another is not.
        knownAt = Instant.parse("2025-12-18T17:00:00Z")
                .plusSeconds(TESTS.getAndIncrement())
                .toString();
        for (FakeService service : List.of(incident, humanitarian)) {
            service.up();
            service.forget();
        }
        incident.json(CEASEFIRE, "{\"code\":\"GAZA-2025-10\"}")
                .json(CEASEFIRE + "/timeline", "{\"items\":[]}")
                .json(
                        CEASEFIRE + "/ledger",
                        "{\"monitored\":{\"days\":71},\"days\":{\"noReport\":64},\"coverage\":{\"covered\":6}}")
                .json(
                        "/api/v1/claims/latest",
                        "{\"measures\":[" + measure("KILLED", "Killed", "A", "A") + ","
                                + measure("INJURED", "Injured", "A", "B") + "]}")
                .json(CLAIM_FINDINGS, "{\"items\":[]}");
        humanitarian
                .json(
                        "/api/v1/headlines",
                        "{\"items\":[{\"indicator\":{\"code\":\"TENTS\",\"name\":{\"en\":\"Tents\",\"ar\":\"الخيام\"},"
                                + "\"expectedIntervalDays\":14},\"freshness\":\"STALE\",\"headline\":\"o2\",\"claims\":["
                                + statement("o1", "A", 41) + "," + statement("o2", "B", 42) + "]},"
                                + "{\"indicator\":{\"code\":\"SITES\",\"name\":{\"en\":\"Sites\"}},\"freshness\":\"CURRENT\","
                                + "\"headline\":null,\"claims\":[" + statement("o3", "B", 7) + "]}]}")
                .json(OBSERVATION_FINDINGS, "{\"items\":[]}");
    }

    @Test
    void whatIsOldSaysOfWhenItIsAndWhenANewFigureIsExpected() throws Exception {
        assertEquals(
                "Indicators with an old figure: 1 The figure that stands first is older than the time in which a new one is"
                        + " expected. Show which Tents 42 Stated by Office B, up to 8 December 2025 It is as of 8 December"
                        + " 2025; a new one is expected within 14 days.",
                check(page("/"), "Indicators with an old figure"));
        assertTrue(page("/").contains("<a href=\"#indicators-tents\">"));
    }

    @Test
    void whatOneOriginatorAloneStatesIsCountedHoweverOften() throws Exception {
        assertEquals(
                "Figures with a single source: 2 Every statement about the measure or the indicator is of one originator,"
                        + " whoever passed it on. Show which Killed 1 Stated by Office A, up to 8 December 2025 Sites 7"
                        + " Stated by Office B, up to 8 December 2025",
                check(page("/"), "Figures with a single source"));
    }

    @Test
    void whatIsContestedIsSaidInTheSentenceOfTheApi() throws Exception {
        String contested = check(page("/"), "Contested statements");

        assertTrue(
                contested.startsWith(
                        "Contested statements: 5 Somebody states otherwise for the same time. Show which Killed"
                                + " According to the Office A, 1 person was killed up to 8 December 2025."),
                contested);
        assertTrue(
                contested.contains(
                        "This figure is contested. Stated otherwise for the same time: the Office A: 2 people"),
                contested);
    }

    @Test
    void daysThatNobodyReportedOnAreThoseOfTheLedger() throws Exception {
        assertEquals(
                "Days that nobody reported on: 64 Of these days it is not known whether there were incidents. Somebody"
                        + " reported on 6 of 71 days. The days and what each status means",
                check(page("/"), "Days that nobody reported on"));
    }

    @Test
    void whatTheLinterNoticedIsInTheLanguageOfThePageWithItsSeverity() throws Exception {
        incident.json(CLAIM_FINDINGS, findings("\"measure\":\"KILLED\"", null));
        humanitarian.json(OBSERVATION_FINDINGS, findings("\"indicator\":\"TENTS\"", null));

        String page = page("/");
        assertEquals(
                "Claims with something to look at: 1 Parts that do not add up to the total, figures that fall or jump,"
                        + " relays that differ and the like. It does not say which figure is right. Show which Killed 5"
                        + " Stated by Office A, up to 8 December 2025 Does not go together 5 after 6: it fell. Worth a look"
                        + " The relay gives 4. These claims as data, with the arithmetic",
                check(page, "Claims with something to look at"));
        assertTrue(page.contains("<a href=\"api/v1/claims/f-1\">"), page);
        assertEquals(
                "إفادات عن المؤشرات فيها ما يستحق النظر: 1 الأمر نفسه في النسب والمعدلات وسائر أرقام المؤشرات. اعرضها الخيام"
                        + " 5 بحسب المكتب A، حتى 8 كانون الأول/ديسمبر 2025 لا يتوافق 5 بعد 6: انخفض. يستحق النظر"
                        + " The relay gives 4. هذه الإفادات كبيانات مع العمليات الحسابية",
                check(page("/ar"), "إفادات عن المؤشرات فيها ما يستحق النظر"));
        String time = "asOf=2025-12-19&knownAt=" + knownAt.replace(":", "%3A");
        assertEquals(
                List.of(CLAIM_FINDINGS + "?ceasefire=GAZA-2025-10&area=PS02&limit=200&" + time),
                targets(incident, CLAIM_FINDINGS));
        assertEquals(
                List.of(OBSERVATION_FINDINGS + "?area=PS02&limit=200&" + time),
                targets(humanitarian, OBSERVATION_FINDINGS));
    }

    @Test
    void whereTheApiHasMoreTheCountSaysSo() throws Exception {
        incident.json(CLAIM_FINDINGS, findings("\"measure\":\"KILLED\"", "next"));

        assertTrue(
                check(page("/"), "Claims with something").startsWith("Claims with something to look at: 1 or more "));
    }

    @Test
    void ofManyTheFirstAreShownAndTheOthersCounted() throws Exception {
        humanitarian.json(
                "/api/v1/headlines",
                "{\"items\":["
                        + IntStream.range(0, 23)
                                .mapToObj(i -> "{\"indicator\":{\"code\":\"I" + i + "\",\"name\":{\"en\":\"I" + i
                                        + "\"}},\"freshness\":\"STALE\",\"claims\":[]}")
                                .collect(Collectors.joining(","))
                        + "]}");

        String stale = between(page("/"), "<h3>Indicators with an old figure", "<div class=\"check\">");

        assertEquals(20, stale.split("<li>", -1).length - 1);
        assertTrue(stale.contains("<span>23</span>"), stale);
        assertTrue(stale.contains("<p>and 3 more</p>"), stale);
    }

    @Test
    void whereNothingIsOddTheCountIsNone() throws Exception {
        assertTrue(check(page("/"), "Claims with something").startsWith("Claims with something to look at: 0 "));
        assertFalse(between(page("/"), "<h3>Claims with something", "</div>").contains("<details>"));
    }

    @Test
    void whatDoesNotAnswerHasNoCountAndSaysWhy() throws Exception {
        humanitarian.down();

        HttpResponse<String> answer = get("/");

        assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(null));
        String why = " Not available now: humanitarian-service could not be reached. No figure is shown in its place.";
        assertEquals(
                "Statements about indicators with something to look at The same of percentages, rates and other figures of"
                        + " indicators." + why + " These statements as data, with the arithmetic",
                check(answer.body(), "Statements about indicators with something"));
        assertEquals(
                "Indicators with an old figure The figure that stands first is older than the time in which a new one is"
                        + " expected." + why,
                check(answer.body(), "Indicators with an old figure"));
    }

    @Test
    void whateverAServiceSendsIsText() throws Exception {
        incident.json(
                CLAIM_FINDINGS,
                "{\"items\":[null,{\"findings\":5},{\"id\":\"../x?\\\"><b>\",\"findings\":[{\"severity\":\"{t}\",\"message\":"
                        + "{\"en\":\"<script>{page.links}\"}}]}]}");

        String findings = between(page("/"), "<h3>Claims with something", "</details>");

        assertFalse(findings.contains("<script"), findings);
        assertFalse(findings.contains("../x"), findings);
        assertTrue(findings.contains("&lt;script&gt;{page.links}"), findings);
    }

    private static String check(String page, String name) {
        String quality = section(page, "quality");
        return words("<h3>" + name + between(quality, "<h3>" + name, "</div>"));
    }

    private String page(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(gateway.resolve(path + "?asOf=2025-12-19&knownAt=" + knownAt))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static List<String> targets(FakeService service, String path) {
        return service.received().stream()
                .map(FakeService.Received::target)
                .filter(target -> target.startsWith(path))
                .distinct()
                .toList();
    }

    private static String measure(String code, String name, String... originators) {
        return "{\"measure\":\"" + code + "\",\"name\":{\"en\":\"" + name + "\"},\"claims\":["
                + IntStream.range(0, originators.length)
                        .mapToObj(i -> statement(code + i, originators[i], i + 1))
                        .collect(Collectors.joining(","))
                + "]}";
    }

    private static String statement(String id, String originator, int number) {
        return "{\"id\":\"" + id + "\",\"estimate\":{\"qualifier\":\"EXACT\",\"lower\":" + number + ",\"best\":"
                + number
                + ",\"upper\":" + number + ",\"text\":{\"en\":\"" + number + "\"}},\"originator\":{\"code\":\""
                + originator
                + "\",\"name\":{\"en\":\"Office " + originator + "\",\"ar\":\"المكتب " + originator
                + "\"}},\"validTo\":\"2025-12-08\"}";
    }

    private static String findings(String what, String next) {
        return "{\"items\":[{\"id\":\"f-1\"," + what
                + ",\"estimate\":{\"text\":{\"en\":\"5\"}},\"originator\":{\"code\":\"A\","
                + "\"name\":{\"en\":\"Office A\",\"ar\":\"المكتب A\"}},\"validTo\":\"2025-12-08\",\"findings\":["
                + "{\"severity\":\"WARNING\",\"message\":{\"en\":\"5 after 6: it fell.\",\"ar\":\"5 بعد 6: انخفض.\"}},"
                + "{\"severity\":\"NOTICE\",\"message\":{\"en\":\"The relay gives 4.\"}}]}],\"nextCursor\":"
                + (next == null ? "null" : "\"" + next + "\"") + "}";
    }
}
