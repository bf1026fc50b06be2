package org.humdash.local.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.humdash.local.e2e.RunningHumdash.Running;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page shows the figures of the API, on the starting data. */
@ExtendWith(RunningHumdash.class)
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
    @CsvSource({"/", "/ar"})
    void aFirstViewIsSmall(String path) throws Exception {
        int bytes = compressed(humdash.get(path + "?asOf=2025-12-19").body())
                + compressed(humdash.get("/page/style.css").body());

        assertTrue(bytes < LARGEST_FIRST_VIEW, bytes + " bytes");
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
