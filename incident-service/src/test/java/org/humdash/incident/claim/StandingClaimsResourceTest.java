package org.humdash.incident.claim;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.humdash.incident.Installation.contributor;
import static org.humdash.incident.Installation.importing;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.humdash.incident.Installation;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class StandingClaimsResourceTest {

    private static final String HEADER = "ceasefire,originator,publisher,reference,relay_of,measure,value,"
            + "type_civilian_shooting,type_ground_incursion,type_bombardment,type_demolition,"
            + "valid_from,valid_to,stated_days,day_count,published_on\n";

    @Test
    void theNewestClaimLeadsWithItsBreakdownAndItsRelayStandsBesideIt() {
        Installation at = Installation.named("STANDING");
        claims(
                at,
                "old,,VIOLATIONS,591,164,25,280,118,2025-10-10,2025-11-29,50,ELAPSED,2025-11-29",
                "statement,,VIOLATIONS,at least 738,205,37,358,138,2025-10-10,2025-12-08,60,INCLUSIVE,2025-12-09",
                "relay,statement,VIOLATIONS,at least 738,,,,,2025-10-10,2025-12-08,,,2025-12-19",
                "days,,ATTACK_DAYS,58,,,,,2025-10-10,2025-12-19,69,FULL_DAYS_AFTER_EFFECTIVE,2025-12-19");

        latest(at, "2025-12-19")
                .body("measures.measure", equalTo(List.of("VIOLATIONS", "ATTACK_DAYS")))
                .body("measures[0].claims.reference", equalTo(List.of("statement", "relay")))
                .body("measures[0].claims[0].estimate.text.en", equalTo("≥ 738"))
                .body("measures[0].claims[0].estimate.lower", is(738))
                .body("measures[0].claims[0].estimate.upper", nullValue())
                .body(
                        "measures[0].claims[0].breakdown.type",
                        equalTo(List.of("BOMBARDMENT", "CIVILIAN_SHOOTING", "GROUND_INCURSION", "DEMOLITION")))
                .body("measures[0].claims[0].breakdown.estimate.best", equalTo(List.of(358, 205, 37, 138)))
                .body("measures[0].claims[0].residual", is(0))
                .body("measures[0].claims[0].dayCounts.inclusive", is(60))
                .body("measures[0].claims[0].ageDays", is(11))
                .body("measures[0].claims[0].ageAtPublicationDays", is(1))
                .body("measures[0].claims[1].ageAtPublicationDays", is(11))
                .body("measures[1].claims[0].dayCounts.fullDaysAfterEffective", is(69));
        latest(at, "2025-12-01").body("measures[0].claims.reference", equalTo(List.of("old")));
    }

    @Test
    void aClaimAboutAnotherAreaDoesNotStandInThisOne() {
        Installation at = Installation.named("AREA");
        importing("ceasefire,area,originator,reference,measure,value,valid_from,valid_to\n" + at.ceasefire + ",PS0260,"
                        + at.office + ",city,KILLED,7,2025-10-10,2025-12-08\n")
                .post("/api/v1/claims/imports")
                .then()
                .body("created", is(1));
        latest(at, "2025-12-19").body("measures.size()", is(0));
        given().queryParam("ceasefire", at.ceasefire)
                .queryParam("area", "PS0260")
                .get("/api/v1/claims/latest")
                .then()
                .body("measures[0].claims[0].estimate.best", is(7));
        given().queryParam("ceasefire", at.ceasefire)
                .queryParam("area", "PS02")
                .get("/api/v1/claims")
                .then()
                .body("items.reference", equalTo(List.of("city")));
    }

    @Test
    void aClaimCanBeRecordedByItself() {
        Installation at = Installation.named("SINGLE");
        String body = """
                {"ceasefire": "%s", "originator": "%s", "reference": "one", "measure": "VIOLATIONS",
                 "estimate": {"value": "%s"}, "breakdown": {"BOMBARDMENT": {"value": "3"}},
                 "validFrom": "2025-10-10", "validTo": "2025-10-18"}""";
        String location = post(body.formatted(at.ceasefire, at.office, "at least 5"))
                .statusCode(201)
                .body("residual", is(2))
                .extract()
                .header("Location");
        post(body.formatted(at.ceasefire, at.office, "at least 5")).statusCode(200);
        post(body.formatted(at.ceasefire, at.office, "at least 6")).statusCode(409);
        given().get(location)
                .then()
                .statusCode(200)
                .body("estimate.lower", is(5))
                .body("revision.number", is(1));
        post(body.formatted("NONE", "NOBODY", "5"))
                .statusCode(400)
                .body("errors.code", equalTo(List.of("UNKNOWN_CEASEFIRE", "UNKNOWN_SOURCE")));
        post(body.formatted(at.ceasefire, at.office, "many"))
                .statusCode(400)
                .body("detail", containsString("Not an estimate"));
    }

    private static ValidatableResponse post(String body) {
        return contributor()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/claims")
                .then();
    }

    private static void claims(Installation at, String... rows) {
        StringBuilder csv = new StringBuilder(HEADER);
        for (String row : rows) {
            csv.append(at.ceasefire + "," + at.office + "," + at.outlet + ",")
                    .append(row)
                    .append('\n');
        }
        importing(csv.toString())
                .post("/api/v1/claims/imports")
                .then()
                .statusCode(200)
                .body("created", is(rows.length))
                .body("refused", is(0));
    }

    private static ValidatableResponse latest(Installation at, String asOf) {
        return given().queryParam("ceasefire", at.ceasefire)
                .queryParam("asOf", asOf)
                .get("/api/v1/claims/latest")
                .then()
                .statusCode(200);
    }
}
