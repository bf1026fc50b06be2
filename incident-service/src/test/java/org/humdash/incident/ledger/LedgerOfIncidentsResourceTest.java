package org.humdash.incident.ledger;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.humdash.incident.Installation.contributor;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.humdash.incident.Installation;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ledger of incidents as they are recorded, changed and withdrawn. The ceasefire took effect at noon. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class LedgerOfIncidentsResourceTest {

    @ParameterizedTest(name = "an incident at {0} makes the effective day {1}")
    @CsvSource({"11:59, NO_REPORT, 0", "12:00, ATTACK, 1", "12:01, ATTACK, 1", "'', POSSIBLE, 1"})
    void onTheEffectiveDayTheTimeDecides(String time, String status, int incidents) {
        Installation at = Installation.named("NOON" + time.replace(":", ""));
        record(at, "a", "2025-10-10", time.isEmpty() ? "" : "\"localTime\": \"" + time + "\",");

        ledger(at, "/days").body("items[0].status", equalTo(status)).body("items[0].incidents", is(incidents));
        ledger(at, "")
                .body("incidents.counted", is(incidents))
                .body("days.noReport", is(status.equals("NO_REPORT") ? 70 : 69));
    }

    @Test
    void bothEndsOfTheDayWithTwentyFiveHoursAreOfThatDay() {
        Installation at = Installation.named("LONGDAY");
        record(at, "a", "2025-10-25", "\"localTime\": \"00:00\",");
        record(at, "b", "2025-10-25", "\"localTime\": \"23:59\",");

        ledger(at, "/days", "from", "2025-10-24", "to", "2025-10-26")
                .body("items.date", equalTo(List.of("2025-10-24", "2025-10-25", "2025-10-26")))
                .body("items.attackIncidents", equalTo(List.of(0, 2, 0)));
    }

    @Test
    void aMonthKnownOnlyByNameMakesItsDaysPossibleAndAddsOneDayAtMost() {
        Installation at = Installation.named("MONTHONLY");
        record(at, "a", "2025-11-01", "\"occurredTo\": \"2025-11-30\",");

        ledger(at, "")
                .body("days.possible", is(30))
                .body("attackDays.lower", is(0))
                .body("attackDays.upper", is(1));
    }

    @Test
    void aRetractedIncidentLeavesTheLedgerAndWhatWasKnownBeforeStays() {
        Installation at = Installation.named("WITHDRAWN");
        var recorded = record(at, "a", "2025-10-12", "").extract();
        String before = recorded.path("revision.recordedAt");
        ledger(at, "").body("days.attack", is(1));

        contributor()
                .contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body("{\"note\": \"withdrawn by its source\"}")
                .post("/api/v1/incidents/" + recorded.<String>path("id") + "/retraction")
                .then()
                .statusCode(200);

        ledger(at, "").body("days.attack", is(0)).body("incidents.counted", is(0));
        ledger(at, "", "knownAt", before).body("days.attack", is(1)).body("incidents.counted", is(1));
    }

    private static ValidatableResponse record(Installation at, String reference, String day, String further) {
        return contributor()
                .contentType(ContentType.JSON)
                .body("""
                        {"source": "%1$s", "reference": "%2$s", "ceasefire": "%3$s", "type": "AIR_STRIKE",
                         "occurredFrom": "%4$s", %5$s
                         "reports": [{"source": "%1$s", "killed": {"value": "2"}}]}""".formatted(at.office, reference, at.ceasefire, day, further))
                .post("/api/v1/incidents")
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse ledger(Installation at, String part, String... parameters) {
        var request = given().queryParam("asOf", "2025-12-19");
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i], parameters[i + 1]);
        }
        return request.get("/api/v1/ceasefires/" + at.ceasefire + "/ledger" + part)
                .then()
                .statusCode(200);
    }
}
