package org.humdash.humanitarian;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.Test;

/** The packaged program does what the classes do: it migrates, asks for sources, takes figures in, and answers. */
@QuarkusIntegrationTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(SourceRegisterResource.class)
class ObservationImportIT {

    @Test
    void thePackagedProgramTakesTheStartingDataInAndAnswers() {
        StartingData.load().body("job.refused", is(0));
        given().queryParam("area", "PS02")
                .queryParam("indicator", "STORM_DEATHS_ALL")
                .queryParam("asOf", "2025-12-19")
                .get("/api/v1/headlines")
                .then()
                .statusCode(200)
                .body("items[0].claims.size()", is(8))
                .body("items[0].claims[0].estimate.text.en", equalTo("≥ 13"))
                .body("items[0].claims[0].estimate.text.ar", equalTo("ما لا يقل عن 13"));
    }

    @Test
    void aSourceThatCannotBeAskedForIsWhyAnImportFails() {
        Installation at = Installation.named("PACKAGED");
        Installation.importing("indicator,area,originator,reference,value,valid_from,valid_to\n" + at.indicator
                        + ",PS02,DOWN_X,r,5,2025-12-10,2025-12-18\n")
                .post("/api/v1/observations/imports")
                .then()
                .statusCode(200)
                .body("job.status", equalTo("FAILED"))
                .body("job.failure", containsString("DOWN_X"));
    }

    @Test
    void theWrongKeyIsRefused() {
        given().auth()
                .oauth2("guess")
                .contentType("text/csv")
                .body("x")
                .post("/api/v1/observations/imports")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:humdash:problem:unauthorized"));
    }
}
