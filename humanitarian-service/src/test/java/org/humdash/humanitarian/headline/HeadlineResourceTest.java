package org.humdash.humanitarian.headline;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.humdash.humanitarian.Installation.contributor;
import static org.humdash.humanitarian.Installation.importing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.humdash.humanitarian.Installation;
import org.humdash.humanitarian.SourceRegisterResource;
import org.humdash.humanitarian.StartingData;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The headlines of the project's own starting data, worked out by hand from the files. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(SourceRegisterResource.class)
class HeadlineResourceTest {

    @BeforeEach
    void load() {
        StartingData.load();
    }

    @Test
    void everyRowOfTheStartingDataIsAcceptedAndLoadedAgainChangesNothing() {
        int rows = given().queryParam("limit", 1000)
                .queryParam("asOf", "2026-01-31")
                .get("/api/v1/observations")
                .then()
                .extract()
                .path("items.findAll { !(it.originator.code ==~ '(OFFICE|OUTLET)_.*') }.size()");
        StartingData.load()
                .body("job.rowsRead", is(rows))
                .body("job.unchanged", is(rows))
                .body("job.created", is(0))
                .body("job.revised", is(0))
                .body("job.refused", is(0))
                .body("firstRefused", empty());
    }

    @Test
    void competingStormDeathsStandSideBySideNewestValidityFirst() {
        ValidatableResponse deaths = headline("STORM_DEATHS_ALL", "2025-12-19");
        JsonPath path = deaths.extract().jsonPath();
        assertEquals(path.getString("items[0].claims[0].id"), path.getString("items[0].headline"));
        assertEquals(path.getString("items[0].claims[5].id"), path.getString("items[0].claims[7].relayOf"));
        deaths.body("indicator.name.en", equalTo("Deaths in storms, all causes"))
                .body("indicator.unit", equalTo("people"))
                .body("indicator.kind", equalTo("CUMULATIVE"))
                .body(
                        "claims.collect { [it.originator.code, it.publisher?.code, it.estimate.text.en,"
                                + " it.definition.code, it.validTo].join(' ') }",
                        equalTo(List.of(
                                "PRESS_REPORT_2025_12_19 null ≥ 13 STORM_DEATHS_ALL 2025-12-19",
                                "GAZA_GMO TEHRAN_TIMES 11 BODIES_RECOVERED 2025-12-13",
                                "GAZA_CIVIL_DEFENCE AFP ≥ 16 STORM_DEATHS_ALL 2025-12-12",
                                "AL_HADATH TASS ≥ 12 STORM_DEATHS_ALL 2025-12-12",
                                "GAZA_MOI AL_JAZEERA ≥ 14 STORM_DEATHS_ALL 2025-12-12",
                                "GAZA_CIVIL_DEFENCE AFP ≥ 13 STORM_DEATHS_ALL 2025-12-12",
                                "GAZA_GMO TRT_WORLD 12 DEAD_OR_MISSING 2025-12-12",
                                "GAZA_CIVIL_DEFENCE QNA 13 STORM_DEATHS_ALL 2025-12-12")))
                .body("claims[1].ageDays", is(6))
                .body("claims[1].ageAtPublicationDays", is(0))
                .body("claims[6].ageAtPublicationDays", nullValue())
                .body("claims.hazard.unique()", equalTo(List.of("STORM-BYRON-2025-12")))
                .body(
                        "reason.en",
                        equalTo(
                                "Its period ends last, on 2025-12-19. Claims by another definition come after those by the"
                                        + " indicator's own."));
    }

    @ParameterizedTest(name = "{0} at {1} is {3}")
    @CsvSource(delimiter = '|', textBlock = """
            STORM_DEATHS_ALL           | 2025-12-12 | storm-deaths-2025-12-12-16-afp           | ≥ 16            |
            STORM_DEATHS_ALL           | 2025-12-31 | storm-deaths-2025-12-19                  | ≥ 13            |
            STRUCTURES_DESTROYED_PCT   | 2025-12-19 | structures-destroyed-pct-2025-12-19      | > 80 %          | FRESH
            STRUCTURES_DAMAGED_ANY_PCT | 2025-12-19 | structures-any-pct-2025-07-08-radioutopie | ≈ 78 %         | STALE
            STRUCTURES_DESTROYED       | 2025-10-06 | structures-destroyed-2025-07-08-radioutopie | 102,067      | FRESH
            STRUCTURES_DESTROYED       | 2025-10-07 | structures-destroyed-2025-07-08-radioutopie | 102,067      | STALE
            SHELTER_PEOPLE_ALL         | 2025-12-19 | shelter-people-2025-12-19                | 100,000–999,999 | FRESH
            TRUCKS_ENTERED             | 2025-12-19 | trucks-2025-12-08-qnn                    | 13,511          | FRESH
            TRUCKS_COMPLIANCE_PCT      | 2025-12-19 | trucks-compliance-2025-10-31-paltoday    | 24 %            | STALE
            TENTS_DAMAGED              | 2025-12-19 | tents-damaged-2025-12-13-tehrantimes     | > 53,000        |
            """)
    void theHeadlineFollowsThePolicy(String indicator, String asOf, String reference, String figure, String freshness) {
        JsonPath path = headline(indicator, asOf).extract().jsonPath();
        path = path.param("id", path.getString("items[0].headline"));
        String chosen = "items[0].claims.find { it.id == id }";
        assertEquals(reference, path.getString(chosen + ".reference"));
        assertEquals(figure, path.getString(chosen + ".estimate.text.en"));
        assertEquals(freshness, path.getString("items[0].freshness"));
    }

    @Test
    void anOlderStatementOfTheSameOriginatorStandsNoLonger() {
        headline("TRUCKS_ENTERED", "2025-12-19").body("claims.reference", equalTo(List.of("trucks-2025-12-08-qnn")));
        headline("TRUCKS_ENTERED", "2025-12-08").body("claims.reference", equalTo(List.of("trucks-2025-12-08-qnn")));
        headline("TRUCKS_ENTERED", "2025-12-07")
                .body("claims.reference", equalTo(List.of("trucks-2025-10-31-paltoday")));
    }

    @Test
    void aHeadlineByAnotherDefinitionSaysSo() {
        headline("SHELTER_PEOPLE_ALL", "2025-12-19")
                .body(
                        "reason.en",
                        equalTo(
                                "Its period ends last, on 2025-12-19. No standing claim uses the indicator's own definition;"
                                        + " this one is by TENTS_OR_TEMPORARY_HOUSING."))
                .body("reason.ar", containsString("TENTS_OR_TEMPORARY_HOUSING"));
    }

    @Test
    void destroyedAndDamagedInAnyClassAreNeverOneIndicator() {
        headline("STRUCTURES_DESTROYED_PCT", "2025-12-19")
                .body("claims.definition.code", equalTo(List.of("PRESS_UNDEFINED", "SHARE_OF_DAMAGED")));
        headline("STRUCTURES_DAMAGED_ANY_PCT", "2025-12-19")
                .body("claims.definition.code", equalTo(List.of("UNOSAT_ANY_CLASS")));
    }

    @Test
    void everyReasonIsGivenInBothLanguages() {
        given().queryParam("area", "PS02")
                .queryParam("asOf", "2025-12-19")
                .get("/api/v1/headlines")
                .then()
                .statusCode(200)
                .body("area", equalTo("PS02"))
                .body("asOf", equalTo("2025-12-19"))
                .body("items.findAll { it.reason.en == null || it.reason.ar == null }", empty())
                .body(
                        "items.findAll { it.headline == null && it.claims.any { c -> c.disaggregation == null } }",
                        empty());
    }

    @Test
    void theHeadlinesOfAClusterAreThoseOfTheIndicatorsItFollows() {
        StartingData.load();
        List<String> found = given().queryParam("area", "PS02")
                .queryParam("cluster", "LOGISTICS")
                .queryParam("asOf", "2025-12-19")
                .get("/api/v1/headlines")
                .then()
                .statusCode(200)
                .extract()
                .path("items.indicator.code");
        assertTrue(found.contains("TRUCKS_ENTERED"), found.toString());
        assertEquals(
                List.of(),
                found.stream()
                        .filter(code -> !code.matches(".*(TRUCKS|TONNES).*"))
                        .toList());
        given().queryParam("area", "PS02")
                .queryParam("cluster", "LOGISTICS")
                .queryParam("indicator", "STORM_DEATHS_ALL")
                .get("/api/v1/headlines")
                .then()
                .body("items", empty());
        given().queryParam("area", "PS02")
                .queryParam("cluster", "SHELTERS")
                .get("/api/v1/headlines")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:humdash:problem:invalid-parameter"));
    }

    @Test
    void claimsAboutPartsAloneHaveNoHeadline() {
        Installation at = Installation.named("PARTS");
        importing("indicator,area,originator,reference,value,valid_from,valid_to,sex,age\n"
                        + at.indicator + ",PS02," + at.office + ",women,5,2025-12-10,2025-12-18,FEMALE,\n"
                        + at.indicator + ",PS02," + at.office + ",girls,2,2025-12-10,2025-12-17,FEMALE,CHILD\n")
                .post("/api/v1/observations/imports")
                .then()
                .body("job.created", is(2));
        headline(at.indicator, "2025-12-19")
                .body("headline", nullValue())
                .body("freshness", nullValue())
                .body("reason.en", containsString("about a part only"))
                .body("claims.reference", equalTo(List.of("women", "girls")));
    }

    @Test
    void claimsAreNotBroughtInFromTheAreasInside() {
        Installation at = Installation.named("INSIDE");
        importing("indicator,area,originator,reference,value,valid_from,valid_to\n" + at.indicator + ",PS0260,"
                        + at.office + ",city,5,2025-12-10,2025-12-18\n")
                .post("/api/v1/observations/imports")
                .then()
                .body("job.created", is(1));
        given().queryParam("area", "PS02")
                .queryParam("indicator", at.indicator)
                .get("/api/v1/headlines")
                .then()
                .body("items", empty());
    }

    @Test
    void severalIndicatorsCanBeAskedFor() {
        List<String> found = given().queryParam("area", "PS02")
                .queryParam("indicator", "TRUCKS_ENTERED", "STORM_DEATHS_ALL")
                .queryParam("asOf", "2025-12-19")
                .get("/api/v1/headlines")
                .then()
                .statusCode(200)
                .extract()
                .path("items.indicator.code");
        assertEquals(List.of("STORM_DEATHS_ALL", "TRUCKS_ENTERED"), found);
    }

    @Test
    void whatWasNotRecordedYetIsNotInTheAnswer() {
        given().queryParam("area", "PS02")
                .queryParam("knownAt", "2020-01-01T00:00:00Z")
                .get("/api/v1/headlines")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void theAreasInsideStandEachForItself() {
        Installation at = Installation.named("CHILDREN");
        importing("indicator,area,originator,reference,value,valid_from,valid_to\n"
                        + at.indicator + ",PS02," + at.office + ",strip,9,2025-12-10,2025-12-18\n"
                        + at.indicator + ",PS0260," + at.office + ",city,5,2025-12-10,2025-12-18\n"
                        + at.indicator + ",PS0275," + at.office + ",rafah,1,2025-12-01,2025-12-01\n"
                        + at.indicator + ",PS0110," + at.office + ",elsewhere,7,2025-12-10,2025-12-18\n")
                .post("/api/v1/observations/imports")
                .then()
                .body("job.created", is(4));
        given().queryParam("area", "PS02")
                .queryParam("children", true)
                .queryParam("indicator", at.indicator)
                .queryParam("asOf", "2025-12-19")
                .get("/api/v1/headlines")
                .then()
                .statusCode(200)
                .body("area", equalTo("PS02"))
                .body("items.area", equalTo(List.of("PS02", "PS0260", "PS0275")))
                .body("items.claims.collect { it[0].reference }", equalTo(List.of("strip", "city", "rafah")))
                .body("items.freshness", equalTo(List.of("FRESH", "FRESH", "STALE")));
        given().queryParam("area", "PS02")
                .queryParam("children", true)
                .queryParam("indicator", at.indicator)
                .queryParam("asOf", "2025-12-19")
                .queryParam("stale", true)
                .get("/api/v1/headlines")
                .then()
                .body("items.area", equalTo(List.of("PS0275")));
    }

    @Test
    void aRelayShowsWhatItPassesOnAsFarAsTheReaderMaySee() {
        Installation at = Installation.named("PASSEDON");
        importing("indicator,area,originator,publisher,reference,relay_of,value,valid_from,valid_to,sensitivity\n"
                        + at.indicator + ",PS02," + at.office + ",,said,,12,2025-12-10,2025-12-18,LOW\n"
                        + at.indicator + ",PS02," + at.office + "," + at.outlet
                        + ",passed,said,11,2025-12-10,2025-12-18,LOW\n"
                        + at.indicator + ",PS02," + at.office + ",,again,passed,10,2025-12-10,2025-12-18,LOW\n"
                        + at.indicator + ",PS02," + at.outlet + ",,hidden,,8,2025-12-10,2025-12-18,HIGH\n"
                        + at.indicator + ",PS02," + at.outlet + ",,open,hidden,7,2025-12-10,2025-12-18,LOW\n")
                .post("/api/v1/observations/imports")
                .then()
                .body("job.created", is(5));
        ValidatableResponse shown = headline(at.indicator, "2025-12-19");
        shown.body("claims.find { it.reference == 'said' }.relayChain", empty())
                .body("claims.find { it.reference == 'passed' }.relayChain.reference", equalTo(List.of("said")))
                .body(
                        "claims.find { it.reference == 'again' }.relayChain.reference",
                        equalTo(List.of("passed", "said")))
                .body(
                        "claims.find { it.reference == 'again' }.relayChain.estimate.text.en",
                        equalTo(List.of("11", "12")))
                .body("claims.find { it.reference == 'again' }.relayChain[0].publisher.code", equalTo(at.outlet))
                .body("claims.find { it.reference == 'open' }.relayOf", nullValue())
                .body("claims.find { it.reference == 'open' }.relayChain", empty())
                .body("claims.reference.sort()", equalTo(List.of("again", "open", "passed", "said")));
        contributor()
                .queryParam("area", "PS02")
                .queryParam("indicator", at.indicator)
                .queryParam("asOf", "2025-12-19")
                .get("/api/v1/headlines")
                .then()
                .body(
                        "items[0].claims.find { it.reference == 'open' }.relayChain.reference",
                        equalTo(List.of("hidden")));
    }

    @Test
    void countsAreToldPerThousandPeopleNamingThePopulationTheyAreHeldAgainst() {
        Installation at = Installation.named("PEOPLE");
        String people = "POPULATION,PS0135," + at.office + ",";
        importing("indicator,area,originator,reference,value,valid_from,valid_to,published_on,age\n"
                        + people + "older,40000,2020-07-01,2020-07-01,2020-08-01,\n"
                        + people + "newer,50000,2024-07-01,2024-07-01,2024-08-01,\n"
                        + at.indicator + ",PS0135," + at.office + ",all,at least 600,2025-12-10,2025-12-18,,\n"
                        + at.indicator + ",PS0135," + at.office + ",part,200,2025-12-10,2025-12-18,,CHILD\n"
                        + "STRUCTURES_DESTROYED_PCT,PS0135," + at.office + ",share,3,2025-12-10,2025-12-18,,\n"
                        + at.indicator + ",PS0120," + at.office + ",nobody,1,2025-12-10,2025-12-18,,\n")
                .post("/api/v1/observations/imports")
                .then()
                .body("job.created", is(6));
        given().queryParam("area", "PS0135")
                .queryParam("indicator", at.indicator, "STRUCTURES_DESTROYED_PCT", "POPULATION")
                .queryParam("asOf", "2025-12-19")
                .get("/api/v1/headlines")
                .then()
                .statusCode(200)
                .body("items.indicator.code", equalTo(List.of("POPULATION", "STRUCTURES_DESTROYED_PCT", at.indicator)))
                .body("items[2].claims.find { it.reference == 'all' }.perThousand.text.en", equalTo("≥ 12"))
                .body("items[2].claims.find { it.reference == 'part' }.perThousand", nullValue())
                .body("items[2].population.reference", equalTo("newer"))
                .body("items[2].population.originator.code", equalTo(at.office))
                .body("items[2].population.validTo", equalTo("2024-07-01"))
                .body("items[2].population.publishedOn", equalTo("2024-08-01"))
                .body("items[2].population.estimate.text.en", equalTo("50,000"))
                .body("items[1].population", nullValue())
                .body("items[1].claims[0].perThousand", nullValue())
                .body("items[0].population", nullValue());
        // As of a day before the newer statement the older one is what there was.
        given().queryParam("area", "PS0135")
                .queryParam("indicator", "POPULATION")
                .queryParam("asOf", "2024-06-30")
                .get("/api/v1/headlines")
                .then()
                .body("items[0].claims.reference", equalTo(List.of("older")));
        given().queryParam("area", "PS0120")
                .queryParam("indicator", at.indicator)
                .get("/api/v1/headlines")
                .then()
                .body("items[0].population", nullValue())
                .body("items[0].claims[0].perThousand", nullValue());
    }

    @Test
    void aRevisionShowsInTheAnswersSinceAndNotInThoseBefore() {
        Installation at = Installation.named("REVISED");
        String header = "indicator,area,originator,reference,value,valid_from,valid_to,revision_reason\n";
        String row = at.indicator + ",PS02," + at.office + ",";
        importing(header + row + "older,4,2025-12-01,2025-12-10,\n" + row + "newer,5,2025-12-01,2025-12-18,\n")
                .post("/api/v1/observations/imports")
                .then()
                .body("job.created", is(2));
        String first = headline(at.indicator, "2025-12-19").extract().path("items[0].claims[0].revision.recordedAt");
        String before = known(at.indicator, first);
        importing(header + row + "newer,5,2025-12-01,2025-12-18,RETRACTION\n")
                .post("/api/v1/observations/imports")
                .then()
                .body("job.revised", is(1));
        headline(at.indicator, "2025-12-19").body("claims.reference", equalTo(List.of("older")));
        assertEquals(before, known(at.indicator, first));
    }

    private static String known(String indicator, String knownAt) {
        return given().queryParam("area", "PS02")
                .queryParam("indicator", indicator)
                .queryParam("asOf", "2025-12-19")
                .queryParam("knownAt", knownAt)
                .get("/api/v1/headlines")
                .then()
                .statusCode(200)
                .body("items[0].claims.reference", equalTo(List.of("newer")))
                .extract()
                .asString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?area=Gaza",
                "?area=PS02&indicator=NOTHING",
                "?area=PS02&asOf=19.12.2025",
                "?area=PS02&knownAt=yesterday"
            })
    void aParameterThatCannotBeReadIsAProblem(String query) {
        given().get("/api/v1/headlines" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:humdash:problem:invalid-parameter"));
    }

    private static ValidatableResponse headline(String indicator, String asOf) {
        return given().queryParam("area", "PS02")
                .queryParam("indicator", indicator)
                .queryParam("asOf", asOf)
                .get("/api/v1/headlines")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .rootPath("items[0]");
    }
}
