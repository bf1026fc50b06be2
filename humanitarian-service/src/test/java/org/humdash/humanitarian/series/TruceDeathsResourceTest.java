package org.humdash.humanitarian.series;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.humdash.humanitarian.Installation.contributor;
import static org.humdash.humanitarian.Installation.importing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.humdash.humanitarian.SourceRegisterResource;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.Test;

/**
 * A published daily series as it is, where a copy lies in shared/data beside the repository. The expected figures were
 * counted in the file itself, by hand and by another program: of 69 days from 10 October to 17 December 2025 there are 15
 * without a report ({@code report_period} 0), 50 with new deaths, and 4 whose report has deaths of other kinds only (17, 24
 * and 27 November and 1 December, on which all deaths reported are bodies recovered). The new deaths are 393.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(SourceRegisterResource.class)
class TruceDeathsResourceTest {

    private static final String FILE = "shared/data/tfp/casualties_daily.json";

    @Test
    void theSeriesHasNewDeathsOnFiftyDaysAndFifteenDaysWithoutAReport() throws IOException {
        load();
        List<Map<String, Object>> points = points("day");
        assertEquals(69, points.size());
        List<Map<String, Object>> stated =
                points.stream().filter(point -> point.get("value") != null).toList();
        assertEquals(50, stated.stream().filter(point -> best(point) > 0).count());
        assertEquals(
                List.of("2025-11-17", "2025-11-24", "2025-11-27", "2025-12-01"),
                stated.stream()
                        .filter(point -> best(point) == 0)
                        .map(point -> point.get("from"))
                        .toList());
        assertEquals(
                List.of(
                        "2025-10-17",
                        "2025-10-24",
                        "2025-10-26",
                        "2025-10-30",
                        "2025-10-31",
                        "2025-11-06",
                        "2025-11-07",
                        "2025-11-14",
                        "2025-11-15",
                        "2025-11-18",
                        "2025-11-21",
                        "2025-11-28",
                        "2025-12-02",
                        "2025-12-05",
                        "2025-12-12"),
                points.stream()
                        .filter(point -> point.get("value") == null)
                        .map(point -> point.get("from"))
                        .toList());
        assertEquals(
                393, stated.stream().mapToInt(TruceDeathsResourceTest::best).sum());
    }

    /** The report of 1 November is about 48 hours, so nobody reported on 30 October; all other gaps are in a later report. */
    @Test
    void oneOfTheDaysWithoutAReportIsInNoLaterReportEither() throws IOException {
        load();
        assertEquals(
                List.of("2025-10-30"),
                points("day").stream()
                        .filter(point -> point.get("value") == null && !point.containsKey("flags"))
                        .map(point -> point.get("from"))
                        .toList());
    }

    @Test
    void theMonthsHaveTheSumsOfTheFileAndShowHowManyDaysTheyRestOn() throws IOException {
        load();
        assertEquals(
                List.of(
                        "2025-10-10 to 2025-10-31, partial: 255, 20 of 22 days",
                        "2025-11-01 to 2025-11-30, whole: 99, 30 of 30 days",
                        "2025-12-01 to 2025-12-17, partial: 39, 17 of 17 days"),
                points("month").stream()
                        .map(point -> point.get("from") + " to " + point.get("to")
                                + ((Boolean) point.get("partial") ? ", partial: " : ", whole: ") + best(point) + ", "
                                + point.get("daysCovered") + " of " + point.get("days") + " days")
                        .toList());
    }

    private static List<Map<String, Object>> points(String bucket) {
        return given().queryParam("area", "PS02")
                .queryParam("single", true)
                .queryParam("from", "2025-10-10")
                .queryParam("to", "2025-12-17")
                .queryParam("bucket", bucket)
                .get("/api/v1/indicators/TEST_TRUCE_NEW/series")
                .then()
                .statusCode(200)
                .body("series.size()", is(1))
                .extract()
                .path("series[0].points");
    }

    private static int best(Map<String, Object> point) {
        return (Integer) ((Map<?, ?>) point.get("value")).get("best");
    }

    /** Records the reports of the period; recorded already, they change nothing. */
    private static void load() throws IOException {
        contributor()
                .contentType(ContentType.JSON)
                .body("""
                        {"code": "TEST_TRUCE_NEW", "name": {"en": "New deaths in the truce"}, "unit": "people",
                         "kind": "FLOW", "aggregation": "SUM", "definition": {"en": "New deaths the report gives"}}""")
                .post("/api/v1/indicators")
                .then()
                .body("code", is("TEST_TRUCE_NEW"));
        String rows = reports()
                .filter(report -> report.get("report_period").intValue() > 0)
                .map(TruceDeathsResourceTest::row)
                .collect(Collectors.joining());
        importing("indicator,area,originator,reference,value,valid_from,valid_to\n" + rows)
                .post("/api/v1/observations/imports")
                .then()
                .statusCode(200)
                .body("job.refused", is(0));
    }

    private static Stream<JsonNode> reports() throws IOException {
        JsonNode file = new ObjectMapper().readTree(Files.readString(file()));
        return file.valueStream()
                .filter(report -> report.get("report_date").asText().compareTo("2025-10-10") >= 0
                        && report.get("report_date").asText().compareTo("2025-12-17") <= 0);
    }

    /** A report without new deaths states none where the deaths of other kinds are all that it reports. */
    private static String row(JsonNode report) {
        LocalDate day = LocalDate.parse(report.get("report_date").asText());
        int accounted = Stream.of("killed_recovered", "killed_succumbed", "killed_committee")
                .mapToInt(kind -> report.path(kind).asInt())
                .sum();
        int newDeaths = report.has("killed_truce_new")
                ? report.get("killed_truce_new").intValue()
                : report.get("killed").intValue() - accounted;
        return "TEST_TRUCE_NEW,PS02,OFFICE_TRUCE," + day + "," + newDeaths + ","
                + day.minusDays(report.get("report_period").intValue() / 24 - 1) + "," + day + "\n";
    }

    private static Path file() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve(FILE))
                .filter(Files::exists)
                .findFirst()
                .orElseGet(() -> {
                    String message = "SKIPPED: there is no " + FILE + " in any folder above";
                    System.err.println(message);
                    return abort(message);
                });
    }
}
