package org.humdash.humanitarian.hazard;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.humdash.humanitarian.Installation.contributor;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.humdash.humanitarian.SourceRegisterResource;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(SourceRegisterResource.class)
class HazardResourceTest {

    private static final String HAZARD = """
            {"code": "%s", "type": "STORM", "name": {"en": "Storm", "ar": "عاصفة"}, "glide": "ST-2025-000123-PSE",
             "start": "2025-12-10", "end": "2025-12-17", "areas": ["PS02"], "source": "OFFICE_HAZARD",
             "url": "https://example.org/storm"}""";

    @Test
    void aHazardIsRecordedOnceAndShown() {
        post(HAZARD.formatted("STORM-ONCE")).statusCode(201);
        post(HAZARD.formatted("STORM-ONCE")).statusCode(200);
        post(HAZARD.formatted("STORM-ONCE").replace("12-17", "12-18"))
                .statusCode(409)
                .body("type", equalTo("urn:humdash:problem:already-exists"));
        String answer = given().get("/api/v1/hazards/STORM-ONCE")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .replaceAll("\"recordedAt\":\"[^\"]*\"", "\"recordedAt\":\"T\"");
        assertEquals("""
                {"code":"STORM-ONCE","type":"STORM","name":{"en":"Storm","ar":"عاصفة"},"glide":"ST-2025-000123-PSE",\
                "start":"2025-12-10","end":"2025-12-17","areas":["PS02"],\
                "source":{"code":"OFFICE_HAZARD","name":{"en":"Name of OFFICE_HAZARD","ar":"اسم"},"kind":"GOVERNMENT"},\
                "url":"https://example.org/storm","sensitivity":"LOW",\
                "revision":{"number":1,"recordedAt":"T","supersededAt":null,"reason":"NEW"}}""", answer);
    }

    @Test
    void theListHoldsWhatHadBegunByTheAsOfDay() {
        post(HAZARD.formatted("STORM-LISTED")).statusCode(201);
        given().queryParam("asOf", "2025-12-10")
                .get("/api/v1/hazards")
                .then()
                .body("items.code", hasItem("STORM-LISTED"));
        given().queryParam("asOf", "2025-12-09")
                .get("/api/v1/hazards")
                .then()
                .body("items.code", not(hasItem("STORM-LISTED")));
        given().queryParam("knownAt", "2020-01-01T00:00:00Z")
                .get("/api/v1/hazards")
                .then()
                .body("items.size()", is(0));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-17, 2025-12-01",
        "PS02, PS99",
        "STORM-BAD, storm",
        "ST-2025-000123-PSE, 123",
        "https://example.org/storm, ftp://example.org",
        "OFFICE_HAZARD, NOBODY",
        "2025-12-10, 10.12.2025"
    })
    void aBodyThatDoesNotHoldTogetherIsAProblem(String good, String bad) {
        post(HAZARD.formatted("STORM-BAD").replace(good, bad)).statusCode(400).contentType("application/problem+json");
        given().get("/api/v1/hazards/STORM-BAD").then().statusCode(404);
    }

    @Test
    void whoHasNoKeyRecordsNothing() {
        given().contentType(ContentType.JSON)
                .body(HAZARD.formatted("STORM-NO-KEY"))
                .post("/api/v1/hazards")
                .then()
                .statusCode(401);
    }

    private static ValidatableResponse post(String body) {
        return contributor()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/hazards")
                .then();
    }
}
