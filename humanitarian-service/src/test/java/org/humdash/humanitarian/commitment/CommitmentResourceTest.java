package org.humdash.humanitarian.commitment;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.humdash.humanitarian.Installation.contributor;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.humdash.humanitarian.SourceRegisterResource;
import org.humdash.humanitarian.StartingData;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commitments and what the statements of the starting data make of them, worked out by hand. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(SourceRegisterResource.class)
class CommitmentResourceTest {

    @Test
    void theSheetSetsWhatWasStatedBesideWhatComesOut() {
        StartingData.load();
        record(aid("SHEET", 600)).statusCode(201);
        record(fuel("SHEET")).statusCode(201);
        ValidatableResponse sheet = sheet("SHEET", "2025-12-22");
        sheet.body("ceasefire", equalTo("SHEET"))
                .body("asOf", equalTo("2025-12-22"))
                .body("items.commitment.code", contains("AID_TRUCKS", "FUEL_TRUCKS"))
                .body("items[0].commitment.quantityPerDay", is(600))
                .body("items[0].commitment.source.code", equalTo("AFP"))
                // Both sides: all lorries as the media office counts them, and those that the UN tracked.
                .body(
                        "items[0].lines.collect { [it.claim.originator.code, it.claim.indicator,"
                                + " it.claim.estimate.text.en, it.claim.validTo, it.basis, it.used.days, it.used.expected,"
                                + " it.used.percent.text.en].join(' ') }",
                        equalTo(List.of(
                                "GAZA_GMO TRUCKS_ENTERED 17,819 2025-12-22 COMMITMENT 74 44400 40.13 %",
                                "UN2720 TRUCKS_ENTERED_DAILY 206 2025-10-16 PERIOD 1 600 34.33 %",
                                "GAZA_GMO TRUCKS_PER_DAY_AVERAGE 244 2025-12-22 AVERAGE null 600 40.67 %",
                                "UN2720 TRUCKS_PER_DAY_AVERAGE 94 2025-10-21 AVERAGE null 600 15.67 %")))
                .body("items[0].lines[0].ways.dayCount", contains("INCLUSIVE", "ELAPSED", "FULL_DAYS_AFTER_EFFECTIVE"))
                .body("items[0].lines[0].ways.days", contains(74, 73, 72))
                .body("items[0].lines[0].ways.expected", contains(44400, 43800, 43200))
                .body("items[0].lines[0].ways.percent.text.en", contains("40.13 %", "40.68 %", "41.25 %"))
                .body("items[0].lines[0].statedExpected.estimate.text.en", equalTo("42,800"))
                .body("items[0].lines[0].statedPercent.estimate.text.en", equalTo("41 %"))
                .body(
                        "items[0].lines[0].comparisons.what",
                        contains("EXPECTED", "PERCENT", "PERCENT_OF_STATED_EXPECTED"))
                .body(
                        "items[0].lines[0].comparisons.text.en",
                        contains(
                                "Expected: stated 42,800, recomputed 44,400.",
                                "Share of what was promised: stated 41 %, recomputed 40.13 %.",
                                "Share of what the source expected: stated 41 %, recomputed 41.63 %."))
                .body("items[0].lines[0].comparisons[1].text.ar", containsString("المعلن"))
                .body("items[0].lines[0].note", nullValue())
                .body("items[0].lines[1].statedPercent", nullValue());
        assertEquals(
                List.of("-1600", "0.87", "-0.63"),
                sheet.extract().jsonPath().getList("items[0].lines[0].comparisons.difference", String.class));
        sheet.body(
                "items[1].lines.collect { [it.claim.originator.code, it.used.dayCount, it.used.days, it.used.expected,"
                        + " it.used.percent.text.en, it.basis].join(' ') }",
                equalTo(List.of("GAZA_GMO ELAPSED 73 3650 10.79 % STATED_EXPECTED")));
    }

    @Test
    void theSheetOfAnEarlierDayHasTheFiguresOfThatDay() {
        StartingData.load();
        record(aid("EARLIER", 600)).statusCode(201);
        sheet("EARLIER", "2025-10-31")
                .body("items[0].lines[0].claim.estimate.text.en", equalTo("3,203"))
                .body("items[0].lines[0].used.days", is(22))
                .body("items[0].lines[0].basis", equalTo("STATED_EXPECTED"))
                .body(
                        "items[0].lines[0].comparisons.text.en[1]",
                        equalTo("Share of what was promised: stated 24 %, recomputed 24.27 %."));
        // A share stated as no more than 42 percent stays what it is.
        sheet("EARLIER", "2025-12-28")
                .body(
                        "items[0].lines[0].comparisons.text.en[1]",
                        equalTo("Share of what was promised: stated ≤ 42 %, recomputed 41.18 %."));
        sheet("EARLIER", "2025-10-09").body("items", empty());
    }

    @Test
    void aPromiseThatIsChangedIsWhatItWasAtTheTime() {
        StartingData.load();
        String first = record(aid("CHANGED", 600)).statusCode(201).extract().path("revision.recordedAt");
        change("CHANGED", "\"1\"", aid("CHANGED", 400, "\"revisionNote\": \"The plan says so\""))
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("quantityPerDay", is(400))
                .body("recordedBy", equalTo("contributor"))
                .body("revisionNote", equalTo("The plan says so"));
        sheet("CHANGED", "2025-12-28").body("items[0].commitment.quantityPerDay", is(400));
        given().queryParam("ceasefire", "CHANGED")
                .queryParam("knownAt", first)
                .get("/api/v1/commitments")
                .then()
                .body("items[0].commitment.quantityPerDay", is(600))
                .body("items[0].commitment.revision.supersededAt", nullValue());
        given().get("/api/v1/commitments/CHANGED/AID_TRUCKS/revisions")
                .then()
                .statusCode(200)
                .body("revisions.quantityPerDay", contains(600, 400))
                .body("revisions[0].revision.supersededAt", notNullValue())
                .body("revisions.recordedBy", contains(nullValue(), nullValue()))
                .body("revisions.revisionNote", contains(nullValue(), nullValue()));
    }

    @Test
    void theSameAgainChangesNothingAndAnotherIsRefused() {
        record(aid("TWICE", 600)).statusCode(201).header("ETag", "\"1\"");
        record(aid("TWICE", 600)).statusCode(200).header("ETag", "\"1\"");
        record(aid("TWICE", 500)).statusCode(409).body("type", equalTo("urn:humdash:problem:already-exists"));
        change("TWICE", null, aid("TWICE", 500, "\"revisionNote\": \"Why\"")).statusCode(428);
        change("TWICE", "\"7\"", aid("TWICE", 500, "\"revisionNote\": \"Why\"")).statusCode(412);
        change("TWICE", "\"1\"", aid("TWICE", 500)).statusCode(400);
        change("TWICE", "\"1\"", aid("OTHER", 500, "\"revisionNote\": \"Why\"")).statusCode(400);
        change("NEVER", "\"1\"", aid("NEVER", 500, "\"revisionNote\": \"Why\"")).statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"quantityPerDay\": 0",
                "\"quantityPerDay\": 1e999999999",
                "\"from\": \"0001-01-01\"",
                "\"to\": \"2025-10-09\"",
                "\"area\": \"Gaza\"",
                "\"source\": \"NOBODY\"",
                "\"url\": \"javascript:alert(1)\"",
                "\"delivered\": []",
                "\"delivered\": [\"SHELTER_SITES\"]",
                "\"statedPercent\": \"TRUCKS_ENTERED\"",
                "\"dayCount\": \"HOURS\"",
                "\"revisionNote\": \"only a change has one\""
            })
    void aCommitmentThatDoesNotHoldTogetherIsRefused(String field) {
        record(aid("REFUSED", 600, field)).statusCode(400).contentType("application/problem+json");
        given().queryParam("ceasefire", "REFUSED")
                .get("/api/v1/commitments")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void onlyContributorsRecord() {
        given().contentType(ContentType.JSON)
                .body(aid("NOBODYS", 600))
                .post("/api/v1/commitments")
                .then()
                .statusCode(401);
        given().get("/api/v1/commitments/NOBODYS/AID_TRUCKS").then().statusCode(404);
        given().get("/api/v1/commitments").then().statusCode(400);
    }

    private static String aid(String ceasefire, int perDay) {
        return aid(ceasefire, perDay, null);
    }

    @Test
    void aSourceThatWasNeverQuotedBeforeMayPromise() {
        record(aid("FIRST-MET", 600, null).replace("AFP", "OFFICE_FIRST_MET")).statusCode(201);
        sheet("FIRST-MET", "2025-12-22").body("items[0].commitment.source.code", equalTo("OFFICE_FIRST_MET"));
    }

    /** @param last a field that stands for the one of the same name; null for none */
    private static String aid(String ceasefire, int perDay, String last) {
        return """
                {"ceasefire": "%s", "code": "AID_TRUCKS", "title": {"en": "Aid trucks a day", "ar": "شاحنات المساعدات"},
                 "area": "PS02", "quantityPerDay": %d, "unit": "trucks", "from": "2025-10-10", "source": "AFP",
                 "delivered": ["TRUCKS_ENTERED", "TRUCKS_ENTERED_DAILY", "TRUCKS_PER_DAY_AVERAGE"],
                 "statedExpected": "TRUCKS_EXPECTED", "statedPercent": "TRUCKS_COMPLIANCE_PCT"%s}""".formatted(ceasefire, perDay, last == null ? "" : ", " + last);
    }

    private static String fuel(String ceasefire) {
        return """
                {"ceasefire": "%s", "code": "FUEL_TRUCKS", "title": {"en": "Fuel trucks a day"}, "area": "PS02",
                 "quantityPerDay": 50, "unit": "trucks", "from": "2025-10-10", "source": "GAZA_GMO",
                 "delivered": ["FUEL_TRUCKS_ENTERED"], "statedExpected": "FUEL_TRUCKS_EXPECTED",
                 "statedPercent": "FUEL_TRUCKS_COMPLIANCE_PCT"}""".formatted(ceasefire);
    }

    private static ValidatableResponse record(String body) {
        return contributor()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/commitments")
                .then();
    }

    private static ValidatableResponse change(String ceasefire, String ifMatch, String body) {
        var request = contributor().contentType(ContentType.JSON).body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put("/api/v1/commitments/" + ceasefire + "/AID_TRUCKS")
                .then();
    }

    private static ValidatableResponse sheet(String ceasefire, String asOf) {
        return given().queryParam("ceasefire", ceasefire)
                .queryParam("asOf", asOf)
                .get("/api/v1/commitments")
                .then()
                .statusCode(200);
    }
}
