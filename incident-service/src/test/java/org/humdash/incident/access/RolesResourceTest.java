package org.humdash.incident.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.humdash.incident.Installation;
import org.humdash.kit.test.GatewayKeys;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.Test;

/** A contributor records; a reviewer judges; an administrator says what there is to be recorded. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class RolesResourceTest {

    private static final String GRADE = """
            , "grade": {"value": "CONFIRMED", "reason": "Seen on two videos"}""";

    @Test
    void aContributorDoesNotJudge() {
        Installation here = Installation.named("ROLES");
        refused(post(contributor(), here, "judged", GRADE));
        post(contributor(), here, "plain", "").statusCode(201);
        String id = given().queryParam("ceasefire", here.ceasefire)
                .get("/api/v1/incidents")
                .then()
                .extract()
                .path("items[0].id");

        refused(put(contributor(), here, id, "\"1\"", GRADE));
        put(reviewer(), here, id, "\"1\"", GRADE).statusCode(200).body("grade.value", equalTo("CONFIRMED"));

        // Neither undone nor worded anew, but everything else may be corrected.
        refused(put(contributor(), here, id, "\"2\"", ""));
        refused(put(contributor(), here, id, "\"2\"", GRADE.replace("two", "three")));
        put(contributor(), here, id, "\"2\"", GRADE + ", \"descriptionEn\": \"Corrected\"")
                .statusCode(200)
                .body("descriptionEn", equalTo("Corrected"))
                .body("grade.value", equalTo("CONFIRMED"));

        for (String change : new String[] {"retraction", "merge", "separation"}) {
            refused(contributor()
                    .contentType(ContentType.JSON)
                    .header("If-Match", "\"3\"")
                    .body("{\"note\": \"why\", \"into\": \"" + id + "\"}")
                    .post("/api/v1/incidents/" + id + "/" + change)
                    .then());
        }
    }

    @Test
    void aReviewerDoesNotDeclareACeasefire() {
        refused(reviewer()
                .contentType(ContentType.JSON)
                .body("""
                        {"code": "ROLES_NONE", "name": {"en": "None"}, "effectiveAt": "2025-10-10T12:00:00+03:00",
                         "timeZone": "Asia/Gaza", "area": "PS02", "parties": ["A", "B"], "mediators": []}""")
                .post("/api/v1/ceasefires")
                .then());
    }

    private static RequestSpecification contributor() {
        return given().auth().oauth2(GatewayKeys.token("key-c", "contributor", "staff"));
    }

    private static RequestSpecification reviewer() {
        return given().auth().oauth2(GatewayKeys.token("key-r", "contributor", "reviewer", "staff"));
    }

    private static ValidatableResponse post(RequestSpecification who, Installation at, String reference, String more) {
        return who.contentType(ContentType.JSON)
                .body(body(at, reference, more))
                .post("/api/v1/incidents")
                .then();
    }

    private static ValidatableResponse put(
            RequestSpecification who, Installation at, String id, String revision, String more) {
        return who.contentType(ContentType.JSON)
                .header("If-Match", revision)
                .body(body(at, "plain", more + ", \"revisionNote\": \"why\""))
                .put("/api/v1/incidents/" + id)
                .then();
    }

    private static String body(Installation at, String reference, String more) {
        return """
                {"source": "%s", "reference": "%s", "ceasefire": "%s", "type": "AIR_STRIKE", "occurredFrom": "2025-10-19",
                 "reports": [{"source": "%s", "killed": {"value": "2"}}]%s}""".formatted(at.outlet, reference, at.ceasefire, at.outlet, more);
    }

    private static void refused(ValidatableResponse answer) {
        answer.statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:humdash:problem:forbidden"));
    }
}
