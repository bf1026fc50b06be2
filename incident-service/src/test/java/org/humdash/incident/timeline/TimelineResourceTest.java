package org.humdash.incident.timeline;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
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

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class TimelineResourceTest {

    @Test
    void whatIsAnnouncedBelongsToTheTimelineFromTheDayItWasPublished() {
        Installation at = Installation.named("TIMELINE");
        post(at, "talks", "2025-12-19", "TALKS", "null").statusCode(201);
        post(at, "visit", "2025-12-29", "EXPECTED", "\"2025-12-18\"").statusCode(201);
        post(at, "later", "2025-12-22", "STATEMENT", "null").statusCode(201);

        references(at, "2025-12-17", List.of());
        references(at, "2025-12-18", List.of("visit"));
        references(at, "2025-12-19", List.of("visit", "talks"));
        references(at, "2025-12-31", List.of("visit", "later", "talks"));
    }

    @Test
    void theSameEntryAgainChangesNothing() {
        Installation at = Installation.named("ENTRY");
        post(at, "talks", "2025-12-19", "TALKS", "null").statusCode(201);
        post(at, "talks", "2025-12-19", "TALKS", "null").statusCode(200).body("revision.number", is(1));
        post(at, "talks", "2025-12-20", "TALKS", "null").statusCode(409);
    }

    @Test
    void anAnnouncementNeedsTheDayItWasMade() {
        Installation at = Installation.named("UNDATED");
        post(at, "visit", "2025-12-29", "EXPECTED", "null").statusCode(400);
    }

    @Test
    void theTimelineOfAnUnknownCeasefireIsNotFound() {
        given().get("/api/v1/ceasefires/NONE/timeline")
                .then()
                .statusCode(404)
                .body("detail", equalTo("No ceasefire has the code NONE."));
    }

    private static ValidatableResponse post(
            Installation at, String reference, String date, String kind, String publishedOn) {
        return contributor()
                .contentType(ContentType.JSON)
                .body("""
                        {"reference": "%s", "date": "%s", "kind": "%s", "title": {"en": "Title", "ar": "عنوان"},
                         "participants": ["Qatar", "Egypt"], "source": "%s", "publishedOn": %s}""".formatted(reference, date, kind, at.outlet, publishedOn))
                .post("/api/v1/ceasefires/" + at.ceasefire + "/timeline")
                .then();
    }

    private static void references(Installation at, String asOf, List<String> expected) {
        given().queryParam("asOf", asOf)
                .get("/api/v1/ceasefires/" + at.ceasefire + "/timeline")
                .then()
                .statusCode(200)
                .body("items.reference", equalTo(expected));
    }
}
