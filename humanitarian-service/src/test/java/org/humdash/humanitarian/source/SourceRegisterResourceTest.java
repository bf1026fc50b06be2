package org.humdash.humanitarian.source;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.humdash.humanitarian.Installation.contributor;
import static org.humdash.humanitarian.Installation.importing;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.humdash.humanitarian.Installation;
import org.humdash.humanitarian.SourceRegisterResource;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a write does when the register of sources answers, and when it does not. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(SourceRegisterResource.class)
class SourceRegisterResourceTest {

    private static final String HEADER = "indicator,area,originator,reference,value,valid_from,valid_to\n";

    @ParameterizedTest
    @ValueSource(strings = {"DOWN_A", "CUT_A", "GARBLED_A", "SILENT_A"})
    void anImportWhoseSourceCannotBeAskedForIsRefusedWholeAndWritesNothing(String source) {
        Installation at = Installation.named("NOREG" + source.charAt(0));
        importing(HEADER + row(at, at.office, "good") + row(at, source, "unanswered"))
                .post("/api/v1/observations/imports")
                .then()
                .statusCode(200)
                .body("job.status", equalTo("FAILED"))
                .body("job.created", is(0))
                .body("job.failure", containsString(source));
        given().queryParam("indicator", at.indicator)
                .get("/api/v1/observations")
                .then()
                .body("items", empty());
    }

    @Test
    void asingleObservationIsRefusedTheSameWay() {
        Installation at = Installation.named("NOREGONE");
        unavailable(contributor()
                .contentType(ContentType.JSON)
                .body("""
                        {"indicator": "%s", "area": "PS02", "originator": "DOWN_B", "reference": "r",
                         "estimate": {"value": "5"}, "validFrom": "2025-12-10", "validTo": "2025-12-18"}""".formatted(at.indicator))
                .post("/api/v1/observations")
                .then());
        unavailable(contributor()
                .contentType(ContentType.JSON)
                .body("""
                        {"code": "STORM-UNHEARD", "type": "STORM", "name": {"en": "Storm"}, "start": "2025-12-10",
                         "areas": ["PS02"], "source": "DOWN_B"}""")
                .post("/api/v1/hazards")
                .then());
        given().get("/api/v1/hazards/STORM-UNHEARD").then().statusCode(404);
    }

    @Test
    void aSourceMetBeforeIsNotAskedForAgain() {
        Installation at = Installation.named("MET");
        importing(HEADER + row(at, at.office, "first"))
                .post("/api/v1/observations/imports")
                .then()
                .body("job.created", is(1));
        importing(HEADER + row(at, at.office, "second") + row(at, "NOBODY_AT_ALL", "third"))
                .post("/api/v1/observations/imports")
                .then()
                .statusCode(200)
                .body("job.created", is(1))
                .body("firstRefused[0].problems", contains(startsWith("originator: UNKNOWN_SOURCE, ")));
        given().queryParam("indicator", at.indicator)
                .get("/api/v1/observations")
                .then()
                .body("items[0].originator.name.en", equalTo("Name of " + at.office))
                .body("items[0].originator.kind", equalTo("GOVERNMENT"));
    }

    private static String row(Installation at, String originator, String reference) {
        return at.indicator + ",PS02," + originator + "," + reference + ",47,2025-12-10,2025-12-18\n";
    }

    private static ValidatableResponse unavailable(ValidatableResponse answer) {
        return answer.statusCode(503)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:humdash:problem:source-register-unavailable"));
    }
}
