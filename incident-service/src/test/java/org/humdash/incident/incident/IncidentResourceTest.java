package org.humdash.incident.incident;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.humdash.incident.Installation.contributor;
import static org.humdash.incident.Installation.partner;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.humdash.incident.Installation;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class IncidentResourceTest {

    private static final String INCIDENTS = "/api/v1/incidents";

    @Inject
    Rollup rollup;

    @Test
    void anIncidentIsShownToEachCallerAsFarAsTheyAreCleared() {
        Installation at = Installation.named("INCIDENTSHOWN");
        String id = record(at, "a-1", """
                "place": {"name": "Al-Rimal", "adm2": "PS0260", "lat": 31.52347, "lon": 34.44391, "precision": 1},
                "localTime": "14:30", "allegedPerpetrator": "Party A",
                "reports": [%s]""".formatted(report(at.office, "\"killed\": {\"value\": \"at least 3\"}")));

        contributor()
                .get(INCIDENTS + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", is("\"1\""))
                .body("place.detail", is("FULL"))
                .body("place.name", is("Al-Rimal"))
                .body("place.adm1", is("PS02"))
                .body("place.lat", is(31.52347f))
                .body("place.lon", is(34.44391f))
                .body("place.precision", is(1))
                .body("recordedBy", is("contributor"))
                .body("figures.killed.text.en", is("≥ 3"))
                .body("grade.value", is("WEAK"))
                .body("status", is("PUBLISHED"));
        partner()
                .get(INCIDENTS + "/" + id)
                .then()
                .statusCode(200)
                .body("place.detail", is("GRID"))
                .body("place.name", nullValue())
                .body("place.lat", is(31.525f))
                .body("place.lon", is(34.445f))
                .body("place.precision", is(2))
                .body("recordedBy", nullValue());
        given().get(INCIDENTS + "/" + id)
                .then()
                .statusCode(200)
                .body("place.detail", is("ADM2"))
                .body("place.name", nullValue())
                .body("place.lat", nullValue())
                .body("place.lon", nullValue())
                .body("place.precision", is(3))
                .body("place.adm2Name.en", is("Gaza"));
    }

    @Test
    void theSameIncidentAgainChangesNothingAndAnotherUnderItsKeyIsRefused() {
        Installation at = Installation.named("INCIDENTAGAIN");
        String body = body(at, "a-1", """
                "reports": [%s]""".formatted(report(at.office, "\"injured\": {\"value\": \"4\"}")));
        post(body).then().statusCode(201);
        post(body).then().statusCode(200).body("revision.number", is(1));
        post(body.replace("\"4\"", "\"5\""))
                .then()
                .statusCode(409)
                .body("type", is("urn:humdash:problem:already-exists"));
    }

    @Test
    void everyProblemOfAnIncidentIsToldAtOnce() {
        Installation at = Installation.named("INCIDENTPROBLEMS");
        post(body(at, "a-1", """
                "occurredTo": "2025-10-01", "datePrecision": 9, "place": {"adm2": "PS9999", "lat": 31.5},
                "grade": {"value": "FAIR", "reason": "two crews"},
                "reports": [%s]""".formatted(report("NOBODY", "\"killed\": {\"value\": \"2\"}"))))
                .then()
                .statusCode(400)
                .body(
                        "errors.column",
                        contains("occurred_to", "date_precision", "adm1", "adm2", "lat", "report_source"))
                .body(
                        "errors.code",
                        contains(
                                "PERIOD_REVERSED",
                                "OUT_OF_RANGE",
                                "UNKNOWN_PCODE",
                                "UNKNOWN_PCODE",
                                "HALF_A_POSITION",
                                "UNKNOWN_SOURCE"));
        given().queryParam("ceasefire", at.ceasefire)
                .get(INCIDENTS)
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void aRevisionNeedsTheRevisionItChangesAndAReason() {
        Installation at = Installation.named("INCIDENTREVISED");
        String first = body(at, "a-1", """
                "reports": [%s]""".formatted(report(at.office, "\"killed\": {\"value\": \"2\"}")));
        String id = post(first).then().statusCode(201).extract().path("id");
        String next = first.replace("\"2\"", "\"3\"");

        put(id, null, next).then().statusCode(400);
        put(id, null, noted(next)).then().statusCode(428).body("type", is("urn:humdash:problem:revision-required"));
        put(id, "\"7\"", noted(next))
                .then()
                .statusCode(412)
                .body("type", is("urn:humdash:problem:revision-superseded"));
        put(id, "\"1\"", noted(next))
                .then()
                .statusCode(200)
                .header("ETag", is("\"2\""))
                .body("figures.killed.text.en", is("3"))
                .body("revision.reason", is("CORRECTION"));
        put(id, "\"1\"", noted(next)).then().statusCode(412);

        contributor()
                .get(INCIDENTS + "/" + id + "/revisions")
                .then()
                .statusCode(200)
                .body("revisions.figures.killed.text.en", contains("2", "3"))
                .body("revisions.revisionNote", contains(null, "a second count"));
        rollup.isExact(at.ceasefire);
    }

    @Test
    void aRetractedIncidentCountsNoMoreAndIsStillKnownThen() {
        Installation at = Installation.named("INCIDENTRETRACTED");
        String id =
                record(at, "a-1", "\"reports\": [%s]".formatted(report(at.office, "\"killed\": {\"value\": \"2\"}")));
        String before = given().get(INCIDENTS + "/" + id).then().extract().path("revision.recordedAt");

        contributor()
                .contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body("{\"note\": \"It was a test.\"}")
                .post(INCIDENTS + "/" + id + "/retraction")
                .then()
                .statusCode(200)
                .body("status", is("RETRACTED"));

        given().get(INCIDENTS + "/" + id).then().statusCode(404);
        given().queryParam("knownAt", before)
                .get(INCIDENTS + "/" + id)
                .then()
                .statusCode(200)
                .body("status", is("PUBLISHED"));
        given().get(INCIDENTS + "/" + id + "/revisions")
                .then()
                .statusCode(200)
                .body("revisions.status", contains("PUBLISHED", "RETRACTED"));
        given().queryParam("ceasefire", at.ceasefire).get(INCIDENTS).then().body("items", hasSize(0));
        contributor()
                .contentType(ContentType.JSON)
                .header("If-Match", "\"2\"")
                .body("{\"note\": \"Again.\"}")
                .post(INCIDENTS + "/" + id + "/retraction")
                .then()
                .statusCode(409);
        rollup.isExact(at.ceasefire);
    }

    @Test
    void aMergedDuplicateGivesItsReportsToTheOther() {
        Installation at = Installation.named("INCIDENTMERGED");
        String survivor =
                record(at, "a-1", "\"reports\": [%s]".formatted(report(at.office, "\"killed\": {\"value\": \"2\"}")));
        String duplicate =
                record(at, "a-2", "\"reports\": [%s]".formatted(report(at.outlet, "\"killed\": {\"value\": \"5\"}")));

        contributor()
                .contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body("{\"into\": \"%s\", \"note\": \"Same strike\"}".formatted(survivor))
                .post(INCIDENTS + "/" + duplicate + "/merge")
                .then()
                .statusCode(200)
                .body("id", is(survivor))
                .body("figures.killed.text.en", is("2–5"))
                .body("grade.value", is("FAIR"))
                .body("reports", hasSize(2))
                .body("revision.reason", is("MERGE"));

        given().get(INCIDENTS + "/" + duplicate).then().statusCode(200).body("duplicateOf", is(survivor));
        given().queryParam("ceasefire", at.ceasefire)
                .queryParam("withTotal", true)
                .get(INCIDENTS)
                .then()
                .body("items.id", contains(survivor))
                .body("total", is(1));
        given().queryParam("ceasefire", at.ceasefire)
                .queryParam("duplicates", true)
                .get(INCIDENTS)
                .then()
                .body("items", hasSize(2));
        rollup.isExact(at.ceasefire);
    }

    @Test
    void aDraftIsForStaffAndCountsNowhere() {
        Installation at = Installation.named("INCIDENTSTAGED");
        String draft = body(
                at,
                "a-1",
                "\"status\": \"DRAFT\", \"reports\": [%s]"
                        .formatted(report(at.office, "\"killed\": {\"value\": \"2\"}")));
        String id = post(draft)
                .then()
                .statusCode(201)
                .body("status", is("DRAFT"))
                .extract()
                .path("id");
        given().get(INCIDENTS + "/" + id).then().statusCode(404);
        partner().get(INCIDENTS + "/" + id).then().statusCode(404);
        assertEquals(0, rollup.incidents(at.ceasefire));

        put(id, "\"1\"", noted(draft.replace("DRAFT", "PUBLISHED"))).then().statusCode(200);
        given().get(INCIDENTS + "/" + id).then().statusCode(200).body("status", is("PUBLISHED"));
        given().get(INCIDENTS + "/" + id + "/revisions").then().body("revisions.revision.number", contains(2));
        assertEquals(1, rollup.incidents(at.ceasefire));
        put(id, "\"2\"", noted(draft)).then().statusCode(409);
        rollup.isExact(at.ceasefire);
    }

    @Test
    void whatIsHiddenNowIsHiddenForEveryInstant() {
        Installation at = Installation.named("INCIDENTHIDDEN");
        String open =
                body(at, "a-1", "\"reports\": [%s]".formatted(report(at.office, "\"killed\": {\"value\": \"2\"}")));
        String id = post(open).then().statusCode(201).extract().path("id");
        record(at, "a-2", "\"reports\": [%s]".formatted(report(at.office, "\"killed\": {\"value\": \"4\"}")));
        String before = given().get(INCIDENTS + "/" + id).then().extract().path("revision.recordedAt");

        put(id, "\"1\"", noted(open.replace("\"reports\"", "\"sensitivity\": \"HIGH\", \"reports\"")))
                .then()
                .statusCode(200);

        given().get(INCIDENTS + "/" + id).then().statusCode(404);
        given().queryParam("knownAt", before).get(INCIDENTS + "/" + id).then().statusCode(404);
        given().get(INCIDENTS + "/" + id + "/revisions").then().statusCode(404);
        contributor().get(INCIDENTS + "/" + id).then().statusCode(200);
        assertEquals(0, rollup.publicRowsWithKilledOtherThan(at.ceasefire, 4));
        rollup.isExact(at.ceasefire);
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrRepetition() {
        Installation at = Installation.named("INCIDENTPAGES");
        for (int i = 1; i <= 7; i++) {
            record(
                    at,
                    "a-" + i,
                    "\"occurredTo\": \"2025-10-19\", \"reports\": [%s]"
                            .formatted(report(at.office, "\"killed\": {\"value\": \"%d\"}".formatted(i))));
        }
        for (String sort : new String[] {"occurredFrom", "-occurredFrom", "recordedAt", "-recordedAt"}) {
            java.util.List<String> seen = new java.util.ArrayList<>();
            String cursor = null;
            do {
                var request = given().queryParam("ceasefire", at.ceasefire)
                        .queryParam("limit", 3)
                        .queryParam("sort", sort);
                ValidatableResponse page = (cursor == null ? request : request.queryParam("cursor", cursor))
                        .get(INCIDENTS)
                        .then()
                        .statusCode(200);
                seen.addAll(page.extract().path("items.reference"));
                cursor = page.extract().path("nextCursor");
            } while (cursor != null);
            assertEquals(7, seen.size(), sort);
            assertEquals(7, java.util.Set.copyOf(seen).size(), sort);
        }
        given().queryParam("cursor", "bm9wZQ").get(INCIDENTS).then().statusCode(400);
        given().queryParam("sort", "killed").get(INCIDENTS).then().statusCode(400);
    }

    @Test
    void filtersAndWordsFindWhatTheyShould() {
        Installation at = Installation.named("INCIDENTFILTERS");
        record(at, "a-1", """
                "descriptionEn": "A café was hit near the 100%% mark", "descriptionAr": "قُصِفَ منزلٌ في المدينة",
                "place": {"name": "Tal al-Hawa", "adm2": "PS0260", "lat": 31.5, "lon": 34.44},
                "reports": [%s]""".formatted(report(at.office, "\"killed\": {\"value\": \"at least 12\"}")));
        record(at, "a-2", """
                "place": {"adm2": "PS0275", "lat": 31.28, "lon": 34.25, "precision": 3}, "responsibility": "ADMITTED",
                "reports": [%s]""".formatted(report(at.outlet, "\"injured\": {\"value\": \"1\"}")));

        finds(at, "type", "BOMBARDMENT", "a-2", "a-1");
        finds(at, "type", "ARREST");
        finds(at, "area", "PS0260", "a-1");
        finds(at, "area", "PS02", "a-2", "a-1");
        finds(at, "text", "CAFE 100%", "a-1");
        finds(at, "text", "منزل", "a-1");
        finds(at, "text", "المنزل", "a-1");
        finds(at, "text", "مدينه", "a-1");
        finds(at, "text", "caf & hit | x");
        finds(at, "text", "'hi':* mar", "a-1");
        finds(at, "text", "hawa");
        finds(at, "grade", "CONFIRMED", "a-2");
        finds(at, "responsibility", "UNCLAIMED", "a-1");
        finds(at, "source", at.outlet, "a-2");
        finds(at, "minKilled", "12", "a-1");
        finds(at, "minKilled", "13");
        finds(at, "occurredFrom", "2025-10-20");
        finds(at, "occurredTo", "2025-10-18");
        finds(at, "bbox", "34.2,31.2,34.3,31.35", "a-2");
        contributor()
                .queryParam("ceasefire", at.ceasefire)
                .queryParam("text", "hawa")
                .get(INCIDENTS)
                .then()
                .body("items.reference", contains("a-1"));
        for (String wrong : new String[] {
            "bbox=1,2,3", "type=BOMBING", "area=Gaza", "grade=x", "minKilled=-1", "occurredFrom=soon", "limit=0"
        }) {
            given().get(INCIDENTS + "?" + wrong).then().statusCode(400);
        }
    }

    @Test
    void countsAreTheSameFromTheRollUpAndFromTheIncidents() {
        Installation at = Installation.named("INCIDENTCOUNTS");
        String report = "\"reports\": [%s]".formatted(report(at.office, "\"killed\": {\"value\": \"1\"}"));
        record(at, "a-1", "\"place\": {\"adm2\": \"PS0260\"}, " + report);
        record(at, "a-2", "\"place\": {\"adm2\": \"PS0260\"}, " + report);
        record(at, "a-3", "\"responsibility\": \"ADMITTED\", " + report);
        record(at, "a-4", "\"status\": \"DRAFT\", " + report);
        for (String counted : new String[] {"minKilled=1&", ""}) {
            contributor()
                    .queryParam("ceasefire", at.ceasefire)
                    .get(INCIDENTS + "/counts?" + counted + "by=area,week,grade")
                    .then()
                    .statusCode(200)
                    .body("total", is(3))
                    .body("items.area", contains("PS0260", null))
                    .body("items[0].areaName.en", is("Gaza"))
                    .body("items.grade", contains("WEAK", "CONFIRMED"))
                    .body("items.from", contains("2025-10-13", "2025-10-13"))
                    .body("items.type", contains(null, null))
                    .body("items.incidents", contains(2, 1));
        }
        given().queryParam("ceasefire", at.ceasefire)
                .get(INCIDENTS + "/counts?by=source,type")
                .then()
                .body("items[0].source", is(at.office))
                .body("items[0].incidents", is(3));
        given().get(INCIDENTS + "/counts?by=day,month").then().statusCode(400);
        given().get(INCIDENTS + "/counts?by=colour").then().statusCode(400);
    }

    private static void finds(Installation at, String parameter, String value, String... references) {
        given().queryParam("ceasefire", at.ceasefire)
                .queryParam(parameter, value)
                .get(INCIDENTS)
                .then()
                .statusCode(200)
                .body("items.reference", equalTo(java.util.List.of(references)));
    }

    private static String record(Installation at, String reference, String fields) {
        return post(body(at, reference, fields))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String body(Installation at, String reference, String fields) {
        return """
                {"source": "%s", "reference": "%s", "ceasefire": "%s", "type": "AIR_STRIKE", "occurredFrom": "2025-10-19",
                 %s}""".formatted(at.office, reference, at.ceasefire, fields);
    }

    private static String report(String source, String figures) {
        return "{\"source\": \"%s\", \"publishedOn\": \"2025-10-20\", %s}".formatted(source, figures);
    }

    private static String noted(String body) {
        return body.substring(0, body.length() - 1) + ", \"revisionNote\": \"a second count\"}";
    }

    private static Response post(String body) {
        return contributor().contentType(ContentType.JSON).body(body).post(INCIDENTS);
    }

    private static Response put(String id, String ifMatch, String body) {
        var request = contributor().contentType(ContentType.JSON).body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put(INCIDENTS + "/" + id);
    }
}
