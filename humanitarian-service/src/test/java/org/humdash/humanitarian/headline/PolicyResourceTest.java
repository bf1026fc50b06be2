package org.humdash.humanitarian.headline;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.humdash.humanitarian.Installation.contributor;
import static org.humdash.humanitarian.Installation.importing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.humdash.humanitarian.Installation;
import org.humdash.humanitarian.SourceRegisterResource;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of sources of an indicator, set over the API, and the choices made by it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(SourceRegisterResource.class)
class PolicyResourceTest {

    @Test
    void aHeadlineIsChosenByTheOrderOfItsTimeForEver() {
        Installation at = Installation.named("ORDERED");
        newerOfOfficeOlderOfOutlet(at);
        String imported = headline(at, null).extract().path("items[0].claims[0].revision.recordedAt");
        String before = headline(at, imported)
                .body("items[0].policy.sourcePriority", empty())
                .body("items[0].policy.revision", nullValue())
                .extract()
                .asString();
        assertEquals("newer", chosen(at, null));

        String first = set(at, null, "\"" + at.outlet + "\"")
                .statusCode(201)
                .header("ETag", "\"1\"")
                .extract()
                .path("revision.recordedAt");
        assertEquals("older", chosen(at, null));
        headline(at, null)
                .body("items[0].policy.sourcePriority", contains(at.outlet))
                .body("items[0].policy.revision", is(1))
                .body("items[0].policy.note.en", equalTo("They count it themselves"))
                .body(
                        "items[0].reason.en",
                        equalTo(at.outlet + " comes first in the order of sources set for this indicator."))
                .body("items[0].reason.ar", containsString(at.outlet));
        String second = set(at, "\"1\"", "")
                .statusCode(200)
                .header("ETag", "\"2\"")
                .extract()
                .path("revision.recordedAt");

        assertNotEquals(first, second);
        assertEquals("newer", chosen(at, null));
        assertEquals("older", chosen(at, first));
        assertEquals("newer", chosen(at, second));
        assertEquals(before, headline(at, imported).extract().asString());
    }

    @Test
    void whoComesFirstIsInTheAnswerHoweverManyStand() {
        Installation at = Installation.named("CROWDED");
        StringBuilder rows = new StringBuilder("indicator,area,originator,reference,value,valid_from,valid_to\n");
        for (int number = 100; number < 305; number++) {
            rows.append(
                    at.indicator + ",PS02," + at.office + ",n" + number + "," + number + ",2025-12-18,2025-12-18\n");
        }
        rows.append(at.indicator + ",PS02," + at.outlet + ",old,1,2025-12-01,2025-12-01\n");
        importing(rows.toString()).post("/api/v1/observations/imports").then().body("job.created", is(206));
        assertEquals("n100", chosen(at, null));
        headline(at, null)
                .body("items[0].claims.size()", is(200))
                .body("items[0].claims.reference.findAll { it == 'old' }", empty());
        set(at, null, "\"" + at.outlet + "\"").statusCode(201);
        assertEquals("old", chosen(at, null));
        headline(at, null).body("items[0].claims.size()", is(200));
    }

    @Test
    void theHistorySaysWhenWhyAndToStaffByWhom() {
        Installation at = Installation.named("TOLD");
        set(at, null, "\"" + at.office + "\"").statusCode(201);
        set(at, "\"1\"", "\"" + at.office + "\", \"" + at.outlet + "\"").statusCode(200);
        String history = "/api/v1/headline-policies/" + at.indicator + "/revisions";
        contributor()
                .get(history)
                .then()
                .statusCode(200)
                .body("indicator", equalTo(at.indicator))
                .body("revisions.revision.number", contains(1, 2))
                .body("revisions.revision.reason", contains("NEW", "UPDATE"))
                .body("revisions.recordedBy", contains("contributor", "contributor"))
                .body("revisions.note.en", contains("They count it themselves", "They count it themselves"))
                .body("revisions[0].note.ar", equalTo("يحصونه بأنفسهم"))
                .body("revisions[0].revision.supersededAt", notNullValue())
                .body("revisions[1].revision.supersededAt", nullValue())
                .body(
                        "revisions[0].rules",
                        contains(
                                "OWN_DEFINITION",
                                "SOURCE_PRIORITY",
                                "NEWEST_VALIDITY",
                                "STATEMENT_BEFORE_RELAY",
                                "NEWEST_PUBLICATION",
                                "ALPHABET"));
        given().get(history).then().statusCode(200).body("revisions.recordedBy", contains(nullValue(), nullValue()));
    }

    @Test
    void anOrderThatNobodySetIsTheOneTheIndicatorCameWith() {
        given().get("/api/v1/headline-policies/STRUCTURES_DESTROYED")
                .then()
                .statusCode(200)
                .header("ETag", nullValue())
                .body("sourcePriority", contains("UNOSAT"))
                .body("note", nullValue())
                .body("revision", nullValue());
        given().get("/api/v1/headline-policies/STRUCTURES_DESTROYED/revisions")
                .then()
                .statusCode(200)
                .body("revisions", empty());
        given().get("/api/v1/headline-policies")
                .then()
                .statusCode(200)
                .body("items.indicator", hasItem("TRUCKS_ENTERED"));
    }

    @Test
    void theSameOrderAgainChangesNothing() {
        Installation at = Installation.named("AGAIN");
        set(at, null, "\"" + at.office + "\"").statusCode(201);
        set(at, null, "\"" + at.office + "\"").statusCode(200).header("ETag", "\"1\"");
        set(at, "\"1\"", "\"" + at.office + "\"").statusCode(200).header("ETag", "\"1\"");
    }

    @Test
    void aChangeMustNameTheRevisionItChanges() {
        Installation at = Installation.named("NAMED");
        set(at, "\"1\"", "").statusCode(412).body("type", equalTo("urn:humdash:problem:revision-superseded"));
        set(at, null, "\"" + at.office + "\"").statusCode(201);
        set(at, null, "").statusCode(428).body("type", equalTo("urn:humdash:problem:revision-required"));
        set(at, "first", "").statusCode(428);
        set(at, "\"2\"", "").statusCode(412);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"sourcePriority\": [\"NOBODY\"], \"note\": {\"en\": \"Why\"}}",
                "{\"sourcePriority\": [\"OFFICE_X\", \"OFFICE_X\"], \"note\": {\"en\": \"Why\"}}",
                "{\"sourcePriority\": [\"a'b\"], \"note\": {\"en\": \"Why\"}}",
                "{\"sourcePriority\": [null], \"note\": {\"en\": \"Why\"}}",
                "{\"sourcePriority\": []}",
                "{\"note\": {\"en\": \"Why\"}}"
            })
    void anOrderThatDoesNotHoldTogetherIsRefused(String body) {
        contributor()
                .contentType(ContentType.JSON)
                .body(body)
                .put("/api/v1/headline-policies/STORM_DEATHS_EXPOSURE")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        given().get("/api/v1/headline-policies/STORM_DEATHS_EXPOSURE").then().body("revision", nullValue());
    }

    @Test
    void onlyContributorsSetAnOrderAndOnlyOfAnIndicator() {
        String body = "{\"sourcePriority\": [], \"note\": {\"en\": \"Why\"}}";
        given().contentType(ContentType.JSON)
                .body(body)
                .put("/api/v1/headline-policies/STORM_DEATHS_EXPOSURE")
                .then()
                .statusCode(401);
        contributor()
                .contentType(ContentType.JSON)
                .body(body)
                .put("/api/v1/headline-policies/NOTHING")
                .then()
                .statusCode(404);
        given().get("/api/v1/headline-policies/NOTHING").then().statusCode(404);
    }

    private static void newerOfOfficeOlderOfOutlet(Installation at) {
        importing("indicator,area,originator,reference,value,valid_from,valid_to\n" + at.indicator + ",PS02,"
                        + at.office
                        + ",newer,5,2025-12-10,2025-12-18\n" + at.indicator + ",PS02," + at.outlet
                        + ",older,9,2025-12-10,2025-12-17\n")
                .post("/api/v1/observations/imports")
                .then()
                .body("job.created", is(2));
    }

    private static ValidatableResponse set(Installation at, String ifMatch, String sources) {
        RequestSpecification request =
                contributor().contentType(ContentType.JSON).body("""
                {"sourcePriority": [%s], "note": {"en": "They count it themselves", "ar": "يحصونه بأنفسهم"}}""".formatted(sources));
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put("/api/v1/headline-policies/" + at.indicator)
                .then();
    }

    private static ValidatableResponse headline(Installation at, String knownAt) {
        RequestSpecification request = given().queryParam("area", "PS02")
                .queryParam("indicator", at.indicator)
                .queryParam("asOf", "2025-12-19");
        return (knownAt == null ? request : request.queryParam("knownAt", knownAt))
                .get("/api/v1/headlines")
                .then()
                .statusCode(200);
    }

    private static String chosen(Installation at, String knownAt) {
        JsonPath body = headline(at, knownAt).extract().jsonPath();
        return body.param("id", body.getString("items[0].headline"))
                .getString("items[0].claims.find { it.id == id }.reference");
    }
}
