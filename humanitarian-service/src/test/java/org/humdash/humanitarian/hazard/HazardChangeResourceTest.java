package org.humdash.humanitarian.hazard;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.humdash.humanitarian.Installation.contributor;
import static org.humdash.humanitarian.Installation.importing;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.List;
import org.humdash.humanitarian.Installation;
import org.humdash.humanitarian.SourceRegisterResource;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(SourceRegisterResource.class)
class HazardChangeResourceTest {

    private static final String HAZARDS = "/api/v1/hazards";

    private static final String HAZARD = """
            {"code": "%s", "type": "STORM", "name": {"en": "Storm", "ar": "عاصفة"}, "glide": "ST-2025-000123-PSE",
             "start": "2025-12-10", "areas": ["PS02"], "source": "OFFICE_HAZARD"%s}""";

    @Test
    void aChangeIsTheNextRevisionAndTheOldOneStaysInTheHistory() {
        String before = recorded("STORM-CHANGE");
        String changed = body("STORM-CHANGE", "CORRECTION", ", \"end\": \"2025-12-17\"");
        put("STORM-CHANGE", "\"1\"", changed)
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("end", equalTo("2025-12-17"))
                .body("revision.number", is(2))
                .body("revision.reason", equalTo("CORRECTION"));
        put("STORM-CHANGE", "\"2\"", changed).statusCode(200).header("ETag", "\"2\"");
        given().get(HAZARDS + "/STORM-CHANGE/revisions")
                .then()
                .body("revisions.end", equalTo(Arrays.asList(null, "2025-12-17")))
                .body("revisions.revision.reason", equalTo(List.of("NEW", "CORRECTION")));
        given().queryParam("knownAt", before)
                .get(HAZARDS + "/STORM-CHANGE")
                .then()
                .header("ETag", "\"1\"")
                .body("end", nullValue())
                .body("revision.supersededAt", nullValue());
        given().queryParam("knownAt", before)
                .get(HAZARDS + "/STORM-CHANGE/revisions")
                .then()
                .body("revisions.revision.number", equalTo(List.of(1)));
        given().get(HAZARDS + "/STORM-NOBODY/revisions").then().statusCode(404);
    }

    @Test
    void aChangeNamesTheCurrentRevisionAndSaysWhy() {
        recorded("STORM-RULES");
        String good = body("STORM-RULES", "CORRECTION", ", \"end\": \"2025-12-17\"");
        put("STORM-RULES", "\"9\"", good)
                .statusCode(412)
                .body("detail", equalTo("Revision 1 is the current one. Read it, and make the change to that."));
        put("STORM-RULES", "7", good).statusCode(428);
        put("STORM-RULES", null, good).statusCode(428).body("type", equalTo("urn:humdash:problem:revision-required"));
        put("STORM-RULES", "\"1\"", body("STORM-RULES", "MERGE", "")).statusCode(400);
        put("STORM-RULES", "\"1\"", HAZARD.formatted("STORM-RULES", ""))
                .statusCode(400)
                .body("detail", containsString("revisionReason"));
        put("STORM-RULES", "\"1\"", good.replace("STORM-RULES", "STORM-OTHER"))
                .statusCode(400)
                .body("detail", containsString("never changes"));
        put("STORM-RULES", "\"1\"", good.replace("OFFICE_HAZARD", "NOBODY")).statusCode(400);
        put("STORM-UNKNOWN", "\"1\"", good.replace("STORM-RULES", "STORM-UNKNOWN"))
                .statusCode(404);
        post(body("STORM-NEW", "CORRECTION", "")).statusCode(400);
        given().contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body(good)
                .put(HAZARDS + "/STORM-RULES")
                .then()
                .statusCode(401);
        given().get(HAZARDS + "/STORM-RULES").then().body("revision.number", is(1));
    }

    @ParameterizedTest
    @CsvSource({"ZZ-2025-000123-PSE", "ST-2025-000000-PSE", "ST-1825-000123-PSE", "ST-2025-123-PSE"})
    void aGlideNumberThatCannotBeOneIsRefused(String glide) {
        post(HAZARD.formatted("STORM-GLIDE", "").replace("ST-2025-000123-PSE", glide))
                .statusCode(400)
                .body("violations.message", hasItem("glide must be a GLIDE number such as ST-2025-000123-PSE"));
        given().get(HAZARDS + "/STORM-GLIDE").then().statusCode(404);
    }

    @Test
    void aRetractedHazardIsNoMoreThereAndStandsAgainByAChange() {
        Installation at = Installation.named("HAZARDRETRACT");
        String before = recorded("STORM-GONE");
        put("STORM-GONE", "\"1\"", body("STORM-GONE", "RETRACTION", ""))
                .statusCode(200)
                .body("revision.reason", equalTo("RETRACTION"));
        given().get(HAZARDS + "/STORM-GONE").then().statusCode(404);
        given().get(HAZARDS + "/STORM-GONE/impacts").then().statusCode(404);
        given().get(HAZARDS).then().body("items.code", not(hasItem("STORM-GONE")));
        given().queryParam("knownAt", before)
                .get(HAZARDS + "/STORM-GONE")
                .then()
                .statusCode(200);
        given().get(HAZARDS + "/STORM-GONE/revisions")
                .then()
                .body("revisions.revision.reason", equalTo(List.of("NEW", "RETRACTION")));
        importing("indicator,area,originator,reference,value,valid_from,valid_to,hazard\n" + at.indicator + ",PS02,"
                        + at.office + ",r,5,2025-12-10,2025-12-12,STORM-GONE\n")
                .post("/api/v1/observations/imports")
                .then()
                .body("firstRefused[0].problems", contains(startsWith("hazard: UNKNOWN_HAZARD, ")));
        post(HAZARD.formatted("STORM-GONE", "")).statusCode(409);
        put("STORM-GONE", "\"2\"", body("STORM-GONE", "CORRECTION", ""))
                .statusCode(200)
                .header("ETag", "\"3\"");
        given().get(HAZARDS + "/STORM-GONE").then().statusCode(200);
    }

    @Test
    void aHazardThatBecomesSevereIsAnsweredWithNothingAndNeverFoundAgain() {
        recorded("STORM-SEVERE");
        put("STORM-SEVERE", "\"1\"", body("STORM-SEVERE", "RECLASSIFICATION", ", \"sensitivity\": \"SEVERE\""))
                .statusCode(200)
                .body(emptyString());
        contributor().get(HAZARDS + "/STORM-SEVERE").then().statusCode(404);
        put("STORM-SEVERE", "\"2\"", body("STORM-SEVERE", "CORRECTION", ", \"sensitivity\": \"LOW\""))
                .statusCode(404);
    }

    private static String recorded(String code) {
        return post(HAZARD.formatted(code, "")).statusCode(201).extract().path("revision.recordedAt");
    }

    private static String body(String code, String reason, String more) {
        return HAZARD.formatted(code, more + ", \"revisionReason\": \"" + reason + "\"");
    }

    private static ValidatableResponse post(String body) {
        return contributor()
                .contentType(ContentType.JSON)
                .body(body)
                .post(HAZARDS)
                .then();
    }

    private static ValidatableResponse put(String code, String ifMatch, String body) {
        var request = contributor().contentType(ContentType.JSON).body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put(HAZARDS + "/" + code)
                .then();
    }
}
