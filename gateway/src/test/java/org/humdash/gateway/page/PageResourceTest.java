package org.humdash.gateway.page;

import static org.humdash.gateway.page.PageText.between;
import static org.humdash.gateway.page.PageText.words;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.awaitility.Awaitility;
import org.humdash.gateway.peer.Peer;
import org.humdash.gateway.peer.Watermarks;
import org.humdash.gateway.testing.FakeService;
import org.humdash.gateway.testing.FakeServices;
import org.humdash.gateway.testing.GatewayDatabase;
import org.humdash.gateway.testing.GatewayTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class PageResourceTest {

    private static final String CEASEFIRE = "/api/v1/ceasefires/GAZA-2025-10";
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
                    + "frame-ancestors 'none'";

    private static final String CEASEFIRE_DATA = """
            {"code": "GAZA-2025-10", "status": "IN_EFFECT",
             "name": {"en": "Gaza ceasefire of October 2025", "ar": "وقف إطلاق النار في غزة"},
             "phases": [{"number": 1, "title": {"en": "First phase", "ar": "المرحلة الأولى"}, "status": "ACTIVE",
                         "start": "2025-10-10", "end": null, "source": {"name": {"en": "Al Jazeera", "ar": "الجزيرة"}},
                         "url": "https://example.org/phase"}]}
            """;
    private static final String CEASEFIRES_DATA = """
            {"items": [{"code": "GAZA-2025-01", "name": {"en": "Gaza ceasefire of January 2025", "ar": "وقف إطلاق النار"}},
                       {"code": "GAZA-2025-10", "name": {"en": "Gaza ceasefire of October 2025", "ar": "وقف إطلاق النار"}}]}
            """;
    private static final String CLAIMS_DATA = """
            {"measures": [
              {"measure": "VIOLATIONS", "name": {"en": "Violations", "ar": "الخروقات"}, "claims": [
                {"id": "c1", "estimate": {"qualifier": "AT_LEAST", "lower": 875, "text": {"en": "≥ 875", "ar": "ما لا يقل عن 875"}},
                 "originator": {"code": "A", "name": {"en": "Office A", "ar": "المكتب أ"}},
                 "publisher": {"code": "N", "name": {"en": "Network N", "ar": null}},
                 "breakdown": [{"name": {"en": "Shelling", "ar": "قصف"}, "estimate": {"text": {"en": "885", "ar": "885"}}}],
                 "residual": -10, "validFrom": "2025-10-10", "validTo": "2025-12-08", "publishedOn": "2025-12-10",
                 "ageAtPublicationDays": 2, "url": "https://example.org/875", "text": "at least 875 times", "language": "en"},
                {"id": "c2", "estimate": {"qualifier": "AT_LEAST", "lower": 738, "text": {"en": "≥ 738", "ar": "ما لا يقل عن 738"}},
                 "originator": {"code": "B", "name": {"en": "Office B", "ar": "المكتب ب"}},
                 "validFrom": "2025-10-10", "validTo": "2025-12-01", "publishedOn": "2025-12-01", "ageAtPublicationDays": 0}]},
              {"measure": "ATTACK_DAYS", "name": {"en": "Days with attacks", "ar": "أيام الهجمات"}, "claims": [
                {"id": "c3", "estimate": {"qualifier": "EXACT", "lower": 58, "best": 58, "upper": 58, "text": {"en": "58", "ar": "58"}},
                 "originator": {"code": "J", "name": {"en": "Al Jazeera", "ar": "الجزيرة"}},
                 "validFrom": "2025-10-10", "validTo": "2025-12-19", "publishedOn": "2025-12-19"}]}]}
            """;
    private static final String LEDGER_DATA = """
            {"ceasefire": {"code": "GAZA-2025-10"},
             "monitored": {"from": "2025-10-10", "to": "2025-12-19", "days": 71,
                           "dayCounts": {"inclusive": 71, "elapsed": 70, "fullDaysAfterEffective": 69}},
             "days": {"attack": 2, "possible": 1, "pending": 1, "quiet": 3, "noReport": 64},
             "attackDays": {"estimate": {"qualifier": "RANGE", "lower": 2, "upper": 3, "text": {"en": "2–3", "ar": "2–3"}}},
             "coverage": {"covered": 6},
             "definitions": [{"term": "QUIET", "meaning": {"en": "Somebody reported, and of no attack.", "ar": "وردت تقارير دون هجوم."}}]}
            """;
    private static final String HEADLINES_DATA = """
            {"items": [
              {"area": "PS02", "indicator": {"code": "STORM_DEATHS_ALL", "name": {"en": "Storm deaths", "ar": "وفيات العاصفة"},
                                             "unit": "people", "expectedIntervalDays": 30},
               "headline": "o2", "reason": {"en": "Its period ends last.", "ar": "فترتها تنتهي آخرًا."}, "freshness": "STALE",
               "claims": [
                 {"id": "o1", "estimate": {"qualifier": "EXACT", "lower": 11, "best": 11, "upper": 11, "text": {"en": "11", "ar": "11"}},
                  "unit": "people", "definition": {"code": "BODIES", "text": {"en": "Bodies recovered", "ar": "جثامين"}},
                  "originator": {"code": "A", "name": {"en": "Office A", "ar": "المكتب أ"}}, "validTo": "2025-12-13"},
                 {"id": "o2", "estimate": {"qualifier": "AT_LEAST", "lower": 13, "text": {"en": "≥ 13", "ar": "ما لا يقل عن 13"}},
                  "unit": "people", "definition": {"code": "STORM_DEATHS_ALL", "text": {"en": "All", "ar": "الكل"}},
                  "originator": {"code": "P", "name": {"en": "Press report", "ar": "تقرير صحفي"}}, "freshness": "STALE",
                  "validFrom": "2025-12-10", "validTo": "2025-12-19", "publishedOn": "2025-12-19"}]},
              {"area": "PS02", "indicator": {"code": "SHELTER_SITES", "name": {"en": "Sites", "ar": "مواقع"}, "unit": "sites"},
               "headline": null, "claims": [
                 {"id": "o3", "estimate": {"qualifier": "EXACT", "lower": 42, "text": {"en": "42", "ar": "42"}}, "unit": "sites",
                  "originator": {"code": "P", "name": {"en": "Press report", "ar": "تقرير صحفي"}}, "validTo": "2025-12-13"}]}]}
            """;
    private static final String TIMELINE_DATA = """
            {"items": [{"date": "2025-12-19", "kind": "TALKS", "title": {"en": "Talks in Miami", "ar": "محادثات في ميامي"},
                        "participants": ["Qatar", "Egypt"], "source": {"name": {"en": "Agence", "ar": "وكالة"}},
                        "url": "https://example.org/talks"}]}
            """;

    private static final AtomicInteger TESTS = new AtomicInteger();

    private final HttpClient client = HttpClient.newHttpClient();

    @TestHTTPResource
    URI gateway;

    @FakeServices.Incident
    FakeService incident;

    @FakeServices.Humanitarian
    FakeService humanitarian;

    @Inject
    Watermarks watermarks;

    private String knownAt;

    @BeforeEach
    void bothServicesAnswer() {
        // An instant of its own for each test: what one was answered does not stand in for what another is not.
        knownAt = Instant.parse("2025-12-19T17:00:00Z")
                .plusSeconds(TESTS.getAndIncrement())
                .toString();
        for (FakeService service : List.of(incident, humanitarian)) {
            service.up();
            service.forget();
        }
        incident.json(CEASEFIRE, CEASEFIRE_DATA)
                .json(CEASEFIRE + "/timeline", TIMELINE_DATA)
                .json(CEASEFIRE + "/ledger", LEDGER_DATA)
                .json("/api/v1/claims/latest", CLAIMS_DATA);
        humanitarian.json("/api/v1/headlines", HEADLINES_DATA);
    }

    @Test
    void aFigureSaysWhoHowMuchOfWhatTimeAndHowOldItWas() throws Exception {
        String page = page("/");

        String figure = between(page, "<article class=\"figure\" id=\"claims-violations\">", "</article>");
        assertEquals(
                "Violations ≥ 875 Stated by Office A, passed on by Network N Period from 10 October 2025 to 8 December 2025"
                        + " Published 10 December 2025 (2 days after the period ended) Source https://example.org/875"
                        + " By type, as the source states it Shelling 885 The parts add up to 10 more than the total."
                        + " In the words of the source: at least 875 times",
                words(figure.substring(0, figure.indexOf("<details"))));
        assertEquals(
                "Other statements (1) ≥ 738 Stated by Office B Period from 10 October 2025 to 1 December 2025"
                        + " Published 1 December 2025 (on the last day of the period)",
                words(between(figure, "<details>", "</details>")));
        assertTrue(
                figure.contains("<blockquote class=\"wordy\" lang=\"en\" dir=\"auto\">at least 875 times</blockquote>"),
                figure);
    }

    @Test
    void theHeadlineIsTheOneOfTheApiAndItsReasonAndTheOthersAreOneClickAway() throws Exception {
        String figure = between(page("/"), "id=\"indicators-storm-deaths-all\">", "</article>");

        assertEquals(
                "Storm deaths ≥ 13 people Older than the time in which a new figure is expected. Stated by Press report"
                        + " Period from 10 December 2025 to 19 December 2025 Published 19 December 2025",
                words(figure.substring(0, figure.indexOf("<details"))));
        assertEquals(
                "Other statements (1) Why the one above stands first: Its period ends last. 11 people Stated by Office A"
                        + " Period up to 13 December 2025 Counted by another definition Bodies recovered",
                words(between(figure, "<details>", "</details>")));
    }

    @Test
    void anIndicatorOfWhichNoStatementLeadsSaysSoAndShowsThemAll() throws Exception {
        assertEquals(
                "Sites No statement stands first. Other statements (1) 42 sites Stated by Press report"
                        + " Period up to 13 December 2025",
                words(between(page("/"), "id=\"indicators-shelter-sites\">", "</article>")));
    }

    @Test
    void theSentencesToQuoteAreThoseOfTheApiInBothLanguages() throws Exception {
        String pinned = "?asOf=2025-12-19&knownAt=" + knownAt;
        for (String path : List.of("/", "/ar")) {
            String page = get(path + pinned).body();
            for (String lang : List.of("en", "ar")) {
                JsonNode quotes = new ObjectMapper()
                        .readTree(get("/api/v1/situation" + pinned + "&lang=" + lang)
                                .body())
                        .path("quotes");
                assertEquals(5, quotes.size(), quotes.toString());
                for (JsonNode quote : quotes) {
                    // Of the claims about one measure, the first one is the one to quote.
                    if (!quote.path("id").asText().equals("c2")) {
                        assertTrue(
                                words(page).contains(quote.path("sentence").asText()),
                                quote.path("sentence").asText());
                        assertTrue(
                                page.contains(quote.path("permalink").asText().replace("&", "&amp;")),
                                quote.path("permalink").asText());
                    }
                }
            }
        }
    }

    @Test
    void theDaysSayWhatEachNumberMeansAndStandBesideWhatIsClaimed() throws Exception {
        String days = between(page("/"), "<section aria-labelledby=\"days\">", "</section>");

        assertEquals(
                "The days since the ceasefire took effect The incidents documented in this system, over 71 days from"
                        + " 10 October 2025 to 19 December 2025. Somebody reported on 6 of 71 days."
                        + " What each day was, by what is documented here Status Days What it means With attacks 2"
                        + " Possibly with attacks 1 Quiet 3 Somebody reported, and of no attack. Not reported on 64 Pending 1"
                        + " Documented here, and claimed by others Figure Days By whom Days with attacks, documented 2–3"
                        + " The incidents documented in this system Days with attacks 58 Al Jazeera,"
                        + " from 10 October 2025 to 19 December 2025"
                        + " How long the ceasefire has lasted, by how days are counted Convention Days What it means"
                        + " Inclusive 71 The first and the last day both count."
                        + " Elapsed 70 The first day does not count."
                        + " Full days only 69 Only whole days after the first one and before the last one count.",
                words(days.substring(0, days.indexOf("<div class=\"calendar"))));
    }

    @Test
    void noAttackIsNoNumberWhereNobodyReported() throws Exception {
        incident.json(
                CEASEFIRE + "/ledger",
                LEDGER_DATA
                        .replace("\"attack\": 2, \"possible\": 1", "\"attack\": 0, \"possible\": 0")
                        .replace("\"quiet\": 3", "\"quiet\": 0")
                        .replace("2–3", "0"));

        String row = between(page("/"), "Days with attacks, documented</th>", "</tr>");

        assertEquals("No number: nobody reported on any day The incidents documented in this system", words(row));
    }

    @Test
    void aDayOfTheCalendarIsSaidToThoseWhoDoNotSeeItsShape() throws Exception {
        incident.json(
                CEASEFIRE + "/ledger/days",
                "{\"items\": [{\"date\": \"2025-12-19\", \"status\": \"ATTACK\", \"incidents\": 3}]}");

        String calendar = between(page("/"), "<h3 id=\"calendar\">", "</section>");

        assertTrue(
                calendar.contains("<td class=\"ATTACK\"><span aria-hidden=\"true\"><span class=\"of\">19</span>"
                        + " <span class=\"mark ATTACK\"></span><b>A 3</b></span>"
                        + "<span class=\"said\">19 December 2025: With attacks, 3 incidents</span></td>"),
                calendar);
        assertTrue(
                calendar.contains("<a href=\"api/v1/ceasefires/GAZA-2025-10/ledger/days?from=2024-01-01&amp;limit=750"
                        + "&amp;asOf=2025-12-19&amp;knownAt=" + knownAt.replace(":", "%3A") + "\">"),
                calendar);
    }

    @Test
    void theMapIsDrawnOfWhatTheApiCounts() throws Exception {
        incident.json(CEASEFIRE + "/ledger/counts", """
                {"items": [{"from": "2025-10-10", "to": "2025-12-19", "incidents": 5, "contested": 0, "cells": [
                  {"area": "PS0260", "incidents": 4, "contested": 0}, {"area": "PS0275", "incidents": 1, "contested": 0}]}]}
                """);

        String map = between(page("/ar"), "<h2 id=\"map\">", "</section>");

        assertTrue(map.contains("text-anchor=\"end\">غزة: 4</text>"), map);
        assertEquals(2, map.split("<circle class=\"incidents\"", -1).length - 1);
        assertFalse(map.contains("style="), map);
    }

    @Test
    void whatAServiceSendsForACalendarAndAMapIsText() throws Exception {
        String hostile = "\\\"><script>alert(1)</script>{page.links}";
        incident.json(
                        CEASEFIRE + "/ledger/days",
                        "{\"items\": [{\"date\": \"2025-12-19\", \"status\": \"" + hostile + "\"}]}")
                .json(
                        CEASEFIRE + "/ledger/counts",
                        "{\"items\": [{\"from\": \"2025-12-19\", \"to\": \"2025-12-19\", \"incidents\": 1, \"cells\": ["
                                + "{\"area\": \"" + hostile + "\", \"incidents\": 1}]}]}");

        String page = page("/");

        assertFalse(page.contains("<script>"), page);
        String harmless = "&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;{page.links}";
        assertTrue(page.contains("<span class=\"said\">19 December 2025: " + harmless + "</span>"), page);
        assertTrue(page.contains("<bdi lang=\"en\">" + harmless + ", governorate not known</bdi>"), page);
    }

    @Test
    void aCalendarAndAMapThatCouldNotBeReadSayWhyInTheirPlaces() throws Exception {
        incident.on(CEASEFIRE + "/ledger/days", FakeService.answer(500, "text/plain", ""))
                .on(CEASEFIRE + "/ledger/counts", FakeService.answer(500, "text/plain", ""));

        HttpResponse<String> answer = get("/?area=PS0260&asOf=2025-12-19&knownAt=" + knownAt);

        String reason =
                "Not available now: incident-service answered with an error (500). No figure is shown in its place.";
        assertEquals("calendar, map", header(answer, "Humdash-Partial"));
        assertEquals("Day by day " + reason, words("<h3>" + between(answer.body(), "<h3 id=\"calendar\">", "</div>")));
        assertEquals(
                "Documented incidents by governorate " + reason,
                words("<h2>" + between(answer.body(), "<h2 id=\"map\">", "</section>")));
        assertTrue(
                incident.received().stream()
                        .anyMatch(request -> request.target()
                                .startsWith(CEASEFIRE + "/ledger/days?area=PS0260&from=2024-01-01&limit=750&asOf=")),
                incident.received().toString());
    }

    @Test
    void aPartIsSaidInWords() throws Exception {
        humanitarian.json(
                "/api/v1/headlines",
                HEADLINES_DATA.replace(
                        "\"validFrom\": \"2025-12-10\", \"validTo\": \"2025-12-19\"",
                        "\"disaggregation\": {\"sex\": \"FEMALE\", \"age\": null, \"cause\": \"COLLAPSE\","
                                + " \"shelterType\": \"<b>\"}, \"validTo\": \"2025-12-19\""));

        assertTrue(words(page("/"))
                .contains("Only about female, caused by the collapse of a building, wall or shelter, shelterType <b>"));
        assertTrue(words(page("/ar")).contains("يخص فقط الإناث، بسبب انهيار مبنى أو جدار أو مأوى، "));
    }

    @Test
    void phasesAndTheTimelineNameTheirSources() throws Exception {
        String page = page("/");

        assertEquals(
                "Phases since 10 October 2025 Under way First phase Source: Al Jazeera",
                words(between(page, "<section aria-labelledby=\"phases\">", "</section>")));
        assertEquals(
                "Timeline 19 December 2025 Talks Talks in Miami Participants: Qatar, Egypt. Source: Agence",
                words(between(page, "<section aria-labelledby=\"timeline\">", "</section>")));
        assertTrue(page.contains("<a href=\"https://example.org/talks\" rel=\"noreferrer external\">"), page);
    }

    @Test
    void theArabicPageIsArabicAndRunsFromRightToLeft() throws Exception {
        String page = page("/ar");

        assertTrue(page.contains("<html lang=\"ar\" dir=\"rtl\">"), page);
        assertEquals(
                "الخروقات ما لا يقل عن 875 بحسب المكتب أ، والناقل Network N الفترة من 10 تشرين الأول/أكتوبر 2025 إلى"
                        + " 8 كانون الأول/ديسمبر 2025 تاريخ النشر 10 كانون الأول/ديسمبر 2025 (بعد يومين من انتهاء الفترة)"
                        + " المصدر https://example.org/875 حسب النوع، كما يذكره المصدر قصف 885"
                        + " مجموع الأجزاء أكثر من الإجمالي بمقدار 10. بكلمات المصدر: at least 875 times",
                words(between(page, "id=\"claims-violations\">", "<details")));
        assertTrue(page.contains("<bdi lang=\"en\">Network N</bdi>"), page);
        assertTrue(words(page).contains("على مدى 71 يومًا من 10 تشرين الأول/أكتوبر 2025"), words(page));
    }

    @Test
    void whateverAServiceSendsIsText() throws Exception {
        String hostile = "<script>alert(1)</script>\\\" onload=\\\"x";
        incident.json(
                CEASEFIRE + "/timeline",
                "{\"items\":[{\"date\":\"2025-12-19\",\"kind\":\"{t.say}\",\"title\":{\"en\":\"" + hostile
                        + " {page.links}\"},\"participants\":[\"<b>\"],\"source\":{\"name\":{\"en\":\"'&'\"}},"
                        + "\"url\":\"javascript:alert(1)\"}]}");

        String timeline = between(page("/"), "<section aria-labelledby=\"timeline\">", "</section>");

        assertFalse(timeline.contains("<script"), timeline);
        assertFalse(timeline.contains("javascript:"), timeline);
        assertTrue(
                timeline.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&quot;x {page.links}"), timeline);
        assertTrue(timeline.contains("&lt;b&gt;"), timeline);
        assertTrue(timeline.contains("&#39;&amp;&#39;"), timeline);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"items\":5,\"measures\":{},\"monitored\":[]}",
                "{\"items\":[null,{},[]],\"measures\":[null,{}]}"
            })
    void whatIsNotAsDescribedIsLeftOut(String odd) throws Exception {
        incident.json(CEASEFIRE, odd)
                .json(CEASEFIRE + "/timeline", odd)
                .json(CEASEFIRE + "/ledger", odd)
                .json("/api/v1/claims/latest", odd);
        humanitarian.json("/api/v1/headlines", odd);

        String page = page("/");

        assertEquals(10, page.split("Nothing is recorded about this\\.", -1).length - 1);
        assertTrue(page.contains("<h1><bdi>GAZA-2025-10</bdi>"), page);
    }

    @Test
    void aPartThatIsMissingSaysWhyInItsPlaceAndIsNotKept() throws Exception {
        humanitarian.down();

        HttpResponse<String> answer = get("/?asOf=2025-12-19&knownAt=" + knownAt);

        assertEquals(200, answer.statusCode());
        assertEquals("no-store", header(answer, "Cache-Control"));
        assertEquals(
                "indicators, hazards, damage, commitments, observation_findings", header(answer, "Humdash-Partial"));
        assertNull(header(answer, "ETag"));
        assertEquals(
                "Humanitarian indicators Of each indicator, one statement stands first by a written rule; the others are one"
                        + " click away. Not available now: humanitarian-service could not be reached. No figure is shown in"
                        + " its place.",
                words(between(answer.body(), "<section aria-labelledby=\"indicators\">", "</section>")));
        assertTrue(answer.body().contains("id=\"claims-violations\""), answer.body());
    }

    @Test
    void aPartOfBeforeSaysOfWhenItIs() throws Exception {
        page("/");
        humanitarian.down();

        String page = page("/");

        assertEquals(
                "These are earlier figures, as of 19 December 2025 and known on 19 December 2025, 17:00 UTC, read less than a"
                        + " minute ago. Why there are none of now: humanitarian-service could not be reached.",
                words(between(
                        between(page, "<section aria-labelledby=\"indicators\">", "</section>"),
                        "<p class=\"notice\">",
                        "</p>")));
        assertTrue(page.contains("id=\"indicators-storm-deaths-all\""), page);
    }

    @Test
    void theViewIsInItsAddress() throws Exception {
        String page = get("/?area=PS0260&asOf=2025-12-19&knownAt=" + knownAt).body();

        String pinned = "?ceasefire=GAZA-2025-10&amp;area=PS0260&amp;asOf=2025-12-19&amp;knownAt="
                + knownAt.replace(":", "%3A");
        assertTrue(page.contains("<a href=\"./" + pinned + "\">Permanent link to this view</a>"), page);
        assertTrue(page.contains("<a href=\"api/v1/situation" + pinned + "\">"), page);
        assertTrue(
                page.contains("<a href=\"ar?area=PS0260&amp;asOf=2025-12-19&amp;knownAt=" + knownAt.replace(":", "%3A")
                        + "\" lang=\"ar\" hreflang=\"ar\">العربية</a>"),
                page);
        assertTrue(page.contains("<option value=\"PS0260\" selected>Gaza</option>"), page);
        assertEquals(2, page.split(" selected>", -1).length - 1, "a ceasefire and an area");
        assertTrue(page.contains("name=\"asOf\" type=\"date\" value=\"2025-12-19\""), page);
    }

    @Test
    void anyCeasefireCanBeChosen() throws Exception {
        incident.json("/api/v1/ceasefires", CEASEFIRES_DATA);

        String page = get("/?ceasefire=GAZA-2025-10").body();

        assertTrue(page.contains("<option value=\"GAZA-2025-01\">Gaza ceasefire of January 2025</option>"), page);
        assertTrue(
                page.contains("<option value=\"GAZA-2025-10\" selected>Gaza ceasefire of October 2025</option>"), page);
    }

    @Test
    void noKeyShowsMoreThanAnybodySees() throws Exception {
        HttpResponse<String> page = client.send(
                HttpRequest.newBuilder(gateway.resolve("/?asOf=2025-12-19&knownAt=" + knownAt))
                        .header("Authorization", "Bearer " + GatewayDatabase.ADMINISTRATOR_KEY)
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertEquals(200, page.statusCode());
        assertFalse(incident.received().isEmpty());
        for (FakeService.Received request : incident.received()) {
            assertEquals(List.of(), request.header("authorization"), request.target());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/ar", "/?asOf=nonsense", "/page/style.css"})
    void aBrowserIsToldToAskNobodyElse(String path) throws Exception {
        HttpResponse<String> answer = get(path);

        assertEquals(POLICY, header(answer, "Content-Security-Policy"));
        assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
        assertEquals("no-referrer", header(answer, "Referrer-Policy"));
        String own = "<script src=\"page/charts.js\" defer></script>";
        for (String forbidden : List.of("<script", "style=", "onload", "<img", "url(")) {
            assertFalse(answer.body().replace(own, "").contains(forbidden), forbidden);
        }
    }

    @Test
    void anAddressThatCannotBeReadIsRefusedInWords() throws Exception {
        HttpResponse<String> answer = get("/?asOf=%3Cb%3E");
        HttpResponse<String> arabic = get("/ar?sections=claims");

        assertEquals(400, answer.statusCode());
        assertEquals("no-store", header(answer, "Cache-Control"));
        assertEquals("text/html;charset=UTF-8", header(answer, "Content-Type"));
        assertTrue(
                answer.body()
                        .contains(
                                "<p lang=\"en\" dir=\"ltr\">&quot;&lt;b&gt;&quot; is not a day of the calendar. Write it as in"
                                        + " asOf=2025-12-19</p>"),
                answer.body());
        assertEquals(400, arabic.statusCode());
        assertTrue(arabic.body().contains("<h1>لا يمكن قراءة عنوان هذه الصفحة</h1>"), arabic.body());
    }

    @Test
    void aCeasefireThatIsNotRecordedIsNotFound() throws Exception {
        HttpResponse<String> answer = get("/?ceasefire=NONE&knownAt=" + knownAt);

        assertEquals(404, answer.statusCode());
        assertTrue(answer.body().contains("<h1>No such ceasefire is recorded</h1>"), answer.body());
    }

    @Test
    void aPageWithNothingOnItIsNone() throws Exception {
        incident.down();
        humanitarian.down();

        HttpResponse<String> answer = get("/?asOf=2025-12-19&knownAt=" + knownAt);
        HttpResponse<String> arabic = get("/ar?asOf=2025-12-19&knownAt=" + knownAt);

        assertEquals(503, answer.statusCode());
        assertEquals("10", header(answer, "Retry-After"));
        assertEquals("no-store", header(answer, "Cache-Control"));
        assertNull(header(answer, "ETag"));
        assertEquals(POLICY, header(answer, "Content-Security-Policy"));
        assertEquals(
                "Humanitarian situation dashboard Nothing could be read now Not available now: incident-service could not be"
                        + " reached. No figure is shown in its place. Not available now: humanitarian-service could not be"
                        + " reached. No figure is shown in its place. It can be asked for again in 10 seconds."
                        + " The situation of today",
                words(between(answer.body(), "<main id=\"content\">", "</main>")));
        assertEquals(503, arabic.statusCode());
        assertTrue(arabic.body().contains("<h1>تعذرت قراءة أي شيء الآن</h1>"), arabic.body());
        assertTrue(arabic.body().contains("يمكن طلبها مجددًا بعد 10 ثوانٍ."), arabic.body());
    }

    @ParameterizedTest
    @CsvSource({
        "/page/nothing, '', en, ../page/style.css, .././",
        "/page/nothing, */*, en, ../page/style.css, .././",
        "/ar/nothing, '', ar, ../page/style.css, ../ar",
        "/nothing, 'text/html,application/xhtml+xml', en, page/style.css, ./",
        "/a/b/nothing, text/html, en, ../../page/style.css, ../.././"
    })
    void thatThereIsNoSuchPageIsAPage(String path, String accept, String lang, String style, String home)
            throws Exception {
        HttpResponse<String> answer = accept.isEmpty() ? get(path) : get(path, "Accept", accept);

        assertEquals(404, answer.statusCode());
        assertEquals("text/html;charset=UTF-8", header(answer, "Content-Type"));
        assertEquals(lang, header(answer, "Content-Language"));
        assertEquals(POLICY, header(answer, "Content-Security-Policy"));
        assertTrue(answer.body().contains("<link rel=\"stylesheet\" href=\"" + style + "\">"), answer.body());
        assertTrue(answer.body().contains("<a href=\"" + home + "\">"), answer.body());
        assertTrue(
                answer.body()
                        .contains(lang.equals("en") ? "<h1>There is no such page</h1>" : "<h1>لا توجد صفحة كهذه</h1>"),
                answer.body());
    }

    @ParameterizedTest
    @CsvSource({
        "/page/nothing, application/problem+json",
        "/nothing, */*",
        "/api/v1/nothing, text/html",
        "/q/nothing, text/html"
    })
    void aProgramIsToldInAProblem(String path, String accept) throws Exception {
        HttpResponse<String> answer = get(path, "Accept", accept);

        assertEquals(404, answer.statusCode());
        assertEquals("application/problem+json", header(answer, "Content-Type"));
    }

    @Test
    void aFormatThatIsNotOfferedIsRefusedInTheOneThatWasAskedFor() throws Exception {
        assertEquals("text/html;charset=UTF-8", header(get("/", "Accept", "image/png"), "Content-Type"));
        assertEquals(406, get("/ar", "Accept", "image/png").statusCode());
        assertEquals("application/problem+json", header(get("/", "Accept", "application/json"), "Content-Type"));
    }

    @Test
    void aSlashTooManyLeadsToThePage() throws Exception {
        HttpResponse<String> answer = get("/ar/?asOf=2025-12-19");

        assertEquals(308, answer.statusCode());
        assertEquals("../ar?asOf=2025-12-19", header(answer, "Location"));
        assertEquals(List.of(), incident.received());
    }

    @Test
    void headTellsWhatGetTellsAndWhoeverTakesItCompressedGetsItSo() throws Exception {
        URI page = gateway.resolve("/?asOf=2025-12-19&knownAt=" + knownAt);
        HttpResponse<String> head =
                client.send(HttpRequest.newBuilder(page).HEAD().build(), HttpResponse.BodyHandlers.ofString());
        HttpResponse<byte[]> gzip = client.send(
                HttpRequest.newBuilder(page).header("Accept-Encoding", "gzip").build(),
                HttpResponse.BodyHandlers.ofByteArray());

        assertEquals(200, head.statusCode());
        assertEquals("", head.body());
        assertEquals(POLICY, header(head, "Content-Security-Policy"));
        assertEquals("gzip", gzip.headers().firstValue("Content-Encoding").orElse(null));
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip.body()))) {
            assertEquals(page("/"), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void anUnchangedPageIsComposedOnceAndConfirmedByItsTag() throws Exception {
        String state = UUID.randomUUID().toString();
        incident.tells(state + "a 2025-12-19T17:00:00Z");
        humanitarian.tells(state + "b 2025-12-19T16:00:00Z");
        Awaitility.await()
                .atMost(10, TimeUnit.SECONDS)
                .until(() -> tells(Peer.INCIDENT, state) && tells(Peer.HUMANITARIAN, state));

        HttpResponse<String> first = get("/");
        HttpResponse<String> second = get("/");
        HttpResponse<String> third = get("/", "If-None-Match", header(first, "ETag"));
        HttpResponse<String> arabic = get("/ar", "If-None-Match", header(first, "ETag"));

        assertEquals(first.body(), second.body());
        assertEquals("public, no-cache", header(second, "Cache-Control"));
        assertEquals(POLICY, header(second, "Content-Security-Policy"));
        assertEquals("text/html;charset=UTF-8", header(second, "Content-Type"));
        assertEquals(304, third.statusCode());
        assertEquals(200, arabic.statusCode());
        long asked = incident.received().stream()
                .filter(request -> request.target().startsWith(CEASEFIRE + "?"))
                .count();
        assertEquals(2, asked, "asked once for each language");
    }

    private boolean tells(Peer peer, String state) {
        return watermarks
                .of(peer)
                .filter(mark -> mark.token().startsWith(state))
                .isPresent();
    }

    private String page(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path + "?asOf=2025-12-19&knownAt=" + knownAt);
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body();
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse(null);
    }
}
