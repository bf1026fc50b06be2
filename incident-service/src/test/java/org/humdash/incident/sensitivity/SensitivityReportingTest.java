package org.humdash.incident.sensitivity;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.humdash.incident.Installation.importing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URL;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.humdash.incident.Installation;
import org.humdash.incident.MetricsTest;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dashboards and metrics, which show what partners may see, are the same with hidden records and without. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestProfile(MetricsTest.QuickGauges.class)
class SensitivityReportingTest {

    private static final String MARKER = "measure=\"INJURED\"";

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @ParameterizedTest
    @CsvSource({"HIGH, HIGH", "LOW, HIGH", "LOW, SEVERE"})
    void whatIsHiddenIsInNoViewAndNoMetric(String begins, String level) throws SQLException {
        Installation at = Installation.named("REPORTED" + begins + level);
        Records records = new Records(at);
        records.visible();
        marked(at, "m-1", "2025-11-21", 1_763_676_000);
        Map<String, List<String>> views = views(at);
        List<String> scraped = scraped(at);
        assertTrue(scraped.size() > 5, scraped.toString());

        records.hidden(begins, level);

        assertEquals(views, views(at));
        // The gauges have been renewed when they show what came after the hidden records.
        marked(at, "m-2", "2025-11-22", 1_763_762_400);
        assertEquals(scraped, scraped(at));
    }

    /** Every row of every view that is about the installation. */
    private Map<String, List<String>> views(Installation at) throws SQLException {
        Map<String, List<String>> rows = new TreeMap<>();
        for (String view : read("select table_name from information_schema.views where table_schema = 'reporting'")) {
            rows.put(
                    view,
                    read(
                                    "select (to_jsonb(v) - array['incident_age_seconds', 'claim_age_seconds'])::text from reporting."
                                            + view + " v")
                            .stream()
                            .filter(row -> row.contains(at.ceasefire))
                            .sorted()
                            .toList());
        }
        assertTrue(rows.size() > 5, rows.keySet().toString());
        return rows;
    }

    private List<String> read(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection =
                        DriverManager.getConnection(database, PostgresResource.READER, PostgresResource.PASSWORD);
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private void marked(Installation at, String reference, String day, long seconds) {
        importing("ceasefire,originator,reference,measure,value,valid_from,valid_to\n" + at.ceasefire + "," + at.outlet
                        + "," + reference + ",INJURED,1,2025-10-10," + day + "\n")
                .post("/api/v1/claims/imports")
                .then()
                .body("created", is(1));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> lines(at).stream()
                        .anyMatch(line -> line.contains(MARKER)
                                && line.startsWith("humdash_claim_valid_to")
                                && Double.parseDouble(line.substring(line.lastIndexOf(' '))) == seconds));
    }

    private List<String> scraped(Installation at) {
        return lines(at).stream()
                .filter(line -> !line.contains(MARKER))
                .sorted()
                .toList();
    }

    private List<String> lines(Installation at) {
        String all = given().get(metrics).then().statusCode(200).extract().asString();
        return all.lines()
                .filter(line -> line.contains("\"" + at.ceasefire + "\""))
                .toList();
    }
}
