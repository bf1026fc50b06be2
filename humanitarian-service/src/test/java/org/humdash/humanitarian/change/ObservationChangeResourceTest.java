package org.humdash.humanitarian.change;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.humdash.humanitarian.Installation.partner;
import static org.humdash.humanitarian.change.Scene.OBSERVATIONS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.humdash.humanitarian.Installation;
import org.humdash.humanitarian.SourceRegisterResource;
import org.humdash.kit.page.CursorText;
import org.humdash.kit.test.Feed;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(SourceRegisterResource.class)
class ObservationChangeResourceTest {

    private static final List<Supplier<RequestSpecification>> CALLERS =
            List.of(RestAssured::given, Installation::partner, Installation::staff);

    private final Supplier<RequestSpecification> everybody = RestAssured::given;

    @Test
    void anEntryHasTheObservationAsItsCallerIsShownIt() {
        Scene scene = Scene.named("CHANGESHOWN");
        scene.hazard("H", "MODERATE");
        String start = now();
        scene.take("a,5,," + scene.hazardCode("H") + ",LOW,");
        for (Supplier<RequestSpecification> caller : CALLERS) {
            Map<String, Object> shown = caller.get()
                    .queryParam("originator", scene.at().office)
                    .get("/api/v1/observations")
                    .path("items[0]");
            assertEquals(caller == CALLERS.getFirst() ? null : scene.hazardCode("H"), shown.get("hazard"));
            assertEquals(
                    List.of(Map.of(
                            "change",
                            "UPSERT",
                            "id",
                            shown.get("id"),
                            "recordedAt",
                            ((Map<?, ?>) shown.get("revision")).get("recordedAt"),
                            "observation",
                            shown)),
                    caller.get()
                            .queryParam("from", start)
                            .get(OBSERVATIONS.path())
                            .then()
                            .statusCode(200)
                            .header("Vary", is("Authorization"))
                            .extract()
                            .jsonPath()
                            .getList("items"));
        }
    }

    @Test
    void anObservationStandsInTheFeedOnceAtItsLastChange() {
        Scene scene = Scene.named("CHANGEONCE");
        String start = now();
        scene.take("a,2,,,LOW,");
        scene.take("b,3,,,LOW,");
        Feed after = Feed.from(OBSERVATIONS, everybody, start, 1);
        after.rest();
        scene.take("a,5,,,LOW,CORRECTION");
        assertEquals(List.of("UPSERT a"), told(after.rest()));
        assertEquals(List.of("UPSERT b", "UPSERT a"), told(all(everybody, start)));
        assertEquals(List.of(), after.next());
        String end = after.cursor();
        after.next();
        assertEquals(end, after.cursor());
    }

    @Test
    void aRetractionIsATombstoneWithoutTheObservationAndWhatStandsAgainAnUpsert() {
        Scene scene = Scene.named("CHANGERETRACTED");
        String start = now();
        scene.take("a,2,,,LOW,");
        scene.take("a,3,,,LOW,RETRACTION");
        scene.take("never,2,,,LOW,RETRACTION");
        for (Supplier<RequestSpecification> caller : CALLERS) {
            List<Map<String, Object>> items = all(caller, start);
            assertEquals(List.of("TOMBSTONE RETRACTED"), told(items));
            assertEquals(
                    Set.of("change", "id", "recordedAt", "reason"),
                    items.getFirst().keySet());
        }
        scene.take("a,4,,,LOW,CORRECTION");
        assertEquals(List.of("UPSERT a"), told(all(everybody, start)));
    }

    @Test
    void whatWasNeverShownLeavesNoTrace() {
        Scene scene = Scene.named("CHANGEHIDDEN");
        String start = now();
        scene.take("a,2,,,LOW,");
        String before = pageOf(everybody, start);
        scene.take("secret,40,,,HIGH,", "deeper,2,,,SEVERE,");
        scene.take("secret,41,,,HIGH,CORRECTION", "deeper,3,,,SEVERE,CORRECTION");
        scene.take("secret,42,,,HIGH,RETRACTION");
        assertEquals(before, pageOf(everybody, start));
        assertEquals(List.of("UPSERT a"), told(all(Installation::partner, start)));
        assertEquals(List.of("UPSERT a", "TOMBSTONE RETRACTED"), told(all(Installation::staff, start)));
    }

    @Test
    void aRaisedObservationIsATombstoneAloneAndItsLaterRevisionsAreNotTold() {
        Scene scene = Scene.named("CHANGERAISED");
        String start = now();
        scene.take("a,2,,,LOW,");
        scene.take("a,3,,,MODERATE,");
        String raised = pageOf(everybody, start);
        assertEquals(List.of("TOMBSTONE WITHHELD"), told(all(everybody, start)));
        assertEquals(List.of("UPSERT a"), told(all(Installation::partner, start)));

        scene.take("a,4,,,HIGH,");
        scene.take("a,5,,,HIGH,RETRACTION");
        assertEquals(raised, pageOf(everybody, start));
        assertEquals(List.of("TOMBSTONE WITHHELD"), told(all(Installation::partner, start)));
        assertEquals(List.of("TOMBSTONE RETRACTED"), told(all(Installation::staff, start)));

        Feed follower = Feed.from(OBSERVATIONS, everybody, start, 10);
        scene.take("a,5,,,LOW,CORRECTION");
        assertEquals(List.of("UPSERT a"), told(follower.rest()));
        assertEquals(List.of("UPSERT a"), told(all(everybody, start)));
    }

    @Test
    void aRetractedObservationThatIsHiddenLaterIsOnlyWithheld() {
        Scene scene = Scene.named("CHANGERETRACTEDRAISED");
        String start = now();
        scene.take("a,2,,,LOW,");
        scene.take("a,3,,,LOW,RETRACTION");
        String place = place(all(everybody, start).getFirst());
        scene.take("a,4,,,HIGH,RETRACTION");
        assertEquals(List.of("TOMBSTONE WITHHELD"), told(all(everybody, start)));
        assertEquals(place, place(all(everybody, start).getFirst()));
        assertEquals(List.of("TOMBSTONE RETRACTED"), told(all(Installation::staff, start)));
    }

    @Test
    void anObservationIsToldAgainToThoseForWhomALinkOfItChanged() {
        Scene scene = Scene.named("CHANGELINKS");
        scene.hazard("H", "LOW");
        String start = now();
        scene.take(
                "statement,2,,,LOW,",
                "relay,2,statement,,LOW,",
                "storm,3,," + scene.hazardCode("H") + ",LOW,",
                "other,4,,,LOW,");
        Map<Supplier<RequestSpecification>, Feed> feeds = new HashMap<>();
        CALLERS.forEach(caller -> feeds.put(caller, Feed.from(OBSERVATIONS, caller, start, 10)));

        scene.revise("H", 1, "MODERATE", "RECLASSIFICATION");
        Map<String, Object> storm = feeds.get(CALLERS.get(0)).rest().getFirst();
        assertEquals("UPSERT storm", Feed.told(storm));
        assertNull(((Map<?, ?>) storm.get("observation")).get("hazard"));
        assertEquals(List.of(), feeds.get(CALLERS.get(1)).rest());
        assertEquals(List.of(), feeds.get(CALLERS.get(2)).rest());

        scene.take("statement,2,,,HIGH,");
        assertEquals(
                Set.of("TOMBSTONE WITHHELD", "UPSERT relay"),
                Set.copyOf(told(feeds.get(CALLERS.get(0)).rest())));
        assertEquals(
                Set.of("TOMBSTONE WITHHELD", "UPSERT relay"),
                Set.copyOf(told(feeds.get(CALLERS.get(1)).rest())));
        assertEquals(List.of("UPSERT statement"), told(feeds.get(CALLERS.get(2)).rest()));

        // Hidden from these two before and after, it is no other observation to them.
        scene.revise("H", 2, "HIGH", "RECLASSIFICATION");
        assertEquals(List.of(), feeds.get(CALLERS.get(0)).rest());
        assertEquals(List.of("UPSERT storm"), told(feeds.get(CALLERS.get(1)).rest()));

        scene.revise("H", 3, "LOW", "RECLASSIFICATION");
        storm = feeds.get(CALLERS.get(0)).rest().getFirst();
        assertEquals(scene.hazardCode("H"), ((Map<?, ?>) storm.get("observation")).get("hazard"));
        List<String> whole = told(all(everybody, start));
        assertEquals("UPSERT other", whole.getFirst());
        assertEquals(Set.of("TOMBSTONE WITHHELD", "UPSERT relay"), Set.copyOf(whole.subList(1, 3)));
        assertEquals(List.of("UPSERT storm"), whole.subList(3, whole.size()));

        // Revised since, it stands at its revision.
        scene.take("storm,9,," + scene.hazardCode("H") + ",LOW,");
        assertEquals(List.of("UPSERT storm"), told(feeds.get(CALLERS.get(0)).rest()));
        assertEquals(4, all(everybody, start).size());
    }

    @Test
    void aCursorTellsNothingButThePlaceOfAnEntryThatWasShown() {
        Scene scene = Scene.named("CHANGECURSOR");
        String start = now();
        scene.take("a,2,,,LOW,");
        scene.take("b,2,,,HIGH,");
        Feed feed = Feed.from(OBSERVATIONS, everybody, start, 10);
        Map<String, Object> shown = feed.held.values().iterator().next();
        assertEquals(
                ((Map<?, ?>) shown.get("revision")).get("recordedAt") + "/" + shown.get("id"),
                CursorText.decode(feed.cursor()));
    }

    @Test
    void whatIsNoCursorIsRefused() {
        for (String wrong : List.of(
                "%25", "bm9wZQ", "Li4v", encoded("2025-13-01T00:00:00Z/" + UUID.randomUUID()), "x".repeat(300))) {
            given().urlEncodingEnabled(false)
                    .get(OBSERVATIONS.path() + "?cursor=" + wrong)
                    .then()
                    .statusCode(400)
                    .body("type", is("urn:humdash:problem:invalid-parameter"))
                    .body(
                            "detail",
                            startsWith("Parameter 'cursor' must be the nextCursor of an earlier page, unchanged,"));
        }
        for (String wrong : List.of("from=yesterday", "limit=0", "limit=1001")) {
            given().get(OBSERVATIONS.path() + "?" + wrong).then().statusCode(400);
        }
        partner()
                .get(OBSERVATIONS.path() + "?from=2099-01-01T00:00:00Z")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    private static String place(Map<String, Object> item) {
        return item.get("recordedAt") + " " + item.get("id");
    }

    private static String now() {
        return Instant.now().toString();
    }

    private static String pageOf(Supplier<RequestSpecification> caller, String start) {
        return caller.get()
                .queryParam("from", start)
                .get(OBSERVATIONS.path())
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** All entries since an instant, on one page. */
    private static List<Map<String, Object>> all(Supplier<RequestSpecification> caller, String start) {
        return caller.get()
                .queryParam("from", start)
                .get(OBSERVATIONS.path())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
    }

    private static List<String> told(List<Map<String, Object>> items) {
        return items.stream().map(Feed::told).toList();
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
}
