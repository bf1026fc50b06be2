package org.humdash.incident;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.humdash.incident.Installation.importing;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.Test;

/** The packaged program does what the classes do: it migrates, takes claims in, and answers. */
@QuarkusIntegrationTest
@QuarkusTestResource(PostgresResource.class)
class IncidentServiceIT {

    @Test
    void thePackagedProgramTakesClaimsInAndAnswers() {
        Installation at = Installation.named("PACKAGED");
        importing("ceasefire,originator,reference,measure,value,valid_from,valid_to\n"
                        + at.ceasefire + "," + at.office + ",v,VIOLATIONS,at least 738,2025-10-10,2025-12-08\n"
                        + at.ceasefire + "," + at.office + ",w,VIOLATIONS,many,2025-10-10,2025-12-08\n")
                .post("/api/v1/claims/imports")
                .then()
                .statusCode(200)
                .body("created", is(1))
                .body("problems[0].code", equalTo("NOT_AN_ESTIMATE"));
        given().queryParam("ceasefire", at.ceasefire)
                .queryParam("asOf", "2025-12-19")
                .get("/api/v1/claims/latest")
                .then()
                .body("measures[0].claims[0].estimate.text.en", equalTo("≥ 738"))
                .body("measures[0].claims[0].estimate.text.ar", equalTo("ما لا يقل عن 738"));
    }

    @Test
    void theWrongKeyIsRefused() {
        given().auth()
                .oauth2("guess")
                .contentType("text/csv")
                .body("x")
                .post("/api/v1/claims/imports")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:humdash:problem:unauthorized"));
    }

    @Test
    void anErrorShowsNothingOfTheInside() {
        String answer = given().get("/api/v1/claims/not-a-uuid")
                .then()
                .statusCode(404)
                .extract()
                .asString();
        org.junit.jupiter.api.Assertions.assertFalse(answer.contains("Exception"), answer);
    }
}
