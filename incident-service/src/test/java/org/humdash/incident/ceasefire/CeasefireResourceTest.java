package org.humdash.incident.ceasefire;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
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

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class CeasefireResourceTest {

    @ParameterizedTest(name = "{1}: {2} / {3} / {4}")
    @CsvSource(textBlock = """
                    A, 2025-12-19, 71, 70, 69, IN_EFFECT
                    B, 2025-10-10, 1,  0,  0,  IN_EFFECT
                    C, 2025-10-26, 17, 16, 15, IN_EFFECT
                    D, 2025-10-09, 0,  0,  0,  NOT_YET_EFFECTIVE
                    """)
    void countsTheDaysInAllThreeConventions(
            String name, String asOf, int inclusive, int elapsed, int fullDays, String status) {
        Installation at = Installation.named("DAYS" + name);
        ceasefire(at, asOf)
                .body("dayCounts.inclusive", is(inclusive))
                .body("dayCounts.elapsed", is(elapsed))
                .body("dayCounts.fullDaysAfterEffective", is(fullDays))
                .body("countedThrough", equalTo(asOf))
                .body("effectiveAt", equalTo("2025-10-10T12:00:00+03:00"))
                .body("status", equalTo(status));
    }

    @Test
    void anEndedCeasefireCountsNoDaysAfterItsEnd() {
        create("""
                        {"code": "TEST-ENDED", "name": {"en": "Ended"}, "effectiveAt": "2025-01-19T11:15:00+02:00",
                         "endedAt": "2025-03-18T02:20:00+02:00", "timeZone": "Asia/Gaza", "area": "PS02"}""").statusCode(201);
        given().queryParam("asOf", "2025-12-19")
                .get("/api/v1/ceasefires/TEST-ENDED")
                .then()
                .body("status", equalTo("ENDED"))
                .body("countedThrough", equalTo("2025-03-18"))
                .body("dayCounts.inclusive", is(59));
    }

    @Test
    void phasesAndCommitmentsStandWithTheirSource() {
        Installation at = Installation.named("PHASES");
        String phase = """
                {"number": 1, "title": {"en": "First phase", "ar": "المرحلة الأولى"}, "status": "ACTIVE",
                 "start": "2025-10-10", "source": "%s"}""";
        String commitment = """
                {"code": "AID_TRUCKS", "title": {"en": "Aid trucks"}, "quantityPerDay": 600, "unit": "trucks",
                 "from": "2025-10-10", "source": "%s"}""";
        post(at, "phases", phase.formatted(at.office)).statusCode(201);
        post(at, "phases", phase.formatted(at.office)).statusCode(200);
        post(at, "phases", phase.formatted(at.outlet)).statusCode(409);
        post(at, "phases", phase.formatted("NOBODY")).statusCode(400).body("detail", containsString("NOBODY"));
        post(at, "commitments", commitment.formatted(at.office)).statusCode(201);
        post(at, "commitments", commitment.formatted(at.office)).statusCode(200);

        ceasefire(at, "2025-12-19")
                .body("phases", hasSize(1))
                .body("phases[0].title.ar", equalTo("المرحلة الأولى"))
                .body("phases[0].source.code", equalTo(at.office))
                .body("commitments[0].quantityPerDay", is(600))
                .body("commitments[0].source.code", equalTo(at.office));
    }

    @Test
    void theSameCeasefireAgainChangesNothingAndAnotherUnderItsCodeIsAConflict() {
        String ceasefire = """
                {"code": "TEST-AGAIN", "name": {"en": "%s"}, "effectiveAt": "2025-10-10T12:00:00+03:00",
                 "timeZone": "Asia/Gaza", "area": "PS02"}""";
        create(ceasefire.formatted("One")).statusCode(201);
        create(ceasefire.formatted("One")).statusCode(200).body("revision.number", is(1));
        create(ceasefire.formatted("Two"))
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:humdash:problem:already-exists"));
    }

    @Test
    void whatWasRecordedLaterWasNotKnownBefore() {
        Installation at = Installation.named("LATER");
        given().queryParam("knownAt", "2020-01-01T00:00:00Z")
                .get("/api/v1/ceasefires/" + at.ceasefire)
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:humdash:problem:not-found"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    timeZone  | {"code": "TEST-BAD", "name": {"en": "x"}, "effectiveAt": "2025-10-10T12:00:00+03:00", "timeZone": "Gaza", "area": "PS02"}
                    area      | {"code": "TEST-BAD", "name": {"en": "x"}, "effectiveAt": "2025-10-10T12:00:00+03:00", "timeZone": "Asia/Gaza", "area": "XX99"}
                    code      | {"code": "lower", "name": {"en": "x"}, "effectiveAt": "2025-10-10T12:00:00+03:00", "timeZone": "Asia/Gaza", "area": "PS02"}
                    endedAt   | {"code": "TEST-BAD", "name": {"en": "x"}, "effectiveAt": "2025-10-10T12:00:00+03:00", "endedAt": "2025-10-09T12:00:00+03:00", "timeZone": "Asia/Gaza", "area": "PS02"}
                    colour    | {"code": "TEST-BAD", "colour": "red", "name": {"en": "x"}, "effectiveAt": "2025-10-10T12:00:00+03:00", "timeZone": "Asia/Gaza", "area": "PS02"}
                    effectiveAt | {"code": "TEST-BAD", "name": {"en": "x"}, "effectiveAt": "soon", "timeZone": "Asia/Gaza", "area": "PS02"}
                    """)
    void aBadFieldIsNamed(String field, String body) {
        String answer = create(body)
                .statusCode(400)
                .contentType("application/problem+json")
                .extract()
                .asString();
        org.junit.jupiter.api.Assertions.assertTrue(answer.contains(field), answer);
        org.junit.jupiter.api.Assertions.assertFalse(answer.contains("org.humdash"), answer);
    }

    @Test
    void aBadDateParameterIsNamed() {
        given().queryParam("asOf", "19/12/2025")
                .get("/api/v1/ceasefires")
                .then()
                .statusCode(400)
                .body("detail", equalTo("Parameter 'asOf' must be a calendar date such as 2025-12-19."));
        given().queryParam("knownAt", "yesterday")
                .get("/api/v1/ceasefires")
                .then()
                .statusCode(400)
                .body("detail", equalTo("Parameter 'knownAt' must be an instant such as 2025-12-19T18:00:00Z."));
    }

    @Test
    void aBodyThatGoesOnAfterItsJsonIsRefused() {
        for (String rest : List.of("}", " {}", ",", "null")) {
            create("{\"code\": \"TRAILING\"}" + rest)
                    .statusCode(400)
                    .body("type", equalTo("urn:humdash:problem:invalid-body"));
        }
    }

    @Test
    void aLargeJsonBodyIsRefused() {
        create("{\"code\": \"" + "A".repeat(1_100_000) + "\"}")
                .statusCode(413)
                .body("type", equalTo("urn:humdash:problem:body-too-large"));
    }

    private static ValidatableResponse create(String body) {
        return contributor()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/ceasefires")
                .then();
    }

    private static ValidatableResponse post(Installation at, String what, String body) {
        return contributor()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/ceasefires/" + at.ceasefire + "/" + what)
                .then();
    }

    private static ValidatableResponse ceasefire(Installation at, String asOf) {
        return given().queryParam("asOf", asOf)
                .get("/api/v1/ceasefires/" + at.ceasefire)
                .then()
                .statusCode(200);
    }
}
