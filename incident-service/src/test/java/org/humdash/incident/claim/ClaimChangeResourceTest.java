package org.humdash.incident.claim;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.humdash.incident.Installation.contributor;
import static org.humdash.incident.Installation.importing;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.humdash.incident.Installation;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ClaimChangeResourceTest {

    @Test
    void aCorrectionIsTheNextRevisionAndTheOldOneStaysInTheHistory() {
        Installation at = Installation.named("CHANGE");
        String id = created(at, "97", "");
        given().get("/api/v1/claims/" + id).then().statusCode(200).header("ETag", "\"1\"");

        put(id, "\"1\"", body(at, "94", "\"revisionReason\": \"CORRECTION\""))
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("id", equalTo(id))
                .body("estimate.best", is(94))
                .body("revision.number", is(2))
                .body("revision.reason", equalTo("CORRECTION"));

        given().get("/api/v1/claims/" + id + "/revisions")
                .then()
                .body("revisions.estimate.best", equalTo(List.of(97, 94)))
                .body("revisions.breakdown.estimate.best", equalTo(List.of(List.of(3), List.of(3))));
    }

    @Test
    void whatIsRecordedAlreadyChangesNothing() {
        Installation at = Installation.named("CHANGESAME");
        String id = created(at, "97", "");
        put(id, "\"1\"", body(at, "97", "\"revisionReason\": \"CORRECTION\""))
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("revision.number", is(1))
                .body("revision.reason", equalTo("NEW"));
    }

    @Test
    void aChangeOfAnotherRevisionThanTheCurrentOneIsRefused() {
        Installation at = Installation.named("CHANGELATE");
        String id = created(at, "97", "");
        put(id, "\"1\"", body(at, "94", "\"revisionReason\": \"CORRECTION\"")).statusCode(200);
        put(id, "\"1\"", body(at, "95", "\"revisionReason\": \"CORRECTION\""))
                .statusCode(412)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:humdash:problem:revision-superseded"))
                .body("detail", equalTo("Revision 2 is the current one. Read it, and make the change to that."));
        given().get("/api/v1/claims/" + id).then().body("estimate.best", is(94));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"*", "2", "\"x\"", "\"99999999999\""})
    void aChangeThatNamesNoRevisionIsRefused(String ifMatch) {
        Installation at = Installation.named("CHANGENONE"
                + (ifMatch == null
                        ? ""
                        : Integer.toHexString(ifMatch.hashCode()).toUpperCase()));
        String id = created(at, "97", "");
        put(id, ifMatch, body(at, "94", "\"revisionReason\": \"CORRECTION\""))
                .statusCode(428)
                .body("type", equalTo("urn:humdash:problem:revision-required"));
        given().get("/api/v1/claims/" + id).then().body("revision.number", is(1));
    }

    @Test
    void aChangeSaysWhyAndKeepsTheKeyAndTheRules() {
        Installation at = Installation.named("CHANGERULES");
        String id = created(at, "97", "");
        String correction = "\"revisionReason\": \"CORRECTION\"";
        put(id, "\"1\"", body(at, "94", "\"note\": \"x\""))
                .statusCode(400)
                .body("detail", containsString("revisionReason"));
        put(id, "\"1\"", body(at, "94", "\"revisionReason\": \"MERGE\"")).statusCode(400);
        put(id, "\"1\"", body(at, "94", correction).replace("\"one\"", "\"two\""))
                .statusCode(400)
                .body("detail", containsString("never change"));
        put(id, "\"1\"", body(at, "94", correction).replace("2025-10-10", "2025-12-10"))
                .statusCode(400)
                .body("errors.code", equalTo(List.of("PERIOD_REVERSED")));
        put(id, "\"1\"", body(at, "94", correction + ", \"relayOf\": \"nothing\""))
                .statusCode(400)
                .body("errors.code", equalTo(List.of("UNKNOWN_RELAY")));
        contributor()
                .contentType(ContentType.JSON)
                .body(body(at, "94", correction))
                .post("/api/v1/claims")
                .then()
                .statusCode(400);
        given().get("/api/v1/claims/" + id).then().body("revision.number", is(1));
    }

    @Test
    void aRetractedClaimCountsNoMoreAndIsNotChangedAgain() {
        Installation at = Installation.named("CHANGERETRACT");
        String id = created(at, "97", "");
        put(id, "\"1\"", body(at, "97", "\"revisionReason\": \"RETRACTION\"")).statusCode(200);
        given().get("/api/v1/claims/" + id).then().statusCode(404);
        put(id, "\"2\"", body(at, "97", "\"revisionReason\": \"CORRECTION\""))
                .statusCode(409)
                .body("type", equalTo("urn:humdash:problem:not-in-this-state"));
    }

    @Test
    void whoHasNoKeyChangesNothingAndWhatIsUnknownIsNotFound() {
        Installation at = Installation.named("CHANGEKEY");
        String id = created(at, "97", "");
        String body = body(at, "94", "\"revisionReason\": \"CORRECTION\"");
        given().contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body(body)
                .put("/api/v1/claims/" + id)
                .then()
                .statusCode(401);
        put("01900000-0000-7000-8000-000000000000", "\"1\"", body).statusCode(404);
    }

    @Test
    void aRecordThatNobodyMayReadIsNotSentBackToItsWriter() {
        Installation at = Installation.named("CLAIMCHANGESEVERE");
        String severe = body(at, "97", "\"sensitivity\": \"SEVERE\"");
        String location =
                post(severe).statusCode(201).body(emptyString()).extract().header("Location");
        post(body(at, "97", "\"note\": null")).statusCode(200).body(emptyString());
        contributor().get(location).then().statusCode(404);
        put(
                        location.substring(location.lastIndexOf('/') + 1),
                        "\"1\"",
                        body(at, "94", "\"revisionReason\": \"UPDATE\""))
                .statusCode(404);

        Installation other = Installation.named("CLAIMCHANGERAISED");
        String id = created(other, "97", "");
        put(id, "\"1\"", body(other, "97", "\"revisionReason\": \"RECLASSIFICATION\", \"sensitivity\": \"SEVERE\""))
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body(emptyString());
        contributor().get("/api/v1/claims/" + id + "/revisions").then().statusCode(404);
    }

    @Test
    void aRelayDoesNotNameTheClaimItPassesOnToWhoMayNotReadThat() {
        Installation at = Installation.named("CHANGERELAY");
        importing("ceasefire,originator,reference,relay_of,measure,value,valid_from,valid_to,sensitivity\n"
                        + at.ceasefire + "," + at.office + ",hidden,,KILLED,5,2025-10-10,2025-10-18,HIGH\n"
                        + at.ceasefire + "," + at.office + ",relay,hidden,KILLED,5,2025-10-10,2025-10-18,\n")
                .post("/api/v1/claims/imports")
                .then()
                .body("created", is(2));
        String query = "?ceasefire=" + at.ceasefire;
        String relay = given().get("/api/v1/claims" + query).path("items[0].id");
        String hidden = contributor().get("/api/v1/claims" + query).path("items.find { it.reference == 'hidden' }.id");

        given().get("/api/v1/claims" + query).then().body("items[0].relayOf", nullValue());
        given().get("/api/v1/claims/" + relay).then().body("relayOf", nullValue());
        given().get("/api/v1/claims/" + relay + "/revisions").then().body("revisions[0].relayOf", nullValue());
        given().get("/api/v1/claims/latest" + query).then().body("measures[0].claims[0].relayOf", nullValue());
        contributor().get("/api/v1/claims/" + relay).then().body("relayOf", equalTo(hidden));
    }

    private static String created(Installation at, String value, String more) {
        return post(body(at, value, more)).statusCode(201).extract().path("id");
    }

    private static String body(Installation at, String value, String more) {
        return """
                {"ceasefire": "%s", "originator": "%s", "reference": "one", "measure": "VIOLATIONS",
                 "estimate": {"value": "%s"}, "breakdown": {"BOMBARDMENT": {"value": "3"}},
                 "validFrom": "2025-10-10", "validTo": "2025-10-18"%s}""".formatted(at.ceasefire, at.office, value, more.isEmpty() ? "" : ", " + more);
    }

    private static ValidatableResponse post(String body) {
        return contributor()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/claims")
                .then();
    }

    private static ValidatableResponse put(String id, String ifMatch, String body) {
        var request = contributor().contentType(ContentType.JSON).body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put("/api/v1/claims/" + id)
                .then();
    }
}
