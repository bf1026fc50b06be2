package org.humdash.local.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.humdash.local.e2e.Chromium.Browsing;
import org.humdash.local.e2e.Chromium.Look;
import org.humdash.local.e2e.Chromium.Visit;
import org.humdash.local.e2e.RunningHumdash.Running;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people see of the page, and do with it. */
@ExtendWith({RunningHumdash.class, Chromium.class})
@ResourceLock(RunningHumdash.ONE)
class PageInBrowserIT {

    private static final String DAY = "asOf=2025-12-19";

    private final Running humdash;
    private final Browsing chromium;

    PageInBrowserIT(Running humdash, Browsing chromium) {
        this.humdash = humdash;
        this.chromium = chromium;
    }

    @ParameterizedTest
    @CsvSource({"en", "ar"})
    void figuresThatAreSeenAreThoseOfTheApi(String language) throws Exception {
        JsonNode situation = humdash.json("/api/v1/situation?" + DAY + "&lang=" + language);
        String pinned = "?" + DAY + "&knownAt=" + situation.path("knownAt").asText();
        Look look = Look.in(language);
        try (Visit visit = chromium.visit(look)) {
            Page page = visit.open(address(look, pinned)).unfold().page();

            List<String> expected = new ArrayList<>();
            List<String> seen = new ArrayList<>();
            for (JsonNode measure : situation.at("/sections/claims/data/measures")) {
                expected.addAll(values(
                        measure.path("claims"), measure.at("/claims/0/id").asText(), language));
                seen.addAll(valuesSeen(page, "claims", measure.path("measure").asText()));
            }
            for (JsonNode item : situation.at("/sections/indicators/data/items")) {
                expected.addAll(
                        values(item.path("claims"), item.path("headline").asText(), language));
                seen.addAll(valuesSeen(
                        page, "indicators", item.at("/indicator/code").asText()));
            }
            assertTrue(expected.size() > 60, expected.toString());
            assertEquals(expected, seen);

            JsonNode days = situation.at("/sections/ledger/data/days");
            assertEquals(
                    List.of("attack", "possible", "quiet", "noReport", "pending").stream()
                            .map(status -> days.path(status).asText())
                            .toList(),
                    List.of("ATTACK", "POSSIBLE", "QUIET", "NO_REPORT", "PENDING").stream()
                            .map(status -> daysSeen(page, status))
                            .toList());
            JsonNode counts = situation.at("/sections/ceasefire/data/dayCounts");
            assertEquals(
                    List.of(
                            counts.path("inclusive").asText(),
                            counts.path("elapsed").asText(),
                            counts.path("fullDaysAfterEffective").asText()),
                    page.locator("[aria-labelledby=conventions] td.number").allInnerTexts());
        }
    }

    @ParameterizedTest
    @CsvSource({"en, ltr", "ar, rtl"})
    void textRunsInTheDirectionOfItsLanguage(String language, String direction) {
        Look look = Look.in(language);
        try (Visit visit = chromium.visit(look)) {
            Page page = visit.open(address(look, "?" + DAY)).unfold().page();

            assertEquals(direction, page.evaluate("getComputedStyle(document.documentElement).direction"));
            assertEquals(language, page.evaluate("document.documentElement.lang"));
            // The heading begins at the side where reading begins.
            assertEquals(0, page.evaluate("""
                    () => {
                      const heading = document.querySelector('h1');
                      const text = document.createRange();
                      text.selectNodeContents(heading);
                      const side = getComputedStyle(heading).direction === 'rtl' ? 'right' : 'left';
                      return Math.round(text.getBoundingClientRect()[side] - heading.getBoundingClientRect()[side]);
                    }"""));
            assertEquals(List.of(), page.evaluate("""
                    () => [...document.querySelectorAll('bdi')]
                      .filter(bdi => getComputedStyle(bdi).unicodeBidi !== 'isolate').map(bdi => bdi.outerHTML)"""));
            assertEquals(0, page.evaluate("""
                    () => [...document.querySelectorAll('.value, td.number')]
                      .filter(value => /\\d/.test(value.textContent) && /[^\\d,.\\s]/.test(value.textContent)
                        && value.querySelector('bdi') === null).length"""));
            // What is written from left to right, such as an address, is seen so in the midst of Arabic too.
            assertEquals(List.of(), page.evaluate("""
                    () => [...document.querySelectorAll('bdi[dir=ltr]')]
                      .filter(bdi => bdi.checkVisibility() && bdi.getClientRects().length === 1)
                      .filter(bdi => {
                        const place = (from, to) => {
                          const one = document.createRange();
                          one.setStart(bdi.firstChild, from);
                          one.setEnd(bdi.firstChild, to);
                          return one.getBoundingClientRect().left;
                        };
                        const end = bdi.textContent.length;
                        return place(0, 1) >= place(end - 1, end);
                      })
                      .map(bdi => bdi.outerHTML)"""));
            assertEquals(List.of("ltr"), page.evaluate("""
                    () => [...new Set([...document.querySelectorAll('.quote p[lang=en]')]
                      .map(quote => getComputedStyle(quote).direction))]"""));
            assertEquals(List.of("rtl"), page.evaluate("""
                    () => [...new Set([...document.querySelectorAll('.quote p[lang=ar]')]
                      .map(quote => getComputedStyle(quote).direction))]"""));
        }
    }

    @ParameterizedTest
    @CsvSource({"en", "ar"})
    void nobodyButTheGatewayIsAskedAndNothingIsComplainedAbout(String language) {
        Look look = Look.in(language);
        try (Visit visit = chromium.visit(look)) {
            Page page = visit.open(address(look, "?" + DAY)).unfold().page();
            page.locator("header a").click();
            page.waitForLoadState();
            assertFalse(page.url().equals(address(look, "?" + DAY)), page.url());

            String gateway = humdash.address("gateway") + "/";
            assertEquals(
                    List.of(),
                    visit.requests().stream()
                            .filter(url -> !url.startsWith(gateway))
                            .toList());
            assertTrue(visit.requests().contains(gateway + "page/style.css"), visit.requests()::toString);
            assertEquals(List.of(), visit.complaints());
        }
    }

    /** Or the test above could not fail. */
    @Test
    void whatThePolicyForbidsIsComplainedAbout() {
        Look look = Look.in("en");
        try (Visit visit = chromium.visit(look)) {
            visit.page().route("**/?*", route -> {
                var answer = route.fetch();
                route.fulfill(new FulfillOptions()
                        .setResponse(answer)
                        .setBody(answer.text().replace("</main>", "<p style=\"color: red\">red</p></main>")));
            });
            visit.open(address(look, "?" + DAY));
            assertEquals(1, visit.complaints().size(), visit.complaints()::toString);
            assertTrue(visit.complaints().getFirst().contains("Content Security Policy"), visit.complaints()::toString);
        }
    }

    @ParameterizedTest
    @CsvSource({"en", "ar"})
    void withoutScriptsTheSameFiguresAreThere(String language) {
        Look look = Look.in(language);
        List<String> with = figures(look);
        List<String> without = figures(look.withoutScripts());
        assertTrue(with.size() > 30, with::toString);
        assertEquals(with, without);
    }

    @Test
    void aViewIsChosenWithTheKeyboard() {
        Look look = Look.in("en");
        try (Visit visit = chromium.visit(look)) {
            Page page = visit.open(address(look, "?" + DAY)).page();
            page.locator("#ceasefire").focus();
            page.keyboard().press("Tab");
            assertEquals("area", page.evaluate("document.activeElement.id"));
            page.keyboard().type("Khan");
            page.locator("#asOf").fill("2025-12-18");
            page.locator("#asOf").press("Enter");
            page.waitForURL(url -> url.contains("area="));

            assertEquals(
                    humdash.address("gateway") + "/?ceasefire=GAZA-2025-10&area=PS0270&asOf=2025-12-18&knownAt=",
                    page.url());
            assertEquals("18 December 2025", page.locator(".view dd").first().innerText());
            assertEquals("PS0270", page.locator("#area").inputValue());
            assertTrue(
                    page.locator("header").innerText().contains("Khan"),
                    page.locator("header").innerText());
        }
    }

    /** An incident of an earlier ceasefire is recorded after the link was taken, and taken back in the end. */
    @ParameterizedTest
    @CsvSource({"en", "ar"})
    void thePermanentLinkShowsTheSameAfterMoreWasRecorded(String language) throws Exception {
        Look look = Look.in(language);
        String view = "?ceasefire=GAZA-2025-01&area=PS02&asOf=2025-01-25";
        try (Visit visit = chromium.visit(look);
                Visit later = chromium.visit(look)) {
            Page page = visit.open(address(look, view)).unfold().page();
            String seen = page.locator("body").innerText();
            assertEquals("0", daysSeen(page, "ATTACK"));
            page.locator("p.screen > a[href*=knownAt]").first().click();
            page.waitForURL(url -> url.contains("knownAt="));
            String permanent = page.url();
            assertEquals(seen, visit.unfold().page().locator("body").innerText());

            HttpResponse<String> made = humdash.post(
                    "/api/v1/incidents", "application/json", """
                    {"source": "AFP", "reference": "page-%s", "ceasefire": "GAZA-2025-01", "type": "AIR_STRIKE",
                     "occurredFrom": "2025-01-22", "place": {"adm2": "PS0260"}, "sensitivity": "LOW",
                     "reports": [{"source": "AFP"}]}""".formatted(language), humdash.administratorKey());
            assertEquals(201, made.statusCode(), made.body());
            try {
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> humdash.json("/api/v1/situation" + view)
                                        .at("/sections/ledger/data/days/attack")
                                        .asInt()
                                == 1);
                assertEquals("1", daysSeen(visit.open(address(look, view)).page(), "ATTACK"));
                assertEquals(
                        seen,
                        later.open(permanent).unfold().page().locator("body").innerText());
            } finally {
                retract(RunningHumdash.JSON.readTree(made.body()).path("id").asText());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "en, humanitarian-service, 2025-12-14, indicators, Not available now: %s. No figure is shown in its place.",
        "ar, incident-service, 2025-12-15, claims, غير متاح الآن: %s. لا يُعرض أي رقم مكانه."
    })
    void aPartWhoseServiceIsAwaySaysSoInItsPlace(
            String language, String service, String day, String section, String words) throws Exception {
        // In words that nobody else uses, so that nothing of it is in memory.
        String view = "?area=PS02&asOf=" + day;
        assertEquals(
                200, humdash.get("/api/v1/situation?area=PS02&asOf=2025-12-02").statusCode());
        long pid = humdash.process(service).pid();
        Look look = Look.in(language);
        signal("STOP", pid);
        try (Visit visit = chromium.visit(look)) {
            Page page = visit.open(address(look, view)).unfold().page();
            // After some questions the service is left alone for a moment, and the reason is another.
            String notice = page.locator("section[aria-labelledby=" + section + "] > .notice")
                    .innerText();
            String[] around = words.split("%s", -1);
            assertTrue(notice.startsWith(around[0]) && notice.contains(service) && notice.endsWith(around[1]), notice);
            assertEquals(
                    0,
                    page.locator("section[aria-labelledby=" + section + "] .figure")
                            .count());
            assertEquals(1, page.locator("main > .notice").count());
            String other = section.equals("claims") ? "indicators" : "claims";
            assertTrue(page.locator("section[aria-labelledby=" + other + "] .figure")
                            .count()
                    > 0);
            assertEquals(List.of(), visit.barriers());
            assertEquals(List.of(), visit.complaints());
        } finally {
            signal("CONT", pid);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> !humdash.json("/api/v1/situation" + view)
                            .path("partial")
                            .asBoolean());
        }
    }

    /** The one that stands first, and then the others as the API has them. */
    private static List<String> values(JsonNode claims, String first, String language) {
        List<String> values = new ArrayList<>();
        for (JsonNode claim : claims) {
            String value = claim.at("/estimate/text/" + language).asText();
            values.add(claim.path("id").asText().equals(first) ? 0 : values.size(), value);
        }
        return values;
    }

    private static List<String> valuesSeen(Page page, String section, String code) {
        String anchor = section + "-" + code.toLowerCase(Locale.ROOT).replace('_', '-');
        return page.locator("#" + anchor + " .value > bdi").allInnerTexts();
    }

    private static String daysSeen(Page page, String status) {
        return page.locator("[aria-labelledby=statuses] tr:has(.mark." + status + ") td.number")
                .innerText();
    }

    private List<String> figures(Look look) {
        try (Visit visit = chromium.visit(look)) {
            Page page = visit.open(address(look, "?" + DAY)).page();
            List<String> figures = new ArrayList<>(page.locator(".figure").allInnerTexts());
            figures.addAll(page.locator("#days ~ * td").allInnerTexts());
            return figures;
        }
    }

    private void retract(String id) throws Exception {
        HttpRequest retraction = HttpRequest.newBuilder(
                        URI.create(humdash.address("gateway") + "/api/v1/incidents/" + id + "/retraction"))
                .header("Authorization", "Bearer " + humdash.administratorKey())
                .header("Content-Type", "application/json")
                .header("If-Match", "\"1\"")
                .POST(BodyPublishers.ofString("{\"note\": \"Made for a test\"}"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertEquals(200, client.send(retraction, BodyHandlers.ofString()).statusCode());
        }
    }

    private String address(Look look, String query) {
        return humdash.address("gateway") + look.path() + query;
    }

    private static void signal(String name, long pid) throws Exception {
        assertEquals(
                0,
                new ProcessBuilder("kill", "-" + name, String.valueOf(pid))
                        .start()
                        .waitFor());
    }
}
