package org.humdash.local.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.humdash.local.e2e.RunningHumdash.Running;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page shows the figures of the API, on the starting data. */
@ExtendWith(RunningHumdash.class)
@ResourceLock(RunningHumdash.ONE)
class PageIT {

    private static final int LARGEST_FIRST_VIEW = 150_000;

    private final Running humdash;

    PageIT(Running humdash) {
        this.humdash = humdash;
    }

    @ParameterizedTest
    @CsvSource({"/, en", "/ar, ar"})
    void everyFigureOfTheApiIsOnThePage(String path, String lang) throws Exception {
        JsonNode situation = humdash.json("/api/v1/situation?asOf=2025-12-19&lang=" + lang);
        String pinned = "?asOf=2025-12-19&knownAt=" + situation.path("knownAt").asText();
        HttpResponse<String> page = humdash.get(path + pinned);
        assertEquals(200, page.statusCode());

        int figures = 0;
        for (JsonNode measure : situation.at("/sections/claims/data/measures")) {
            String figure =
                    figure(page.body(), "claims-" + measure.path("measure").asText());
            figures += assertAllIn(figure, measure.path("claims"), lang);
        }
        for (JsonNode item : situation.at("/sections/indicators/data/items")) {
            String figure = figure(
                    page.body(), "indicators-" + item.at("/indicator/code").asText());
            figures += assertAllIn(figure, item.path("claims"), lang);
        }
        assertTrue(figures > 60, figures + " figures");
        for (JsonNode quote : situation.path("quotes")) {
            if (quote.path("section").asText().equals("indicators")) {
                assertTrue(page.body().contains(escaped(quote.path("sentence").asText())), quote.toString());
            }
        }
        for (String days : new String[] {"inclusive", "elapsed", "fullDaysAfterEffective"}) {
            String number =
                    situation.at("/sections/ceasefire/data/dayCounts/" + days).asText();
            assertTrue(page.body().contains("<td class=\"number\">" + number + "</td>"), number);
        }
    }

    @ParameterizedTest
    @CsvSource({"/, 10 October 2025: ", "/ar, 10 تشرين الأول/أكتوبر 2025: "})
    void everyDayOfTheLedgerIsInTheCalendar(String path, String first) throws Exception {
        JsonNode ledger = humdash.json("/api/v1/ceasefires/GAZA-2025-10/ledger?asOf=2025-12-19");
        String page = humdash.get(path + "?asOf=2025-12-19&knownAt="
                        + ledger.path("knownAt").asText())
                .body();

        assertEquals(71, ledger.at("/monitored/days").asInt());
        assertTrue(page.contains("<span class=\"said\">" + first), first);
        int days = 0;
        for (String[] status : new String[][] {
            {"ATTACK", "attack"},
            {"POSSIBLE", "possible"},
            {"QUIET", "quiet"},
            {"NO_REPORT", "noReport"},
            {"PENDING", "pending"}
        }) {
            int shown = page.split("<td class=\"" + status[0] + "\">", -1).length - 1;
            assertEquals(ledger.path("days").path(status[1]).asInt(), shown, status[0]);
            days += shown;
        }
        assertEquals(71, days);
    }

    @Test
    void theMapHasTheNumbersOfTheApi() throws Exception {
        JsonNode counts = humdash.json("/api/v1/ceasefires/GAZA-2025-10/ledger/counts?by=area&asOf=2025-12-19");
        String page = humdash.get(
                        "/?asOf=2025-12-19&knownAt=" + counts.path("knownAt").asText())
                .body();
        String map = page.substring(page.indexOf("<h2 id=\"map\">"), page.indexOf("<h2 id=\"phases\">"));

        JsonNode all = counts.at("/items/0");
        assertTrue(all.path("incidents").isIntegralNumber(), counts.toString());
        if (all.path("incidents").asInt() == 0) {
            assertTrue(map.contains("No incident is documented in this system for these days"), map);
        }
        for (JsonNode cell : all.path("cells")) {
            assertTrue(
                    map.contains(
                            "<td class=\"number\">" + cell.path("incidents").asText() + "</td>"),
                    cell.toString());
        }
    }

    @ParameterizedTest
    @CsvSource({"/", "/ar"})
    void aFirstViewIsSmall(String path) throws Exception {
        int bytes = compressed(humdash.get(path + "?asOf=2025-12-19").body())
                + compressed(humdash.get("/page/style.css").body())
                + compressed(humdash.get("/page/charts.js").body())
                // Asked for when the first chart is near: on a high screen that is at once.
                + compressed(humdash.get("/page/chart.umd.min.js").body());

        assertTrue(bytes < LARGEST_FIRST_VIEW, bytes + " bytes");
    }

    @ParameterizedTest
    @CsvSource({"/, en", "/ar, ar"})
    void everyClaimOfViolationsIsInTheTableAndInTheFile(String path, String lang) throws Exception {
        JsonNode claims = humdash.json(
                "/api/v1/claims?ceasefire=GAZA-2025-10&area=PS02&asOf=2025-12-19&measure=VIOLATIONS&limit=1000");
        String pinned = "?asOf=2025-12-19&knownAt=" + claims.path("knownAt").asText();
        String page = humdash.get(path + pinned).body();
        int start = page.indexOf("id=\"chart-claims-violations\"");
        String chart = page.substring(start, page.indexOf("</figure>", start));
        HttpResponse<String> file = humdash.get("/page/charts/claims/claims-violations.csv" + pinned + "&lang=" + lang);

        assertEquals(200, file.statusCode());
        assertEquals(
                "text/csv;charset=UTF-8",
                file.headers().firstValue("Content-Type").orElse(""));
        List<String> lines = file.body().lines().toList();
        assertTrue(lines.get(1).startsWith("#date+start,#date+end,"), lines.get(1));
        assertEquals(claims.path("items").size() + 2, lines.size());
        assertEquals(claims.path("items").size(), chart.split("<tr data-drawn", -1).length - 1);
        for (JsonNode claim : claims.path("items")) {
            String value = claim.at("/estimate/text/" + lang).asText();
            String publisher = claim.at("/publisher/name/" + lang).asText();
            assertTrue(chart.contains("<bdi lang=\"" + lang + "\">" + escaped(value) + "</bdi>"), value);
            assertTrue(
                    lines.stream().anyMatch(line -> line.contains(value) && line.contains(publisher)),
                    value + " of " + publisher);
        }
    }

    private static int assertAllIn(String figure, JsonNode claims, String lang) {
        int found = 0;
        for (JsonNode claim : claims) {
            String value = escaped(claim.at("/estimate/text/" + lang).asText());
            assertTrue(figure.contains("<bdi lang=\"" + lang + "\">" + value + "</bdi>"), value + " in " + figure);
            String originator = escaped(claim.at("/originator/name/" + lang).asText());
            assertTrue(figure.contains(originator), originator + " in " + figure);
            found++;
        }
        return found;
    }

    private static String figure(String page, String anchor) {
        String id = "id=\"" + anchor.toLowerCase(Locale.ROOT).replace('_', '-') + "\"";
        int start = page.indexOf(id);
        assertTrue(start >= 0, id);
        return page.substring(start, page.indexOf("</article>", start));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static int compressed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }
}
