package org.humdash.humanitarian.observation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.humdash.humanitarian.Installation.importing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.humdash.humanitarian.Installation;
import org.humdash.humanitarian.SourceRegisterResource;
import org.humdash.kit.test.MeterTable;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.Test;

/** The meters of this service as a contract: names, units, labels, values, and what must not be in them. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(SourceRegisterResource.class)
class ObservationGaugesTest {

    private static final String HEADER =
            "indicator,area,originator,publisher,reference,relay_of,definition,value,valid_from,valid_to,published_on,"
                    + "sex,sensitivity\n";

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @Inject
    ObservationGauges gauges;

    @Inject
    DataSource dataSource;

    @Test
    void theStandingFiguresAreGaugesByBound() {
        Installation at = Installation.named("GAUGES");
        String own = at.indicator + ",PS02," + at.office + ",";
        String other = at.indicator + ",PS02," + at.outlet + ",";
        importing(HEADER
                        + own + ",old,,,591,2025-11-01,2025-11-29,,,LOW\n"
                        + own + ",new,,,at least 738,2025-11-01,2025-12-08,,,LOW\n"
                        + own + at.outlet + ",relay,new,,739,2025-11-01,2025-12-08,2025-12-19,,LOW\n"
                        + own + ",part,,,11,2025-11-01,2025-12-10,,FEMALE,LOW\n"
                        + own + ",other,,OTHER_WAY,40-50,2025-11-01,2025-12-12,,,LOW\n"
                        + own + ",hidden,,,5,2025-11-01,2025-12-13,,,HIGH\n"
                        + other + ",press,,,700,2025-11-01,2025-12-07,,,MODERATE\n")
                .post("/api/v1/observations/imports")
                .then()
                .body("job.created", is(7));
        importing(HEADER + own + ",raised,,,6,2025-11-01,2025-12-14,,,LOW\n")
                .post("/api/v1/observations/imports")
                .then()
                .body("job.created", is(1));
        importing(HEADER + own + ",raised,,,6,2025-11-01,2025-12-14,,,SEVERE\n")
                .post("/api/v1/observations/imports")
                .then()
                .body("job.revised", is(1));
        gauges.refresh();

        String of = "{area=\"PS02\",%sdefinition=\"%s\",indicator=\"" + at.indicator + "\",originator=\"%s\"} ";
        assertEquals(
                Set.of(
                        "humdash_indicator_value" + of.formatted("bound=\"lower\",", at.indicator, at.office) + "738.0",
                        "humdash_indicator_value" + of.formatted("bound=\"lower\",", "OTHER_WAY", at.office) + "40.0",
                        "humdash_indicator_value" + of.formatted("bound=\"upper\",", "OTHER_WAY", at.office) + "50.0",
                        "humdash_indicator_value" + of.formatted("bound=\"lower\",", at.indicator, at.outlet) + "700.0",
                        "humdash_indicator_value" + of.formatted("bound=\"best\",", at.indicator, at.outlet) + "700.0",
                        "humdash_indicator_value" + of.formatted("bound=\"upper\",", at.indicator, at.outlet) + "700.0",
                        "humdash_indicator_headline_value" + of.formatted("bound=\"lower\",", at.indicator, at.office)
                                + "738.0",
                        "humdash_indicator_valid_to_timestamp_seconds" + of.formatted("", at.indicator, at.office)
                                + "1.7651448E9",
                        "humdash_indicator_valid_to_timestamp_seconds" + of.formatted("", "OTHER_WAY", at.office)
                                + "1.7654904E9",
                        "humdash_indicator_valid_to_timestamp_seconds" + of.formatted("", at.indicator, at.outlet)
                                + "1.7650584E9",
                        "humdash_indicator_expected_interval_seconds{indicator=\"" + at.indicator + "\"} 604800.0"),
                samples(at.indicator));
    }

    @Test
    void aFigureOfADayStillToComeIsSeenAndIsNoHeadline() {
        Installation at = Installation.named("FUTURE");
        importing(HEADER
                        + at.indicator + ",PS02," + at.office + ",,now,,,5,2025-12-01,2025-12-08,,,LOW\n"
                        + at.indicator + ",PS02," + at.office + ",,then,,,at least 6,2025-12-01,2099-12-31,,,LOW\n")
                .post("/api/v1/observations/imports")
                .then()
                .body("job.created", is(2));
        gauges.refresh();
        assertEquals(
                List.of("4.1023512E9", "5.0", "6.0"),
                samples(at.indicator).stream()
                        .filter(sample -> sample.contains("valid_to") || sample.contains("lower"))
                        .map(sample -> sample.substring(sample.lastIndexOf(' ') + 1))
                        .sorted()
                        .toList());
    }

    @Test
    void anIndicatorThatOwesNoUpdateHasNoInterval() {
        gauges.refresh();
        assertEquals(
                Set.of(),
                samples("\"STORM_DEATHS_EXPOSURE\"").stream()
                        .filter(sample -> sample.startsWith("humdash_indicator_expected_interval"))
                        .collect(Collectors.toSet()));
    }

    @Test
    void theRowsOfAnImportAreCountedByWhatBecameOfThem() {
        Installation at = Installation.named("COUNTED");
        double before = imported("refused");
        importing(HEADER + at.indicator + ",PS02," + at.office + ",,r,,,many,2025-11-01,2025-11-29,,,LOW\n")
                .post("/api/v1/observations/imports")
                .then()
                .body("job.refused", is(1));
        assertTrue(imported("refused") >= before + 1);
    }

    /** Whoever adds a meter writes it into the documentation too, or this fails. */
    @Test
    void whatIsDocumentedIsWhatIsScraped() throws IOException, SQLException {
        Installation at = Installation.named("METERS");
        importing(HEADER + at.indicator + ",PS02," + at.office + ",,a,,,738,2025-11-01,2025-12-08,,,LOW\n")
                .post("/api/v1/observations/imports")
                .then()
                .body("job.created", is(1));
        gauges.refresh();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "insert into pull (code, url, every_minutes, enabled, complete, constants, recorded_at, recorded_by,"
                            + " next_at, last_success_at, last_failure_at) values ('meters', 'https://data.example.org/', 60, true,"
                            + " false, '{}', now(), 'test', now() + interval '1 day', now(), now())");
        }
        // The others come with the service's own refresh.
        List<String> awaited = List.of("humdash_alert_active{", "humdash_findings{", "humdash_pull_interval_seconds{");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() ->
                        awaited.stream().allMatch(start -> scrape().stream().anyMatch(line -> line.startsWith(start))));

        List<String> scraped = scrape();
        assertEquals(
                MeterTable.documented(Path.of("..", "docs", "metrics.md"), "humanitarian-service"),
                MeterTable.scraped(String.join("\n", scraped)));
        for (String start : List.of(
                "http_server_requests_seconds_bucket{",
                "jvm_memory_used_bytes{",
                "agroal_active_count{",
                "disk_free_bytes{")) {
            assertTrue(scraped.stream().anyMatch(line -> line.startsWith(start)), start);
        }
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("delete from pull where code = 'meters'");
        }
    }

    private double imported(String outcome) {
        String series = "humdash_import_rows_total{kind=\"observations\",outcome=\"" + outcome + "\"} ";
        return scrape().stream()
                .filter(line -> line.startsWith(series))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length())))
                .findFirst()
                .orElse(0);
    }

    private Set<String> samples(String containing) {
        return scrape().stream()
                .filter(line -> line.startsWith("humdash_") && line.contains(containing))
                .collect(Collectors.toSet());
    }

    private List<String> scrape() {
        // The format allows a comma after the last label, and the registry makes use of it.
        return given().accept("text/plain")
                .get(metrics)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .replace(",}", "}")
                .lines()
                .toList();
    }
}
