package org.humdash.incident.duplicate;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.humdash.incident.Installation.contributor;
import static org.humdash.incident.Installation.partner;
import static org.humdash.incident.Installation.staff;
import static org.humdash.incident.incident.Incidents.report;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.humdash.incident.Installation;
import org.humdash.incident.incident.Incidents;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class DuplicateResourceTest {

    private static final String PAIRS = Incidents.PATH + "/duplicates";

    @Test
    void aPairIsShownWithWhatSpeaksForIt() {
        Installation at = Installation.named("PAIRSHOWN");
        Incidents incidents = new Incidents(at);
        UUID one = incidents.record(incidents.body("a", "3", place(31.5, 34.45)));
        UUID other = incidents.record(incidents.body("b", "3", place(31.51, 34.45), on("2025-10-20")));

        pairs(at, "2")
                .body("items", hasSize(1))
                .body("items[0].one.id", is(one.toString()))
                .body("items[0].one.place.lat", is(31.5f))
                .body("items[0].other.id", is(other.toString()))
                // A hundredth of a degree of a great circle of radius 6371.0088 km.
                .body("items[0].distanceKm", is(1.112f))
                .body("items[0].daysApart", is(1))
                .body("items[0].sameFigures", is(true))
                .body("items[0].sameSource", is(true))
                .body("nextCursor", nullValue());
        pairs(at, "1.11").body("items", hasSize(0));
        pairs(at, "1.12").body("items", hasSize(1));
    }

    @Test
    void onlyIncidentsOfOneFamilyNearEachOtherInTimeAndPlaceArePairs() {
        Installation at = Installation.named("PAIRRULES");
        Incidents incidents = new Incidents(at);
        incidents.record(incidents.body("strike", "3", place(31.5, 34.45), on("2025-10-19")));
        incidents.record(incidents.body("shelling", "3", place(31.5, 34.45), type("ARTILLERY_SHELLING")));
        incidents.record(incidents.body("unspecified", "4", place(31.5, 34.45), type("BOMBARDMENT")));
        incidents.record(incidents.body("arrest", "3", place(31.5, 34.45), type("ARREST")));
        incidents.record(incidents.body("later", "3", place(31.5, 34.45), on("2025-10-21")));
        incidents.record(incidents.body("far", "3", place(31.53, 34.45)));
        incidents.record(incidents.body("west", "3", place(31.5, 34.4285)));

        assertEquals(Set.of("strike+unspecified", "shelling+unspecified"), names(pairs(at, "2")));
        assertEquals(
                Set.of("strike+unspecified", "shelling+unspecified", "strike+west", "unspecified+west"),
                names(pairs(at, "2.04")));
        assertEquals(
                Set.of(
                        "strike+unspecified",
                        "shelling+unspecified",
                        "strike+west",
                        "unspecified+west",
                        "far+strike",
                        "far+unspecified",
                        "far+west"),
                names(pairs(at, "50")));
    }

    @Test
    void aSpanOfDaysIsNearADayInItButOneKnownToTheMonthIsNoCandidate() {
        Installation at = Installation.named("PAIRSPANS");
        Incidents incidents = new Incidents(at);
        incidents.record(incidents.body("day", "3", place(31.5, 34.45), on("2025-10-23")));
        incidents.record(
                incidents.body("week", "3", place(31.5, 34.45), on("2025-10-18"), "\"occurredTo\": \"2025-10-24\""));
        incidents.record(
                incidents.body("month", "3", place(31.5, 34.45), on("2025-10-11"), "\"occurredTo\": \"2025-11-10\""));
        incidents.record(incidents.body("dayBefore", "3", place(31.5, 34.45), on("2025-10-17")));
        incidents.record(incidents.body("twoBefore", "3", place(31.5, 34.45), on("2025-10-16")));
        incidents.record(incidents.body("dayAfter", "3", place(31.5, 34.45), on("2025-10-25")));

        assertEquals(
                Set.of("day+week", "dayBefore+week", "dayAfter+week", "dayBefore+twoBefore"), names(pairs(at, "2")));
        contributor().get(PAIRS + "?ceasefire=" + at.ceasefire).then().body("items.daysApart", contains(1, 1, 0, 1));
    }

    @Test
    void withoutCoordinatesTheNameOfThePlaceCounts() {
        Installation at = Installation.named("PAIRPLACES");
        Incidents incidents = new Incidents(at);
        incidents.record(incidents.body("named", "3", "\"place\": {\"name\": \"Al-Rimal\", \"adm2\": \"PS0260\"}"));
        incidents.record(incidents.body(
                "placed",
                "4",
                "\"place\": {\"name\": \"al rimal\", \"adm2\": \"PS0260\", \"lat\": 31.52, \"lon\": 34.44}"));
        incidents.record(incidents.body("elsewhere", "3", "\"place\": {\"name\": \"Al-Rimal\", \"adm2\": \"PS0265\"}"));
        incidents.record(incidents.body("nowhere", "3", "\"place\": {\"adm2\": \"PS0260\"}"));
        incidents.record(incidents.body("unnamed", "3", "\"place\": {\"adm2\": \"PS0260\"}"));

        pairs(at, "2")
                .body("items", hasSize(1))
                .body("items[0].distanceKm", nullValue())
                .body("items[0].sameFigures", is(false));
        assertEquals(Set.of("named+placed"), names(pairs(at, "2")));
    }

    @Test
    void retractedAndMergedIncidentsAreNoCandidatesAndDraftsAre() {
        Installation at = Installation.named("PAIRSTAGES");
        Incidents incidents = new Incidents(at);
        String place = place(31.5, 34.45);
        incidents.record(incidents.body("kept", "3", place));
        incidents.record(incidents.body("draft", "3", place, "\"status\": \"DRAFT\""));
        incidents.record(incidents.body("secret", "3", place, "\"sensitivity\": \"SEVERE\""));
        UUID retracted = incidents.record(incidents.body("retracted", "3", place));
        incidents.retract(retracted, 1);
        UUID other = incidents.record(incidents.body("other", "3", place(31.9, 35.2), on("2025-11-01")));
        UUID merged = incidents.record(incidents.body("merged", "3", place));
        incidents.merge(merged, 1, other);

        assertEquals(Set.of("draft+kept"), names(pairs(at, "2")));
        contributor()
                .get(Incidents.PATH + "/" + merged + "/duplicates")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        contributor()
                .get(Incidents.PATH + "/" + retracted + "/duplicates")
                .then()
                .statusCode(404);
    }

    @Test
    void aDismissedPairIsNotShownAgainWhicheverWayRoundItIsNamed() {
        Installation at = Installation.named("PAIRDISMISSED");
        Incidents incidents = new Incidents(at);
        UUID one = incidents.record(incidents.body("a", "3", place(31.5, 34.45)));
        UUID other = incidents.record(incidents.body("b", "4", place(31.5, 34.45)));
        UUID third = incidents.record(incidents.body("c", "5", place(31.5, 34.45)));

        dismiss(other, one).then().statusCode(204);
        dismiss(other, one).then().statusCode(204);
        dismiss(one, other).then().statusCode(204);

        assertEquals(Set.of("a+c", "b+c"), names(pairs(at, "2")));
        contributor()
                .get(Incidents.PATH + "/" + one + "/duplicates")
                .then()
                .body("items.one.id", contains(one.toString()))
                .body("items.other.id", contains(third.toString()));
        dismiss(one, one).then().statusCode(400).body("type", is("urn:humdash:problem:invalid-body"));
        dismiss(one, UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void theCandidatesOfOneIncidentAreNearestFirstBeforeAndAfterIt() {
        Installation at = Installation.named("PAIRONE");
        Incidents incidents = new Incidents(at);
        incidents.record(incidents.body("before", "3", place(31.508, 34.45), on("2025-10-18")));
        UUID one = incidents.record(incidents.body("one", "3", place(31.5, 34.45)));
        incidents.record(incidents.body("after", "3", place(31.504, 34.45), on("2025-10-20")));
        incidents.record(incidents.body("there", "3", place(31.5, 34.45)));
        incidents.record(
                incidents.body("week", "3", place(31.502, 34.45), on("2025-10-12"), "\"occurredTo\": \"2025-10-18\""));

        staff().get(Incidents.PATH + "/" + one + "/duplicates")
                .then()
                .statusCode(200)
                .body("items.other.reference", contains("there", "week", "after", "before"))
                .body("items.daysApart", contains(0, 1, 1, 1));
        staff().get(Incidents.PATH + "/" + one + "/duplicates?limit=2").then().body("items", hasSize(2));
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrRepetition() {
        Installation at = Installation.named("PAIRPAGES");
        Incidents incidents = new Incidents(at);
        for (int i = 0; i < 6; i++) {
            incidents.record(incidents.body("a" + i, "3", place(31.5, 34.45)));
        }
        for (int day = 10; day < 30; day++) {
            incidents.record(
                    incidents.reported("b" + day, report(at.outlet, "2"), place(31.9, 35.2), on("2025-11-" + day)));
        }
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            var request = contributor().queryParam("ceasefire", at.ceasefire).queryParam("limit", 4);
            ValidatableResponse page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get(PAIRS)
                    .then()
                    .statusCode(200);
            seen.addAll(pairNames(page));
            cursor = page.extract().path("nextCursor");
        } while (cursor != null);
        // 15 pairs of six on one day, 19 of neighbours among twenty days.
        assertEquals(34, seen.size());
        assertEquals(34, new HashSet<>(seen).size());
    }

    @Test
    void candidatesAreForThoseWhoReview() {
        given().get(PAIRS + "?ceasefire=X").then().statusCode(401);
        partner().get(PAIRS + "?ceasefire=X").then().statusCode(403);
        given().get(Incidents.PATH + "/" + UUID.randomUUID() + "/duplicates")
                .then()
                .statusCode(401);
        staff().contentType(ContentType.JSON)
                .body("{}")
                .post(PAIRS + "/dismissals")
                .then()
                .statusCode(403);
        contributor()
                .get(Incidents.PATH + "/" + UUID.randomUUID() + "/duplicates")
                .then()
                .statusCode(404);
        for (String wrong : List.of(
                "?distanceKm=2",
                "?ceasefire=X&distanceKm=51",
                "?ceasefire=X&distanceKm=0",
                "?ceasefire=X&distanceKm=NaN",
                "?ceasefire=X&limit=201",
                "?ceasefire=X&cursor=bm9wZQ")) {
            contributor().get(PAIRS + wrong).then().statusCode(400);
        }
    }

    private static ValidatableResponse pairs(Installation at, String km) {
        return contributor()
                .queryParam("ceasefire", at.ceasefire)
                .queryParam("distanceKm", km)
                .get(PAIRS)
                .then()
                .statusCode(200);
    }

    private static Response dismiss(UUID one, UUID other) {
        return contributor()
                .contentType(ContentType.JSON)
                .body("{\"one\": \"%s\", \"other\": \"%s\", \"note\": \"Two streets\"}".formatted(one, other))
                .post(PAIRS + "/dismissals");
    }

    /** The references of each pair, in alphabetical order. */
    private static Set<String> names(ValidatableResponse page) {
        return new HashSet<>(pairNames(page));
    }

    private static List<String> pairNames(ValidatableResponse page) {
        List<String> one = page.extract().path("items.one.reference");
        List<String> other = page.extract().path("items.other.reference");
        List<String> names = new ArrayList<>();
        for (int i = 0; i < one.size(); i++) {
            List<String> pair = new ArrayList<>(List.of(one.get(i), other.get(i)));
            pair.sort(null);
            names.add(String.join("+", pair));
        }
        return names;
    }

    private static String place(double lat, double lon) {
        return "\"place\": {\"lat\": %s, \"lon\": %s}".formatted(lat, lon);
    }

    private static String type(String code) {
        return "\"type\": \"%s\"".formatted(code);
    }

    private static String on(String day) {
        return "\"occurredFrom\": \"%s\"".formatted(day);
    }
}
