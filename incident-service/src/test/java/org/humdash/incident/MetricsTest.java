package org.humdash.incident;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.humdash.incident.Installation.contributor;
import static org.humdash.incident.Installation.importing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.humdash.kit.test.MeterTable;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.Test;

/** The meters of this service as a contract: names, units, labels, values, and what must not be in them. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestProfile(MetricsTest.QuickGauges.class)
public class MetricsTest {

    public static class QuickGauges implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("humdash.incident.gauge-refresh", "1s");
        }
    }

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @Test
    void theStandingClaimsAreGaugesAndHiddenOnesAreNot() {
        Installation at = Installation.named("METRICS");
        importing("ceasefire,originator,reference,measure,value,type_bombardment,valid_from,valid_to,sensitivity\n"
                        + at.ceasefire + "," + at.office + ",v,VIOLATIONS,at least 738,358,2025-10-10,2025-12-08,LOW\n"
                        + at.ceasefire + "," + at.office + ",old,VIOLATIONS,591,,2025-10-10,2025-11-29,LOW\n"
                        + at.ceasefire + "," + at.office + ",h,KILLED,5,,2025-10-10,2025-12-08,HIGH\n")
                .post("/api/v1/claims/imports")
                .then()
                .body("created", is(3));
        contributor()
                .contentType(ContentType.JSON)
                .body("""
                        {"code": "AID_TRUCKS", "title": {"en": "Aid trucks"}, "quantityPerDay": 600, "unit": "trucks",
                         "from": "2025-10-10", "source": "%s"}""".formatted(at.office))
                .post("/api/v1/ceasefires/" + at.ceasefire + "/commitments")
                .then()
                .statusCode(201);
        String claim = "{area=\"PS02\",bound=\"%s\",ceasefire=\"" + at.ceasefire
                + "\",measure=\"VIOLATIONS\",originator=\"" + at.office + "\",type=\"%s\"}";
        await().atMost(Duration.ofSeconds(20))
                .until(() -> scrape().contains("humdash_ceasefire_commitment_per_day{ceasefire=\"" + at.ceasefire)
                        && scrape().contains("humdash_claim_value" + claim.formatted("lower", "ALL")));

        String scraped = scrape();
        assertEquals(738.0, sample(scraped, "humdash_claim_value" + claim.formatted("lower", "ALL")));
        assertEquals(358.0, sample(scraped, "humdash_claim_value" + claim.formatted("best", "BOMBARDMENT")));
        assertFalse(
                scraped.contains("humdash_claim_value" + claim.formatted("upper", "ALL")),
                "an open bound has no sample");
        assertFalse(
                scraped.lines().anyMatch(line -> line.contains(at.ceasefire) && line.endsWith(" 591.0")),
                "only the newest claim stands");
        assertFalse(
                scraped.lines().anyMatch(line -> line.contains(at.ceasefire) && line.contains("KILLED")),
                "a hidden claim is in no metric");
        assertEquals(
                600.0,
                sample(
                        scraped,
                        "humdash_ceasefire_commitment_per_day{ceasefire=\"" + at.ceasefire
                                + "\",commitment=\"AID_TRUCKS\",unit=\"trucks\"}"));
        assertEquals(
                1_765_144_800.0,
                sample(
                        scraped,
                        "humdash_claim_valid_to_timestamp_seconds{area=\"PS02\",ceasefire=\"" + at.ceasefire
                                + "\",measure=\"VIOLATIONS\",originator=\"" + at.office + "\"}"));
        assertTrue(sample(
                        scraped,
                        "humdash_ceasefire_age_days{ceasefire=\"" + at.ceasefire + "\",convention=\"inclusive\"}")
                > 70);
        assertTrue(sample(scraped, "humdash_import_rows_total{kind=\"claims\",outcome=\"created\"}") >= 3);
    }

    @Test
    void theIncidentsThatCountAreGaugesAndHiddenOnesAreNot() {
        Installation at = Installation.named("METRICSINC");
        record(at, "a", "AIR_STRIKE", "at least 2", "\"place\": {\"adm2\": \"PS0260\"},");
        String recordedAt = record(at, "b", "AIR_STRIKE", "3", "\"place\": {\"adm2\": \"PS0260\"},")
                .path("revision.recordedAt");
        record(at, "c", "DEMOLITION", "1", "\"status\": \"DRAFT\",");
        record(at, "d", "DEMOLITION", "50", "\"sensitivity\": \"HIGH\",");
        String incidents = "humdash_incidents{area=\"PS0260\",ceasefire=\"" + at.ceasefire
                + "\",grade=\"WEAK\",type=\"AIR_STRIKE\"}";
        await().atMost(Duration.ofSeconds(20)).until(() -> scrape().contains(incidents + " 2.0"));

        String scraped = scrape();
        String casualties = "humdash_incident_casualties_people{area=\"PS0260\",bound=\"%s\",ceasefire=\""
                + at.ceasefire + "\",grade=\"WEAK\",measure=\"KILLED\"}";
        assertEquals(5.0, sample(scraped, casualties.formatted("lower")));
        assertFalse(scraped.contains(casualties.formatted("best")), "one of the two gives no best value");
        assertFalse(
                scraped.lines().anyMatch(line -> line.contains(at.ceasefire) && line.contains("INJURED")),
                "a figure that is not stated has no sample");
        assertFalse(
                scraped.lines().anyMatch(line -> line.contains(at.ceasefire) && line.contains("area=\"unknown\"")),
                "a draft and a hidden incident are in no metric");
        assertEquals(
                Instant.parse(recordedAt).toEpochMilli() / 1000.0,
                sample(scraped, "humdash_incident_last_recorded_timestamp_seconds{ceasefire=\"" + at.ceasefire + "\"}"),
                0.001);
        String days = "humdash_ledger_days{ceasefire=\"" + at.ceasefire + "\",status=\"%s\"}";
        assertEquals(1.0, sample(scraped, days.formatted("attack")));
        assertEquals(0.0, sample(scraped, days.formatted("possible")));
        assertEquals(1.0, sample(scraped, days.formatted("pending")));
        assertEquals(0.0, sample(scraped, days.formatted("quiet")));
        assertEquals(
                ChronoUnit.DAYS.between(
                                LocalDate.parse("2025-10-10"),
                                LocalDate.ofInstant(Instant.now(), ZoneId.of("Asia/Gaza")))
                        - 1.0,
                sample(scraped, days.formatted("no_report")));
        String streak = "humdash_ledger_streak_days{ceasefire=\"" + at.ceasefire + "\",streak=\"%s\"}";
        assertEquals(1.0, sample(scraped, streak.formatted("attack_current")));
        assertEquals(1.0, sample(scraped, streak.formatted("attack_longest")));
        assertEquals(0.0, sample(scraped, streak.formatted("quiet_current")));
        assertEquals(0.0, sample(scraped, streak.formatted("quiet_longest")));
        String week = "humdash_ledger_week_incidents{ceasefire=\"" + at.ceasefire + "\",week=\"%s\"}";
        assertEquals(0.0, sample(scraped, week.formatted("last")));
        assertEquals(0.0, sample(scraped, week.formatted("previous")));
        assertEquals(
                sample(scraped, days.formatted("no_report")) + 1,
                sample(scraped, "humdash_coverage_gap_days{ceasefire=\"" + at.ceasefire + "\"}"),
                "an attack that nobody's coverage is of is on a day without a report too");
    }

    @Test
    void anIncidentWithoutAKnownAreaIsUnderAnAreaUnknown() {
        Installation at = Installation.named("METRICSPLACE");
        record(at, "a", "ARREST", "1", "");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> scrape().contains("humdash_incidents{area=\"unknown\",ceasefire=\"" + at.ceasefire
                        + "\",grade=\"WEAK\",type=\"ARREST\"} 1.0"));
        assertEquals(
                1.0,
                sample(
                        scrape(),
                        "humdash_incident_casualties_people{area=\"unknown\",bound=\"best\",ceasefire=\"" + at.ceasefire
                                + "\",grade=\"WEAK\",measure=\"KILLED\"}"));
    }

    /** Whoever adds a meter writes it into the documentation too, or this fails. */
    @Test
    void whatIsDocumentedIsWhatIsScraped() throws IOException {
        Installation at = Installation.named("METRICSALL");
        record(at, "a", "AIR_STRIKE", "3", "\"place\": {\"adm2\": \"PS0260\"},");
        importing("ceasefire,originator,reference,measure,value,valid_from,valid_to,sensitivity\n" + at.ceasefire + ","
                        + at.office + ",v,VIOLATIONS,738,2025-10-10,2025-12-08,LOW\n")
                .post("/api/v1/claims/imports")
                .then()
                .body("created", is(1));
        importing("ceasefire,source,day,status\n" + at.ceasefire + "," + at.office + ",2025-10-13,NIL\n")
                .post("/api/v1/coverage/imports")
                .then()
                .body("created", is(1));
        contributor()
                .contentType(ContentType.JSON)
                .body("""
                        {"code": "AID_TRUCKS", "title": {"en": "Aid trucks"}, "quantityPerDay": 600, "unit": "trucks",
                         "from": "2025-10-10", "source": "%s"}""".formatted(at.office))
                .post("/api/v1/ceasefires/" + at.ceasefire + "/commitments")
                .then()
                .statusCode(201);
        String coverage = "humdash_coverage_days{ceasefire=\"" + at.ceasefire + "\",source=\"" + at.office
                + "\",status=\"nil\"} 1.0";
        await().atMost(Duration.ofSeconds(30))
                .until(() -> scrape().contains(coverage)
                        && scrape().contains("humdash_findings{")
                        && scrape().contains("humdash_ceasefire_commitment_per_day{")
                        && about(at.ceasefire).stream().anyMatch(line -> line.startsWith("humdash_claim_value{")));

        String scraped = scrape();
        assertEquals(
                MeterTable.documented(Path.of("..", "docs", "metrics.md"), "incident-service"),
                MeterTable.scraped(scraped));
        assertEquals(
                1.0,
                sample(
                        scraped,
                        "humdash_ledger_streak_days{ceasefire=\"" + at.ceasefire + "\",streak=\"quiet_current\"}"));
        assertTrue(sample(scraped, "humdash_import_last_success_timestamp_seconds{kind=\"coverage\"}") > 0);
        assertTrue(scraped.contains("http_server_requests_seconds_bucket{"));
        assertTrue(scraped.contains("le=\"0.5\""));
        assertFalse(scraped.contains("/internal/"), "the gateway waiting for changes is no request of anybody");
        assertTrue(scraped.contains("jvm_memory_used_bytes{"));
        assertTrue(scraped.contains("agroal_active_count{"));
        assertTrue(scraped.contains("disk_free_bytes{"));
    }

    /** A hidden record of each kind changes nothing that is scraped, and neither does when it was recorded. */
    @Test
    void nothingHiddenShowsInAnyMeter() {
        Installation at = Installation.named("METRICSHIDE");
        record(at, "a", "AIR_STRIKE", "3", "\"place\": {\"adm2\": \"PS0260\"},");
        String week = "humdash_ledger_week_incidents{ceasefire=\"" + at.ceasefire + "\",week=\"last\"} 0.0";
        await().atMost(Duration.ofSeconds(20))
                .until(() -> scrape().contains(week)
                        && scrape().contains("humdash_ceasefire_age_days{ceasefire=\"" + at.ceasefire + "\"")
                        && scrape().contains(
                                        "ceasefire=\"" + at.ceasefire + "\",grade=\"WEAK\",type=\"AIR_STRIKE\"} 1.0"));
        Set<String> before = about(at.ceasefire);
        double newest = sample(scrape(), "humdash_feed_newest_timestamp_seconds");

        record(at, "b", "DEMOLITION", "50", "\"sensitivity\": \"HIGH\",");
        record(at, "c", "AIR_STRIKE", "60", "\"sensitivity\": \"SEVERE\", \"place\": {\"adm2\": \"PS0260\"},");
        importing("ceasefire,originator,reference,measure,value,valid_from,valid_to,sensitivity\n" + at.ceasefire + ","
                        + at.office + ",h,KILLED,5,2025-10-10,2025-12-08,HIGH\n")
                .post("/api/v1/claims/imports")
                .then()
                .body("created", is(1));
        importing("ceasefire,source,day,status,sensitivity\n" + at.ceasefire + "," + at.office
                        + ",2025-10-13,NIL,HIGH\n")
                .post("/api/v1/coverage/imports")
                .then()
                .body("created", is(1));
        // What is shown of another ceasefire afterwards was read after all of this was written.
        Installation later = Installation.named("METRICSHIDEB");
        record(later, "a", "AIR_STRIKE", "1", "");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> about(later.ceasefire).stream().anyMatch(line -> line.contains("attack_longest\"} 1.0"))
                        && about(later.ceasefire).stream().anyMatch(line -> line.contains("humdash_incidents{"))
                        && sample(scrape(), "humdash_feed_newest_timestamp_seconds") > newest);

        assertEquals(before, about(at.ceasefire));
    }

    private Set<String> about(String ceasefire) {
        return scrape().lines()
                .filter(line -> line.contains("\"" + ceasefire + "\""))
                .collect(Collectors.toSet());
    }

    private static ExtractableResponse<Response> record(
            Installation at, String reference, String type, String killed, String further) {
        return contributor()
                .contentType(ContentType.JSON)
                .body("""
                        {"source": "%1$s", "reference": "%2$s", "ceasefire": "%3$s", "type": "%4$s",
                         "occurredFrom": "2025-10-12", %6$s
                         "reports": [{"source": "%1$s", "killed": {"value": "%5$s"}}]}""".formatted(at.office, reference, at.ceasefire, type, killed, further))
                .post("/api/v1/incidents")
                .then()
                .statusCode(201)
                .extract();
    }

    private String scrape() {
        // The format allows a comma after the last label, and the registry makes use of it.
        return given().accept("text/plain")
                .get(metrics)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .replace(",}", "}");
    }

    private static double sample(String scraped, String series) {
        return scraped.lines()
                .filter(line -> line.startsWith(series + " "))
                .map(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no sample of " + series + " in\n" + scraped));
    }
}
