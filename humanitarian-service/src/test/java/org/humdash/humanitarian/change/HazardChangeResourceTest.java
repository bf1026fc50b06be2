package org.humdash.humanitarian.change;

import static io.restassured.RestAssured.given;
import static org.humdash.humanitarian.change.Scene.HAZARDS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.humdash.humanitarian.Installation;
import org.humdash.humanitarian.SourceRegisterResource;
import org.humdash.kit.test.Feed;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(SourceRegisterResource.class)
class HazardChangeResourceTest {

    @Test
    void anEntryHasTheHazardAsItIsShown() {
        Scene scene = Scene.named("HAZARDSHOWN");
        String start = Instant.now().toString();
        scene.hazard("A", "LOW");
        Map<String, Object> shown =
                given().get("/api/v1/hazards/" + scene.hazardCode("A")).path("");
        Map<?, ?> revision = (Map<?, ?>) shown.get("revision");
        assertEquals(
                List.of(Map.of(
                        "change",
                        "UPSERT",
                        "code",
                        scene.hazardCode("A"),
                        "recordedAt",
                        revision.get("recordedAt"),
                        "hazard",
                        shown)),
                all(RestAssured::given, start));
    }

    @Test
    void aRetractionAndARaisedHazardAreTombstonesAndWhatWasNeverShownIsNothing() {
        Scene scene = Scene.named("HAZARDGONE");
        String start = Instant.now().toString();
        scene.hazard("RETRACTED", "LOW");
        scene.revise("RETRACTED", 1, "LOW", "RETRACTION");
        scene.hazard("RAISED", "LOW");
        scene.revise("RAISED", 1, "MODERATE", "RECLASSIFICATION");
        scene.hazard("NEVER", "HIGH");
        List<Map<String, Object>> items = all(RestAssured::given, start);
        assertEquals(List.of("TOMBSTONE RETRACTED", "TOMBSTONE WITHHELD"), told(items));
        assertEquals(
                List.of(scene.hazardCode("RETRACTED"), scene.hazardCode("RAISED")),
                items.stream().map(item -> item.get("code")).toList());
        assertEquals(
                List.of("TOMBSTONE RETRACTED", "UPSERT " + scene.hazardCode("RAISED")),
                told(all(Installation::partner, start)));
        assertEquals(
                List.of(
                        "TOMBSTONE RETRACTED",
                        "UPSERT " + scene.hazardCode("RAISED"),
                        "UPSERT " + scene.hazardCode("NEVER")),
                told(all(Installation::staff, start)));

        Feed follower = Feed.from(HAZARDS, RestAssured::given, start, 2);
        scene.revise("RETRACTED", 2, "LOW", "CORRECTION");
        assertEquals(List.of("UPSERT " + scene.hazardCode("RETRACTED")), told(follower.rest()));
    }

    private static List<Map<String, Object>> all(Supplier<RequestSpecification> caller, String start) {
        return caller.get()
                .queryParam("from", start)
                .get(HAZARDS.path())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
    }

    private static List<String> told(List<Map<String, Object>> items) {
        return items.stream().map(Feed::told).toList();
    }
}
