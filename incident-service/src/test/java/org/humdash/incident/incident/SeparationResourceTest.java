package org.humdash.incident.incident;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.humdash.incident.Installation.contributor;
import static org.humdash.incident.incident.Incidents.report;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.humdash.incident.Installation;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SeparationResourceTest {

    @Inject
    Rollup rollup;

    @Test
    void aSeparatedDuplicateStandsAloneAndTheOtherIsAsItWasBeforeTheMerge() {
        Installation at = Installation.named("SEPARATED");
        Incidents incidents = new Incidents(at);
        UUID survivor = incidents.record(incidents.body("a", "2"));
        UUID duplicate = incidents.record(incidents.reported("b", report(at.outlet, "5")));
        incidents.merge(duplicate, 1, survivor);
        shown(survivor).body("figures.killed.text.en", is("2–5")).body("grade.value", is("FAIR"));

        incidents
                .separate(duplicate, 2)
                .then()
                .statusCode(200)
                .header("ETag", is("\"3\""))
                .body("id", is(duplicate.toString()))
                .body("duplicateOf", nullValue())
                .body("reports.source.code", contains(at.outlet))
                .body("revision.reason", is("CORRECTION"))
                .body("revisionNote", is("Two strikes after all"));

        shown(survivor)
                .body("figures.killed.text.en", is("2"))
                .body("grade.value", is("WEAK"))
                .body("reports.source.code", contains(at.office))
                .body("revision.number", is(3))
                .body("revision.reason", is("CORRECTION"))
                .body("revisionNote", is("Two strikes after all"));
        given().queryParam("ceasefire", at.ceasefire).get(Incidents.PATH).then().body("items", hasSize(2));
        rollup.isExact(at.ceasefire);
    }

    @Test
    void reportsThatTheSurvivorHadItselfAndJudgementsByHandStay() {
        Installation at = Installation.named("SEPARATEDOWN");
        Incidents incidents = new Incidents(at);
        String both = report(at.office, "2") + "," + report(at.outlet, "3");
        UUID survivor = incidents.record(incidents.reported(
                "a", both, "\"grade\": {\"value\": \"CONTESTED\", \"reason\": \"Two parties are named\"}"));
        UUID duplicate = incidents.record(incidents.reported(
                "b", report(at.outlet, "5") + "," + linked(at.outlet, "https://example.org/b", "7")));
        incidents.merge(duplicate, 1, survivor);
        shown(survivor).body("reports", hasSize(3));

        incidents.separate(duplicate, 2).then().statusCode(200);

        shown(survivor)
                .body("reports.source.code", contains(at.office, at.outlet))
                .body("figures.killed.text.en", is("2–3"))
                .body("grade.value", is("CONTESTED"));
        rollup.isExact(at.ceasefire);
    }

    @Test
    void whatAPersonAddedAfterTheMergeStays() {
        Installation at = Installation.named("SEPARATEDLATER");
        Incidents incidents = new Incidents(at);
        UUID survivor = incidents.record(incidents.body("a", "2"));
        UUID duplicate = incidents.record(incidents.reported("b", linked(at.outlet, "https://example.org/b", "5")));
        incidents.merge(duplicate, 1, survivor);
        incidents.revise(
                survivor,
                2,
                incidents.reported(
                        "a",
                        report(at.office, "2") + "," + linked(at.outlet, "https://example.org/b", "5") + ","
                                + linked(at.outlet, "https://example.org/later", "4")));

        incidents.separate(duplicate, 2).then().statusCode(200);

        shown(survivor).body("reports.url", contains(null, "https://example.org/later"));
        rollup.isExact(at.ceasefire);
    }

    @Test
    void aReportOfTwoDuplicatesGoesWithTheLastOfThem() {
        Installation at = Installation.named("SEPARATEDTWICE");
        Incidents incidents = new Incidents(at);
        UUID survivor = incidents.record(incidents.body("a", "2"));
        UUID first = incidents.record(incidents.reported("b", report(at.outlet, "5")));
        UUID second = incidents.record(incidents.reported("c", report(at.outlet, "5")));
        incidents.merge(first, 1, survivor);
        incidents.merge(second, 1, survivor);

        incidents.separate(first, 2).then().statusCode(200);
        shown(survivor).body("reports.source.code", contains(at.office, at.outlet));
        incidents.separate(second, 2).then().statusCode(200);
        shown(survivor).body("reports.source.code", contains(at.office));
        rollup.isExact(at.ceasefire);
    }

    @Test
    void anIncidentThatWasMergedOnwardsTakesNoneOfItsDuplicatesReportsAlong() {
        Installation at = Installation.named("SEPARATEDCHAIN");
        Incidents incidents = new Incidents(at);
        UUID top = incidents.record(incidents.body("a", "2"));
        UUID middle = incidents.record(incidents.reported("b", linked(at.office, "https://example.org/b", "3")));
        UUID duplicate = incidents.record(incidents.reported("c", report(at.outlet, "9")));
        incidents.merge(duplicate, 1, middle);
        incidents.merge(middle, 2, top);
        shown(top).body("reports", hasSize(3));

        incidents.separate(duplicate, 2).then().statusCode(200);

        shown(middle).body("reports.url", contains("https://example.org/b")).body("duplicateOf", is(top.toString()));
        shown(top).body("reports.url", contains(null, "https://example.org/b"));
        rollup.isExact(at.ceasefire);
    }

    @Test
    void aRetractedSurvivorStaysRetracted() {
        Installation at = Installation.named("SEPARATEDRETRACTED");
        Incidents incidents = new Incidents(at);
        UUID survivor = incidents.record(incidents.body("a", "2"));
        UUID duplicate = incidents.record(incidents.reported("b", report(at.outlet, "5")));
        incidents.merge(duplicate, 1, survivor);
        incidents.retract(survivor, 2);

        incidents.separate(duplicate, 2).then().statusCode(200);

        shown(duplicate).body("duplicateOf", nullValue());
        given().get(Incidents.PATH + "/" + survivor).then().statusCode(404);
        contributor()
                .get(Incidents.PATH + "/" + survivor + "/revisions")
                .then()
                .body("revisions.status", contains("PUBLISHED", "PUBLISHED", "RETRACTED", "RETRACTED"));
        rollup.isExact(at.ceasefire);
    }

    @Test
    void whatIsNoDuplicateOrWouldLeaveNoReportIsRefused() {
        Installation at = Installation.named("SEPARATEDREFUSED");
        Incidents incidents = new Incidents(at);
        UUID survivor = incidents.record(incidents.body("a", "2"));
        UUID duplicate = incidents.record(incidents.reported("b", report(at.outlet, "5")));
        incidents
                .separate(duplicate, 1)
                .then()
                .statusCode(409)
                .body("detail", is("The incident is no duplicate of another one."));
        incidents.merge(duplicate, 1, survivor);
        incidents.separate(duplicate, 1).then().statusCode(412);
        incidents.separate(UUID.randomUUID(), 1).then().statusCode(404);
        incidents.revise(survivor, 2, incidents.reported("a", report(at.outlet, "5")));

        incidents
                .separate(duplicate, 2)
                .then()
                .statusCode(409)
                .body("type", is("urn:humdash:problem:not-in-this-state"));
        shown(duplicate).body("duplicateOf", is(survivor.toString()));
        rollup.isExact(at.ceasefire);
    }

    private static ValidatableResponse shown(UUID id) {
        return contributor().get(Incidents.PATH + "/" + id).then().statusCode(200);
    }

    private static String linked(String source, String url, String killed) {
        return "{\"source\": \"%s\", \"url\": \"%s\", \"killed\": {\"value\": \"%s\"}}".formatted(source, url, killed);
    }
}
