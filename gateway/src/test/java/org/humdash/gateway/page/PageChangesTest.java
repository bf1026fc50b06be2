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
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.humdash.gateway.testing.FakeService;
import org.humdash.gateway.testing.FakeServices;
import org.humdash.gateway.testing.GatewayDatabase;
import org.humdash.gateway.testing.GatewayTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What changed since a chosen day, on the page. */
@GatewayTest
class PageChangesTest {

    private static final String CEASEFIRE = "/api/v1/ceasefires/GAZA-2025-10";
    private static final String VIEW = "?asOf=2025-12-19&knownAt=2025-12-19T12:00:00Z";

    /** A day in Gaza begins two hours before that of UTC in winter. */
    private static final String SINCE = "2025-12-17T22:00:00Z";

    private final HttpClient client = HttpClient.newHttpClient();

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
        incident.json(CEASEFIRE, "{\"code\":\"GAZA-2025-10\"}")
                .json(CEASEFIRE + "/timeline", "{\"items\":[]}")
                .json(CEASEFIRE + "/ledger", "{}")
                .json("/api/v1/claims/latest", "{\"measures\":[]}")
                .json("/api/v1/claims", list())
                .json("/api/v1/incidents", list())
                .json("/api/v1/incidents/changes", list());
        humanitarian
                .json("/api/v1/headlines", "{\"items\":[]}")
                .json("/api/v1/observations", list())
                .json("/api/v1/observations/changes", list())
                .json("/api/v1/hazards", list())
                .json("/api/v1/hazards/changes", list());
    }

    @Test
    void whoNamedNoDayIsOfferedSomeAndNothingMoreIsAsked() throws Exception {
        String changes = section(page("/" + VIEW), "changes");

        assertEquals(
                "What changed Choose a day to see what has been recorded, revised or taken back here since it began."
                        + " Changes since Show changes Since 12 December 2025 (the last 7 days) Since 19 November 2025"
                        + " (the last 30 days)",
                words(changes));
        assertTrue(
                changes.contains(
                        "<a href=\"./?asOf=2025-12-19&amp;knownAt=2025-12-19T12%3A00%3A00Z&amp;since=2025-12-12#changes\">"),
                changes);
        assertFalse(targets(incident).contains("/changes?"), targets(incident));
        assertFalse(targets(humanitarian).contains("/changes?"), targets(humanitarian));
    }

    @Test
    void whereNothingChangedItSaysSo() throws Exception {
        assertEquals(
                "Headline figures before and after The headline figures are what they were. Claims about the ceasefire"
                        + " Nothing changed. Statements about indicators Nothing changed. Incidents Nothing changed."
                        + " Hazards Nothing changed. The same changes as data:"
                        + " api/v1/situation/diff?ceasefire=GAZA-2025-10&area=PS02&asOf=2025-12-19"
                        + "&knownAt=2025-12-19T12%3A00%3A00Z&since=2025-12-17T22%3A00%3A00Z",
                words(between(changed("/"), "</ul>", "</section>")));
    }

    @Test
    void headlineFiguresStandBeforeAndAfterWithWhoStatesThem() throws Exception {
        claimsWere("≥ 700", "≥ 738");
        incident.on(
                CEASEFIRE + "/ledger",
                byInstant(
                        "{\"attackDays\":{\"estimate\":{\"text\":{\"en\":\"2–3\"}}},\"days\":{\"attack\":2}}",
                        "{\"attackDays\":{\"estimate\":{\"text\":{\"en\":\"3\"}}},\"days\":{\"attack\":3},"
                                + "\"monitored\":{\"from\":\"2025-10-10\",\"to\":\"2025-12-19\"}}"));
        humanitarian.on(
                "/api/v1/headlines",
                byInstant(
                        "{\"items\":[]}",
                        "{\"items\":[{\"indicator\":{\"code\":\"STORM\",\"name\":{\"en\":\"Storm deaths\"}},\"headline\":\"h\","
                                + "\"claims\":[" + claim("h", "≥ 13", 1, "NEW") + "]}]}"));

        assertEquals(
                "Figure Before After"
                        + " Violations ≥ 700 Stated by Office A, up to 8 December 2025"
                        + " ≥ 738 Stated by Office A, up to 8 December 2025"
                        + " Days with attacks, documented 2–3 The incidents documented in this system"
                        + " 3 The incidents documented in this system, from 10 October 2025 to 19 December 2025"
                        + " Storm deaths No figure ≥ 13 Stated by Office A, up to 8 December 2025",
                words(between(changed("/"), "<table>", "</table>")));
    }

    @Test
    void recordsAreNewRevisedOrRetractedWithTheirReasonsInWords() throws Exception {
        claimsWere("≥ 700", "≥ 738");
        incident.json(
                        "/api/v1/incidents",
                        list("{\"id\":\"i1\",\"ceasefire\":\"GAZA-2025-10\",\"typeName\":{\"en\":\"Air strike\"},"
                                + "\"source\":{\"name\":{\"en\":\"Agence\"}},\"occurredFrom\":\"2025-10-19\","
                                + "\"occurredTo\":\"2025-10-19\",\"place\":{\"adm2\":\"PS0260\"},\"figures\":{\"killed\":"
                                + "{\"text\":{\"en\":\"≥ 2\"}},\"injured\":{\"text\":{\"en\":\"5\"}}},"
                                + revision(1, "NEW") + "}"))
                .json(
                        "/api/v1/incidents/changes",
                        list(tombstone("t1", "RETRACTED"), tombstone("t2", "MERGED"), tombstone("t3", "WITHHELD")));
        humanitarian
                .json(
                        "/api/v1/observations",
                        list(
                                "{\"id\":\"o1\",\"indicator\":\"TENTS\",\"area\":\"PS02\",\"estimate\":{\"text\":{\"en\":\"42\"}},"
                                        + "\"unit\":\"tents\",\"originator\":{\"code\":\"B\",\"name\":{\"en\":\"Office B\"}},"
                                        + "\"validTo\":\"2025-12-13\"," + revision(2, "RECLASSIFICATION") + "}"))
                .json(
                        "/api/v1/hazards",
                        list("{\"code\":\"BYRON\",\"name\":{\"en\":\"Storm Byron\"},\"areas\":[\"PS02\"],\"start\":"
                                + "\"2025-12-10\",\"end\":null,\"source\":{\"name\":{\"en\":\"Agence\"}},"
                                + revision(2, "UPDATE") + "}"));

        String recorded = " recorded on 18 December 2025, 01:00 UTC ";
        assertEquals(
                "Claims about the ceasefire New: 0. Revised: 1. Retracted or not shown any more: 0. Revised (1) Violations"
                        + " ≥ 738 Stated by Office A, up to 8 December 2025 Recording corrected" + recorded
                        + "Statements about indicators New: 0. Revised: 1. Retracted or not shown any more: 0. Revised (1)"
                        + " TENTS 42 tents Stated by Office B, up to 13 December 2025 Classified otherwise" + recorded
                        + "Incidents New: 1. Revised: 0. Retracted or not shown any more: 3. New (1) Air strike killed"
                        + " ≥ 2, injured 5 Stated by Agence, on 19 October 2025, Gaza New" + recorded
                        + "Retracted or not shown any more (3) Of these only the identifier is told. An incident, observation"
                        + " or hazard stands here whatever ceasefire or area it was of, and what has been shown again since"
                        + " does not stand here. Record t1 Retracted" + recorded
                        + "Record t2 Recorded twice, and merged into another record" + recorded
                        + "Record t3 Not shown any more" + recorded
                        + "Hazards New: 0. Revised: 1. Retracted or not shown any more: 0. Revised (1) Storm Byron"
                        + " Stated by Agence, since 10 December 2025 Updated by its source" + recorded.stripTrailing(),
                words("<h3>Claims about" + between(changed("/"), "<h3>Claims about", "<p>The same changes")));
    }

    @Test
    void ofManyTheFirstAreShownAndTheOthersCounted() throws Exception {
        humanitarian.json(
                "/api/v1/hazards",
                list(IntStream.range(10, 32)
                        .mapToObj(i -> "{\"code\":\"H" + i + "\",\"areas\":[\"PS02\"]," + revision(1, "NEW") + "}")
                        .toArray(String[]::new)));

        String hazards = between(changed("/"), "<h3>Hazards</h3>", "<p>The same changes");

        assertEquals(20, hazards.split("<li>", -1).length - 1);
        assertTrue(hazards.contains("<summary>New (<span>22</span>)</summary>"), hazards);
        assertTrue(hazards.contains("<p>and 2 more</p>"), hazards);
    }

    @Test
    void inArabicEverythingIsArabic() throws Exception {
        claimsWere("700", "738");

        String changes = changed("/ar");

        assertEquals(
                "جديد: 0. معدّل: 1. سُحب أو لم يعد معروضًا: 0. معدّل (1) الخروقات 738 بحسب المكتب أ، حتى 8 كانون الأول/ديسمبر 2025"
                        + " صُحّح التسجيل سُجّل في 18 كانون الأول/ديسمبر 2025 الساعة 01:00 بالتوقيت العالمي المنسق",
                words(between(changes, "<h3>الادعاءات بشأن وقف إطلاق النار</h3>", "<h3>")));
        assertTrue(words(changes).contains("منذ 12 كانون الأول/ديسمبر 2025 (آخر 7 أيام)"), words(changes));
    }

    @Test
    void theDayIsInEveryAddressAndInBothForms() throws Exception {
        String page = page("/" + VIEW + "&area=PS0260&since=2025-12-18");

        assertTrue(
                page.contains("<a href=\"./?ceasefire=GAZA-2025-10&amp;area=PS0260&amp;asOf=2025-12-19"
                        + "&amp;knownAt=2025-12-19T12%3A00%3A00Z&amp;since=2025-12-18\">Permanent link"),
                page);
        assertTrue(
                page.contains("<a href=\"ar?area=PS0260&amp;asOf=2025-12-19&amp;knownAt=2025-12-19T12%3A00%3A00Z"
                        + "&amp;since=2025-12-18\""),
                page);
        assertTrue(page.contains("<input type=\"hidden\" name=\"since\" value=\"2025-12-18\">"), page);
        String form = between(section(page, "changes"), "<form", "</form>");
        assertTrue(form.contains("<input type=\"hidden\" name=\"area\" value=\"PS0260\">"), form);
        assertTrue(form.contains("<input type=\"hidden\" name=\"knownAt\" value=\"2025-12-19T12:00:00Z\">"), form);
        assertTrue(form.contains("type=\"date\" required value=\"2025-12-18\""), form);
        assertFalse(between(page, "<footer>", "</footer>").contains("since"), page);
    }

    @Test
    void anInstantIsTakenAsWell() throws Exception {
        page("/" + VIEW + "&since=2025-12-18T06:30:00Z");

        assertTrue(
                targets(incident).contains("/api/v1/incidents/changes?from=2025-12-18T06%3A30%3A00Z&limit=500"),
                targets(incident));
    }

    @Test
    void whatDoesNotAnswerSaysWhyInItsPlaceAndThePageIsNotKept() throws Exception {
        incident.on("/api/v1/claims", FakeService.answer(500, "application/problem+json", "{}"));

        HttpResponse<String> answer = get("/" + VIEW + "&since=2025-12-18");

        assertEquals(200, answer.statusCode());
        assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(null));
        assertTrue(answer.headers().firstValue("Humdash-Partial").orElse("").contains("changes"));
        assertEquals(
                "Not available now: incident-service answered with an error (500). No figure is shown in its place.",
                words(between(answer.body(), "<h3>Claims about the ceasefire</h3>", "<h3>")));
    }

    @Test
    void noKeyShowsMoreThanAnybodySees() throws Exception {
        client.send(
                HttpRequest.newBuilder(gateway.resolve("/" + VIEW + "&since=2025-12-18"))
                        .header("Authorization", "Bearer " + GatewayDatabase.ADMINISTRATOR_KEY)
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertTrue(targets(incident).contains("/api/v1/incidents/changes?"), targets(incident));
        for (FakeService.Received request : incident.received()) {
            assertEquals(List.of(), request.header("authorization"), request.target());
        }
    }

    @Test
    void whateverAServiceSendsIsText() throws Exception {
        String hostile = "<script>alert(1)</script>";
        incident.json("/api/v1/incidents/changes", list(tombstone(hostile, hostile), "null", "{}"));
        humanitarian.json(
                "/api/v1/hazards",
                list("{\"code\":\"" + hostile + "\",\"name\":{\"en\":\"" + hostile
                        + "\"},\"areas\":[\"PS02\"],\"start\":5," + "\"source\":[]," + revision(1, hostile) + "}"));

        String changes = changed("/");

        assertFalse(changes.contains("<script"), changes);
        assertEquals(
                "New: 1. Revised: 0. Retracted or not shown any more: 0. New (1) <script>alert(1)</script> No reason told"
                        + " recorded on 18 December 2025, 01:00 UTC",
                words(between(changes, "<h3>Hazards</h3>", "<p>The same changes")));
    }

    @ParameterizedTest
    @CsvSource({
        "yesterday, '\"yesterday\" is not a day of the calendar. Write it as in since=2025-12-19'",
        "2025-12-18T25:00:00Z, '\"2025-12-18T25:00:00Z\" is not an instant with its offset from UTC. Write it as in"
                + " since=2025-12-19T18:00:00Z'",
        "2025-12-20, 2025-12-20 has not been yet. Write it as in since=2025-12-19",
        "2025-12-19T13:00:00Z, '2025-12-19T13:00:00Z is after 2025-12-19T12:00:00Z, which the page is known at.'"
    })
    void aDayThatCannotBeComparedWithIsRefusedInWords(String since, String detail) throws Exception {
        HttpResponse<String> answer = get("/" + VIEW + "&since=" + since);

        assertEquals(400, answer.statusCode());
        assertEquals(detail, words(between(answer.body(), "<p lang=\"en\" dir=\"ltr\">", "</p>")));
    }

    private void claimsWere(String before, String after) {
        String latest =
                "{\"measures\":[{\"measure\":\"VIOLATIONS\",\"name\":{\"en\":\"Violations\",\"ar\":\"الخروقات\"},\"claims\":[%s]}]}";
        incident.on(
                        "/api/v1/claims/latest",
                        byInstant(
                                latest.formatted(claim("c1", before, 1, "NEW")),
                                latest.formatted(claim("c1", after, 2, "CORRECTION"))))
                .on(
                        "/api/v1/claims",
                        byInstant(list(claim("c1", before, 1, "NEW")), list(claim("c1", after, 2, "CORRECTION"))));
    }

    private String changed(String path) throws Exception {
        return section(page(path + VIEW + "&since=2025-12-18"), "changes") + "</section>";
    }

    private String page(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(gateway.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String targets(FakeService service) {
        return service.received().stream().map(FakeService.Received::target).collect(Collectors.joining("\n"));
    }

    private static FakeService.Answer byInstant(String then, String now) {
        return exchange -> {
            boolean before = exchange.getRequestURI().getQuery().contains("knownAt=" + SINCE);
            FakeService.answer(200, "application/json", before ? then : now).to(exchange);
        };
    }

    private static String list(String... items) {
        return "{\"items\":[" + String.join(",", items) + "],\"nextCursor\":null}";
    }

    private static String claim(String id, String text, int number, String reason) {
        return "{\"id\":\"" + id + "\",\"measure\":\"VIOLATIONS\",\"estimate\":{\"text\":{\"en\":\"" + text
                + "\",\"ar\":\"" + text + "\"}},\"originator\":{\"code\":\"A\",\"name\":{\"en\":\"Office A\",\"ar\":"
                + "\"المكتب أ\"}},\"validTo\":\"2025-12-08\"," + revision(number, reason) + "}";
    }

    private static String revision(int number, String reason) {
        return "\"revision\":{\"number\":" + number + ",\"recordedAt\":\"2025-12-18T01:00:00Z\",\"reason\":\"" + reason
                + "\"}";
    }

    private static String tombstone(String id, String reason) {
        return "{\"change\":\"TOMBSTONE\",\"id\":\"" + id + "\",\"recordedAt\":\"2025-12-18T01:00:00Z\",\"reason\":\""
                + reason + "\"}";
    }
}
