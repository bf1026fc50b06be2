package org.humdash.incident.change;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.humdash.incident.Installation.partner;
import static org.humdash.incident.Installation.staff;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.humdash.incident.Installation;
import org.humdash.incident.incident.Incidents;
import org.humdash.kit.page.CursorText;
import org.humdash.kit.test.Feed;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ChangeResourceTest {

    private static final Feed.Kind FEED = new Feed.Kind(Incidents.PATH + "/changes", "incident", "id");

    private static final String HIGH = "\"sensitivity\": \"HIGH\"";
    private static final String LOW = "\"sensitivity\": \"LOW\"";
    private static final String DRAFT = "\"status\": \"DRAFT\"";

    private final Supplier<RequestSpecification> everybody = RestAssured::given;

    @Test
    void anEntryHasTheIncidentAsItsCallerIsShownIt() {
        Installation at = Installation.named("CHANGESHOWN");
        Incidents incidents = new Incidents(at);
        String position =
                "\"place\": {\"name\": \"Al-Rimal\", \"adm2\": \"PS0260\", \"lat\": 31.52347, \"lon\": 34.44391}";
        String start = now();
        UUID id = incidents.record(incidents.body("a", "2", position));

        for (Supplier<RequestSpecification> caller : List.<Supplier<RequestSpecification>>of(
                RestAssured::given, Installation::partner, Installation::staff)) {
            Map<String, Object> shown = caller.get()
                    .get(Incidents.PATH + "/" + id)
                    .then()
                    .extract()
                    .jsonPath()
                    .getMap("");
            Map<String, Object> revision = caller.get()
                    .get(Incidents.PATH + "/" + id)
                    .then()
                    .extract()
                    .jsonPath()
                    .getMap("revision");
            List<Map<String, Object>> items = caller.get()
                    .queryParam("from", start)
                    .get(Incidents.PATH + "/changes")
                    .then()
                    .statusCode(200)
                    .header("Vary", is("Authorization"))
                    .extract()
                    .jsonPath()
                    .getList("items");
            assertEquals(
                    List.of(Map.of(
                            "change",
                            "UPSERT",
                            "id",
                            id.toString(),
                            "recordedAt",
                            revision.get("recordedAt"),
                            "incident",
                            shown)),
                    items);
        }
    }

    @Test
    void anIncidentStandsInTheFeedOnceAtItsLastChange() {
        Incidents incidents = new Incidents(Installation.named("CHANGEONCE"));
        String start = now();
        UUID first = incidents.record(incidents.body("a", "2"));
        incidents.record(incidents.body("b", "3"));
        Feed after = Feed.from(FEED, everybody, start, 1);
        after.rest();

        incidents.revise(first, 1, incidents.body("a", "5"));

        assertEquals(List.of("UPSERT a"), told(after.rest()));
        assertEquals(List.of("UPSERT b", "UPSERT a"), told(all(everybody, start)));
        assertEquals(List.of(), after.next());
        String end = after.cursor();
        after.next();
        assertEquals(end, after.cursor());
    }

    @Test
    void aRetractionIsATombstoneWithoutTheIncident() {
        Incidents incidents = new Incidents(Installation.named("CHANGERETRACTED"));
        String start = now();
        UUID id = incidents.record(incidents.body("a", "2"));
        incidents.retract(id, 1);

        for (Supplier<RequestSpecification> caller : List.<Supplier<RequestSpecification>>of(
                RestAssured::given, Installation::partner, Installation::staff)) {
            List<Map<String, Object>> items = all(caller, start);
            assertEquals(List.of("TOMBSTONE RETRACTED"), told(items));
            assertEquals(
                    Set.of("change", "id", "recordedAt", "reason"),
                    items.getFirst().keySet());
            assertEquals(id.toString(), items.getFirst().get("id"));
        }
    }

    @Test
    void aDraftIsForStaffAndPublishingItIsAnUpsert() {
        Incidents incidents = new Incidents(Installation.named("CHANGEDRAFT"));
        String start = now();
        UUID kept = incidents.record(incidents.body("a", "2", DRAFT));
        UUID dropped = incidents.record(incidents.body("b", "2", DRAFT));
        assertEquals(List.of("UPSERT a", "UPSERT b"), told(all(Installation::staff, start)));
        incidents.retract(dropped, 1);

        assertEquals(List.of(), all(everybody, start));
        assertEquals(List.of(), all(Installation::partner, start));
        assertEquals(List.of("UPSERT a", "TOMBSTONE RETRACTED"), told(all(Installation::staff, start)));

        incidents.revise(kept, 1, incidents.body("a", "2", "\"status\": \"PUBLISHED\""));
        assertEquals(List.of("UPSERT a"), told(all(everybody, start)));
    }

    @Test
    void whatWasNeverShownLeavesNoTrace() {
        Incidents incidents = new Incidents(Installation.named("CHANGEHIDDEN"));
        String start = now();
        incidents.record(incidents.body("a", "2"));
        String before = pageOf(everybody, start);

        UUID hidden = incidents.record(incidents.body("secret", "40", HIGH));
        incidents.revise(hidden, 1, incidents.body("secret", "41"));
        incidents.retract(hidden, 2);
        incidents.record(incidents.body("deeper", "2", "\"sensitivity\": \"SEVERE\""));

        assertEquals(before, pageOf(everybody, start));
        assertEquals(List.of("UPSERT a"), told(all(Installation::partner, start)));
        assertEquals(List.of("UPSERT a", "TOMBSTONE RETRACTED"), told(all(Installation::staff, start)));
    }

    @Test
    void aRaisedIncidentIsATombstoneAloneAndItsLaterRevisionsAreNotTold() {
        Incidents incidents = new Incidents(Installation.named("CHANGERAISED"));
        String start = now();
        UUID id = incidents.record(incidents.body("a", "2"));
        incidents.revise(id, 1, incidents.body("a", "3", "\"sensitivity\": \"MODERATE\""));
        String raised = pageOf(everybody, start);
        assertEquals(List.of("TOMBSTONE WITHHELD"), told(all(everybody, start)));
        assertEquals(List.of("UPSERT a"), told(all(Installation::partner, start)));

        incidents.revise(id, 2, incidents.body("a", "4", HIGH));
        incidents.revise(id, 3, incidents.body("a", "5"));
        assertEquals(raised, pageOf(everybody, start));
        assertEquals(List.of("TOMBSTONE WITHHELD"), told(all(Installation::partner, start)));

        Feed follower = Feed.from(FEED, everybody, start, 10);
        incidents.revise(id, 4, incidents.body("a", "5", LOW));
        assertEquals(List.of("UPSERT a"), told(follower.rest()));
        assertEquals(List.of("UPSERT a"), told(all(everybody, start)));
    }

    @Test
    void aRetractedIncidentThatIsHiddenLaterIsOnlyWithheld() {
        Incidents incidents = new Incidents(Installation.named("CHANGERETRACTEDRAISED"));
        String start = now();
        UUID id = incidents.record(incidents.body("a", "2"));
        incidents.revise(id, 1, incidents.body("a", "2", HIGH));
        incidents.retract(id, 2);
        assertEquals(List.of("TOMBSTONE WITHHELD"), told(all(everybody, start)));
        assertEquals(List.of("TOMBSTONE RETRACTED"), told(all(Installation::staff, start)));
    }

    @Test
    void aMergerIsTheTombstoneOfTheDuplicateAndAnUpsertOfTheOther() {
        Incidents incidents = new Incidents(Installation.named("CHANGEMERGED"));
        String start = now();
        UUID survivor = incidents.record(incidents.body("a", "2"));
        UUID duplicate = incidents.record(incidents.body("b", "3"));
        incidents.merge(duplicate, 1, survivor);

        assertEquals(Set.of("TOMBSTONE MERGED", "UPSERT a"), Set.copyOf(told(all(everybody, start))));
        incidents.revise(duplicate, 2, incidents.body("b", "9"));
        assertEquals(Set.of("TOMBSTONE MERGED", "UPSERT a"), Set.copyOf(told(all(everybody, start))));
    }

    @Test
    void aMergerIntoAnIncidentThatIsHiddenDoesNotSayThatThereIsOne() {
        Incidents incidents = new Incidents(Installation.named("CHANGEMERGEDHIDDEN"));
        String start = now();
        UUID survivor = incidents.record(incidents.body("a", "2", HIGH));
        UUID duplicate = incidents.record(incidents.body("b", "3"));
        incidents.merge(duplicate, 1, survivor);

        assertEquals(List.of("TOMBSTONE WITHHELD"), told(all(everybody, start)));
        assertEquals(Set.of("TOMBSTONE MERGED", "UPSERT a"), Set.copyOf(told(all(Installation::staff, start))));
    }

    @Test
    void aCursorTellsNothingButThePlaceOfAnEntryThatWasShown() {
        Incidents incidents = new Incidents(Installation.named("CHANGECURSOR"));
        String start = now();
        UUID shown = incidents.record(incidents.body("a", "2"));
        incidents.record(incidents.body("b", "2", HIGH));
        Feed feed = Feed.from(FEED, everybody, start, 10);
        String recordedAt = ((Map<?, ?>) feed.held.get(shown.toString()).get("revision"))
                .get("recordedAt")
                .toString();
        assertEquals(recordedAt + "/" + shown, CursorText.decode(feed.cursor()));
    }

    @Test
    void whatIsNoCursorIsRefused() {
        for (String wrong : List.of(
                "%25", "bm9wZQ", "Li4v", encoded("2025-13-01T00:00:00Z/" + UUID.randomUUID()), "x".repeat(300))) {
            given().urlEncodingEnabled(false)
                    .get(Incidents.PATH + "/changes?cursor=" + wrong)
                    .then()
                    .statusCode(400)
                    .body("type", is("urn:humdash:problem:invalid-parameter"))
                    .body(
                            "detail",
                            startsWith("Parameter 'cursor' must be the nextCursor of an earlier page, unchanged,"));
        }
        given().get(Incidents.PATH + "/changes?from=yesterday").then().statusCode(400);
        given().get(Incidents.PATH + "/changes?limit=0").then().statusCode(400);
        given().get(Incidents.PATH + "/changes?limit=1001").then().statusCode(400);
        partner()
                .get(Incidents.PATH + "/changes?from=2099-01-01T00:00:00Z")
                .then()
                .body("items", hasSize(0));
        staff().get(Incidents.PATH + "/changes?limit=1").then().statusCode(200);
    }

    private static String now() {
        return Instant.now().toString();
    }

    private static String pageOf(Supplier<RequestSpecification> caller, String start) {
        return caller.get()
                .queryParam("from", start)
                .get(Incidents.PATH + "/changes")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** All entries since an instant, on one page. */
    private static List<Map<String, Object>> all(Supplier<RequestSpecification> caller, String start) {
        return caller.get()
                .queryParam("from", start)
                .get(Incidents.PATH + "/changes")
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
