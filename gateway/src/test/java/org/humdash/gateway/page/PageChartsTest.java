package org.humdash.gateway.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.humdash.gateway.testing.FakeService;
import org.humdash.gateway.testing.FakeServices;
import org.humdash.gateway.testing.GatewayDatabase;
import org.humdash.gateway.testing.GatewayTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of the charts, and what draws them. */
@GatewayTest
class PageChartsTest {

    private static final String VIEW = "?area=PS02&asOf=2025-12-19&knownAt=2025-12-19T12:00:00Z";

    private static final String CLAIMS = """
            {"items": [{"measure": "KILLED", "area": "PS02", "estimate": {"qualifier": "AT_LEAST", "lower": 386, "best": null,
               "upper": null, "text": {"en": "\u2265 386", "ar": "ما لا يقل عن 386"}}, "validTo": "2025-12-08",
               "originator": {"name": {"en": "Office A", "ar": "المكتب أ"}}}]}
            """;

    private final HttpClient client = HttpClient.newHttpClient();

    @TestHTTPResource
    URI gateway;

    @FakeServices.Incident
    FakeService incident;

    @FakeServices.Humanitarian
    FakeService humanitarian;

    @BeforeEach
    void oneClaim() {
        for (FakeService service : List.of(incident, humanitarian)) {
            service.up();
            service.forget();
        }
        incident.json("/api/v1/claims", CLAIMS).json("/api/v1/ceasefires/GAZA-2025-10", "{\"code\": \"GAZA-2025-10\"}");
    }

    @Test
    void aFileHasThePointsOfTheChartAsTheyWereKnownThen() throws Exception {
        HttpResponse<String> file = get(
                "/page/charts/claims/claims-killed.csv" + VIEW,
                "Authorization",
                "Bearer " + GatewayDatabase.ADMINISTRATOR_KEY);

        assertEquals(200, file.statusCode(), file.body());
        assertEquals("text/csv;charset=UTF-8", header(file, "Content-Type"));
        assertEquals("attachment; filename=\"claims-killed.hxl.csv\"", header(file, "Content-Disposition"));
        List<String> lines = file.body().lines().toList();
        assertEquals(3, lines.size());
        assertEquals(
                ",2025-12-08,8 December 2025: Office A,Office A,\u2265 386,386,,,AT_LEAST,,Office A,,", lines.get(2));
        assertFalse(incident.received().isEmpty());
        for (FakeService.Received request : incident.received()) {
            assertEquals(List.of(), request.header("authorization"), request.target());
            assertTrue(request.target().endsWith("asOf=2025-12-19&knownAt=2025-12-19T12%3A00%3A00Z"), request.target());
        }
    }

    @Test
    void aFileIsInTheLanguageThatIsAskedFor() throws Exception {
        String file =
                get("/page/charts/claims/claims-killed.csv" + VIEW + "&lang=ar").body();

        assertTrue(file.contains("ما لا يقل عن 386,386"), file);
    }

    @ParameterizedTest
    @CsvSource({
        "claims/claims-killed.csv, &lang=fr, 400",
        "claims/claims-killed.csv, &format=xlsx, 400",
        "claims/claims-killed.csv, &lang=en&lang=ar, 400",
        "claims/claims-injured.csv, '', 404",
        "claims/nothing.csv, '', 404",
        "nothing/claims-killed.csv, '', 404",
        "claims/claims-killed.json, '', 404"
    })
    void whatThereIsNotIsRefused(String file, String more, int status) throws Exception {
        assertEquals(
                status,
                get("/page/charts/" + file + VIEW + more, "Accept", "text/csv, application/problem+json")
                        .statusCode());
    }

    @Test
    void aChartThatCannotBeMadeNowIsNotOneThatIsNotThere() throws Exception {
        humanitarian.down();

        HttpResponse<String> known = get("/page/charts/claims/claims-killed.csv" + VIEW);
        HttpResponse<String> unknown =
                get("/page/charts/damage/structures.csv" + VIEW, "Accept", "text/csv, application/problem+json");

        assertEquals(200, known.statusCode());
        assertEquals(502, unknown.statusCode());
        assertTrue(unknown.body().contains("humanitarian-service"), unknown.body());
    }

    @Test
    void onlyWhoHasTheFiguresOfAFileIsAsked() throws Exception {
        get("/page/charts/claims/claims-killed.csv" + VIEW);

        assertEquals(1, incident.received().size());
        assertEquals(0, humanitarian.received().size());
    }

    @Test
    void whereThereIsMoreThanIsDrawnThePageSaysSo() throws Exception {
        String whole = page();
        incident.json("/api/v1/claims", CLAIMS.replaceFirst("\\{", "{\"nextCursor\": \"more\", "));
        String cut = page();

        String more = "There is more than is drawn here; the API has all of it.";
        assertFalse(whole.contains(more), whole);
        assertEquals(2, cut.split(more, -1).length);
    }

    @Test
    void whatAServiceSendsForAChartIsText() throws Exception {
        incident.json("/api/v1/claims", CLAIMS.replace("Office A", "\\\"><script>alert(1)</script>{page.links}"));

        String page = page();

        assertFalse(page.contains("<script>"), page);
        assertTrue(page.contains("data-series=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;{page.links}\""), page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"style.css", "icon.svg", "charts.js", "chart.umd.min.js"})
    void theFilesOfThePageAreKnownByATagAndCompressed(String name) throws Exception {
        HttpResponse<String> whole = get("/page/" + name);
        HttpResponse<String> again = get("/page/" + name, "If-None-Match", header(whole, "ETag"));
        HttpResponse<String> compressed = get("/page/" + name, "Accept-Encoding", "gzip");

        assertEquals(200, whole.statusCode());
        assertEquals(304, again.statusCode());
        assertEquals("gzip", header(compressed, "Content-Encoding"));
        assertEquals("Accept-Encoding", header(compressed, "Vary"));
        assertTrue(compressed.body().length() < whole.body().length());
    }

    @Test
    void nothingElseOfThePackageOfTheLibraryIsServed() throws Exception {
        assertEquals(404, get("/webjars/chart.js/4.5.1/dist/chart.umd.min.js").statusCode());
    }

    private String page() throws IOException, InterruptedException {
        HttpResponse<String> page = get("/" + VIEW);
        assertEquals(200, page.statusCode(), page.body());
        return page.body();
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse(null);
    }
}
