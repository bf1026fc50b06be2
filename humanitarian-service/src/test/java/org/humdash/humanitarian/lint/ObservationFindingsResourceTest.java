package org.humdash.humanitarian.lint;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.humdash.humanitarian.Installation.contributor;
import static org.humdash.humanitarian.Installation.importing;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.humdash.humanitarian.Installation;
import org.humdash.humanitarian.SourceRegisterResource;
import org.humdash.humanitarian.StartingData;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(SourceRegisterResource.class)
class ObservationFindingsResourceTest {

    private static final String HEADER = "indicator,area,originator,publisher,reference,relay_of,value,valid_from,"
            + "valid_to,published_on,definition,sensitivity,revision_reason\n";

    private static final String LIST = "/api/v1/observations/findings";
    private static final String IMPORTS = "/api/v1/observations/imports";

    @Test
    void aFindingIsShownWithItsObservationAndItsWholeArithmetic() {
        Installation at = Installation.named("LINTONE");
        take(row(at, "before", "850", "2025-11-01"), row(at, "after", "about 850,000", "2025-12-12"));

        given().queryParam("asOf", "2025-12-19")
                .get("/api/v1/observations/" + id(at, "after") + "/findings")
                .then()
                .statusCode(200)
                .body("asOf", equalTo("2025-12-19"))
                .body("observation.reference", equalTo("after"))
                .body("observation.indicator", equalTo(at.indicator))
                .body("observation.definition", equalTo(at.indicator))
                .body("observation.area", equalTo("PS02"))
                .body("observation.unit", equalTo("people"))
                .body("observation.estimate.text.en", equalTo("≈ 850,000"))
                .body("observation.originator.code", equalTo(at.office))
                .body("observation.publisher.code", equalTo(at.outlet))
                .body("observation.findings", hasSize(1))
                .body("observation.findings[0].code", equalTo("UNIT_JUMP"))
                .body("observation.findings[0].severity", equalTo("WARNING"))
                .body("observation.findings[0].against", equalTo(id(at, "before")))
                .body(
                        "observation.findings[0].message",
                        equalTo(Map.of(
                                "en",
                                "≈ 850,000 after 850 of 2025-11-01: a factor of 1,000 upwards."
                                        + " Another unit may have been meant.",
                                "ar",
                                "نحو 850,000 بعد 850 بتاريخ 2025-11-01: بمعامل 1,000 صعودًا."
                                        + " قد تكون الوحدة المقصودة مختلفة.")))
                .body("observation.findings[0].arithmetic.calculation", equalTo("850,000 ÷ 850 = 1,000"))
                .body("observation.findings[0].arithmetic.result", is(1000))
                .body(
                        "observation.findings[0].arithmetic.operands.text",
                        equalTo(List.of("≈ 850,000", "850", "2025-11-01")));
        given().get("/api/v1/observations/" + id(at, "before") + "/findings")
                .then()
                .body("observation.findings", empty());
        given().get("/api/v1/observations/00000000-0000-7000-8000-000000000000/findings")
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:humdash:problem:not-found"));
    }

    @Test
    void theListHoldsOnlyObservationsWithFindingsAndOfOneKindWhenAsked() {
        Installation at = Installation.named("LINTLIST");
        take(
                row(at, "fine", "1000", "2025-10-18"),
                row(at, "jump", "12000", "2025-10-25"),
                row(at, "early", "12100", "2025-11-01").replace(",2025-11-02,", ",2025-10-30,"));
        list(given(), at)
                .body("items.reference", equalTo(List.of("early", "jump")))
                .body("nextCursor", nullValue());
        list(given().queryParam("code", "MAGNITUDE_JUMP"), at).body("items.reference", equalTo(List.of("jump")));
        list(given().queryParam("code", "REVISED_DOWN"), at).body("items", empty());
        list(given().queryParam("asOf", "2025-10-31"), at).body("items.reference", equalTo(List.of("jump")));
        list(given().queryParam("area", "PS01"), at).body("items", empty());
        list(given().queryParam("area", "PS02").queryParam("originator", at.office), at)
                .body("items", hasSize(2));
        list(given().queryParam("hazard", "NONE"), at).body("items", empty());
        given().queryParam("code", "ODD")
                .get(LIST)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:humdash:problem:invalid-parameter"));
    }

    @Test
    void whatAnImportBroughtIsFoundByWhenItWasRecorded() {
        Installation at = Installation.named("LINTFROM");
        take(row(at, "before", "5", "2025-10-31").replace(",2025-11-02,", ",2025-10-30,"));
        take(row(at, "brought", "5", "2025-10-31").replace(",2025-11-02,", ",2025-10-30,"));
        String recordedAt =
                given().get("/api/v1/observations/" + id(at, "brought")).path("revision.recordedAt");
        list(given().queryParam("recordedFrom", recordedAt), at).body("items.reference", equalTo(List.of("brought")));
        given().queryParam("recordedFrom", "yesterday")
                .get(LIST)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:humdash:problem:invalid-parameter"));
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrOverlap() {
        Installation at = Installation.named("LINTPAGES");
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String day = "2025-10-1" + (i / 2);
            rows.add(row(at, "odd" + i, "5", day).replace(",2025-11-02,", ",2025-10-01,"));
            rows.add(row(at, "fine" + i, "5", day));
        }
        take(rows.toArray(String[]::new));
        Set<String> seen = new TreeSet<>();
        int items = 0;
        String cursor = null;
        do {
            RequestSpecification request = given().queryParam("limit", 2);
            JsonPath page = list(cursor == null ? request : request.queryParam("cursor", cursor), at)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.reference"));
            items += page.getList("items").size();
            cursor = page.getString("nextCursor");
        } while (cursor != null);
        assertEquals(Set.of("odd0", "odd1", "odd2", "odd3", "odd4"), seen);
        assertEquals(5, items);
    }

    @Test
    void figuresOfAnotherDefinitionAreNeverComparedAndThoseOfOtherOriginatorsNeither() {
        Installation at = Installation.named("LINTOTHER");
        take(
                row(at, "own", "850", "2025-11-01"),
                row(at, "other", "850000", "2025-12-12").replace(",,,\n", ",OTHER_WAY,,\n"),
                row(at, "outlet", "850000", "2025-12-12").replace("PS02," + at.office, "PS02," + at.outlet));
        list(given(), at).body("items", empty());
    }

    @Test
    void aCumulativeFigureThatFallsIsFoundAndAStockThatFallsIsNot() {
        Installation at = Installation.named("LINTFALL");
        String total = indicator("LINTFALL_TOTAL", "CUMULATIVE", "LAST", "people");
        take(row(at, "stock1", "97", "2025-10-19"), row(at, "stock2", "94", "2025-10-28"));
        take(
                row(at, "total1", "97", "2025-10-19").replace(at.indicator, total),
                row(at, "total2", "94", "2025-10-28").replace(at.indicator, total),
                // counts from another day, and so follows on none of them
                row(at, "total3", "30", "2025-11-28")
                        .replace(at.indicator, total)
                        .replace("2025-10-10", "2025-11-01"));
        list(given(), at).body("items", empty());
        given().queryParam("indicator", total)
                .get(LIST)
                .then()
                .body("items.reference", equalTo(List.of("total2")))
                .body("items[0].findings.code", equalTo(List.of("REVISED_DOWN")))
                .body("items[0].findings[0].arithmetic.result", is(-3));
    }

    @Test
    void aFindingNeverTellsOfAHiddenNeighbour() {
        Installation at = Installation.named("LINTHIDDEN");
        take(
                row(at, "hidden", "9000", "2025-10-25").replace(",,\n", ",HIGH,\n"),
                row(at, "shown", "94", "2025-10-28"),
                row(at, "told", "344", "2025-11-28").replace(",,\n", ",MODERATE,\n"),
                row(at, "relay", "350", "2025-11-28").replace(",relay,,", ",relay,told,"));
        String shown = "/api/v1/observations/" + id(at, "shown") + "/findings";
        String relay = "/api/v1/observations/" + id(at, "relay") + "/findings";
        given().get(shown).then().body("observation.findings", empty());
        given().get(relay).then().body("observation.findings", empty());
        list(given(), at).body("items", empty());
        contributor()
                .get(shown)
                .then()
                .body("observation.findings.code", equalTo(List.of("MAGNITUDE_JUMP")))
                .body("observation.findings[0].against", equalTo(id(at, "hidden")));
        contributor().get(relay).then().body("observation.findings.code", equalTo(List.of("RELAY_DIFFERS")));
        given().get("/api/v1/observations/" + id(at, "hidden") + "/findings")
                .then()
                .statusCode(404);
    }

    @Test
    void aFindingNeverTellsOfAHiddenFigureItFollowsFrom() {
        Installation at = Installation.named("LINTTERM");
        take(
                row(at, "rate", "100", "2025-10-31").replace(at.indicator, "TRUCKS_PER_DAY_AVERAGE"),
                row(at, "total", "5000", "2025-10-31")
                        .replace(at.indicator, "TRUCKS_ENTERED")
                        .replace(",,\n", ",HIGH,\n"));
        given().queryParam("originator", at.office).get(LIST).then().body("items", empty());
        contributor()
                .queryParam("originator", at.office)
                .get(LIST)
                .then()
                .body("items.reference", equalTo(List.of("rate")))
                .body("items[0].findings.arithmetic.calculation", equalTo(List.of("100 × 22 − 5,000 = −2,800")));
    }

    @Test
    void whatWasHiddenLaterIsNotComparedWithAtEarlierInstantsEither() {
        Installation at = Installation.named("LINTRAISED");
        take(row(at, "raised", "9000", "2025-10-25"), row(at, "shown", "94", "2025-10-28"));
        String shown = "/api/v1/observations/" + id(at, "shown");
        String before = given().get(shown).path("revision.recordedAt");
        given().queryParam("knownAt", before).get(shown + "/findings").then().body("observation.findings", hasSize(1));

        take(row(at, "raised", "9000", "2025-10-25").replace(",,\n", ",HIGH,RECLASSIFICATION\n"));

        given().queryParam("knownAt", before).get(shown + "/findings").then().body("observation.findings", empty());
    }

    @Test
    void anImportWarnsOfOddRowsAndADryRunWarnsOfTheSame() {
        Installation at = Installation.named("LINTIMPORT");
        take(row(at, "known", "850", "2025-10-19"));
        String csv = HEADER
                + row(at, "jump", "850000", "2025-10-28")
                + row(at, "refused", "many", "2025-10-28")
                + row(at, "fine", "850000", "2025-10-29");
        warnings(csv, "?dryRun=true").body("job.created", is(2)).body("findings", nullValue());
        list(given(), at).body("items", empty());
        String findings = warnings(csv, "")
                .body("job.created", is(2))
                .body("job.recordedAt", notNullValue())
                .extract()
                .path("findings");
        contributor().get(findings).then().statusCode(200).body("items.reference", equalTo(List.of("jump")));
        warnings(csv, "").body("job.unchanged", is(2)).body("findings", nullValue());
        list(given(), at).body("items.reference", equalTo(List.of("jump")));
    }

    @Test
    void ofManyOddRowsTheFirstThousandAreListedAndTheOthersCounted() {
        Installation at = Installation.named("LINTMANY");
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 0; i < 1_201; i++) {
            csv.append(row(at, "r" + i, "5", "2025-10-31").replace(",2025-11-02,", ",2025-10-30,"));
        }
        String job = importing(csv.toString())
                .post(IMPORTS + "?dryRun=true")
                .then()
                .statusCode(200)
                .body("job.created", is(1_201))
                .body("job.warnings", is(1_201))
                .body("firstWarnings", hasSize(50))
                .extract()
                .path("job.id");
        contributor()
                .get(IMPORTS + "/" + job + "/warnings")
                .then()
                .statusCode(200)
                .body("items", hasSize(1_000))
                .body("items[0].row", is(2))
                .body("items[999].row", is(1_001))
                .body("items.finding.code.unique()", equalTo(List.of("PUBLISHED_BEFORE_VALIDITY")))
                .body("omitted", is(201));
        given().get(IMPORTS + "/" + job + "/warnings").then().statusCode(401);
    }

    @Test
    void aWarningThatMayQuoteWhatBecameSevereIsToldNoLonger() {
        Installation at = Installation.named("LINTSEVERE");
        take(row(at, "known", "850", "2025-10-19"));
        String job = importing(HEADER + row(at, "jump", "850000", "2025-10-28"))
                .post(IMPORTS)
                .then()
                .body("firstWarnings[0].finding.arithmetic.calculation", equalTo("850,000 ÷ 850 = 1,000"))
                .extract()
                .path("job.id");
        take(row(at, "known", "850", "2025-10-19").replace(",,\n", ",SEVERE,RECLASSIFICATION\n"));
        contributor()
                .get(IMPORTS + "/" + job + "/warnings")
                .then()
                .statusCode(200)
                .body("items", empty())
                .body("omitted", is(1));
        contributor().get(IMPORTS + "/" + job).then().body("firstWarnings", empty());
    }

    @Test
    void ofAnImportOfMoreThanTenThousandRowsNobodyLooksForWarnings() {
        Installation at = Installation.named("LINTLARGE");
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 0; i < 10_001; i++) {
            csv.append(row(at, "r" + i, "5", "2025-10-31").replace(",2025-11-02,", ",2025-10-30,"));
        }
        for (String query : List.of("?dryRun=true", "")) {
            importing(csv.toString())
                    .post(IMPORTS + query)
                    .then()
                    .statusCode(200)
                    .body("job.created", is(10_001))
                    .body("job.warnings", nullValue())
                    .body("firstWarnings", empty());
        }
        list(given().queryParam("limit", 1), at).body("items", hasSize(1));
    }

    @Test
    void theStartingDataYieldsTheseFindings() throws IOException {
        StartingData.load();
        List<String> found = new ArrayList<>();
        Set<String> originators = new TreeSet<>();
        // Other tests record what the same sources said elsewhere.
        Set<String> references = new TreeSet<>();
        StartingData.rows("observations.csv").forEach(row -> {
            originators.add(row.get("originator"));
            references.add(row.get("reference"));
        });
        for (String originator : originators) {
            JsonPath page = given().queryParam("originator", originator)
                    .queryParam("limit", 1000)
                    .queryParam("asOf", "2025-12-31")
                    .get(LIST)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            List<Map<String, Object>> items = new ArrayList<>(page.getList("items"));
            items.removeIf(item -> !references.contains(item.get("reference")));
            for (Map<String, Object> item : items) {
                for (Object finding : (List<?>) item.get("findings")) {
                    Map<?, ?> shown = (Map<?, ?>) finding;
                    found.add(item.get("reference") + " " + shown.get("code") + " " + shown.get("severity") + " "
                            + ((Map<?, ?>) shown.get("arithmetic")).get("calculation"));
                }
            }
        }
        // Worked out by hand from the table.
        assertEquals(
                Set.of(
                        "trucks-average-2025-10-31-particle RATE_DIFFERS NOTICE 145 × 22 − 3,203 = −13",
                        "trucks-average-2025-12-08-qnn RATE_DIFFERS NOTICE 226 × 60 − 13,511 = 49",
                        "trucks-compliance-2025-12-22-trtworld PERCENTAGE_DIFFERS NOTICE 41 − 41.63 = −0.63",
                        "fuel-trucks-compliance-2025-12-22-trtworld PERCENTAGE_DIFFERS NOTICE 10 − 10.79 = −0.79",
                        "storm-deaths-2025-12-12-13-qna RELAY_DIFFERS NOTICE (13) − (≥ 13) = 0",
                        "shelter-people-2025-11-04-dailysabah MAGNITUDE_JUMP NOTICE 884,000 ÷ 75,000 = 11.79"),
                new TreeSet<>(found));
        assertEquals(6, found.size());
    }

    private static String indicator(String code, String kind, String aggregation, String unit) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "code", code,
                "name", Map.of("en", "People in " + code),
                "unit", unit,
                "kind", kind,
                "aggregation", aggregation,
                "definition", Map.of("en", "People counted")));
        contributor()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/indicators")
                .then()
                .statusCode(201);
        return code;
    }

    private static ValidatableResponse warnings(String csv, String query) {
        return importing(csv)
                .post(IMPORTS + query)
                .then()
                .statusCode(200)
                .body("job.refused", is(1))
                .body("job.warnings", is(1))
                .body("firstWarnings.row", equalTo(List.of(2)))
                .body("firstWarnings.finding.code", equalTo(List.of("UNIT_JUMP")))
                .body("firstWarnings[0].finding.arithmetic.calculation", equalTo("850,000 ÷ 850 = 1,000"));
    }

    private static void take(String... rows) {
        importing(HEADER + String.join("", rows))
                .post(IMPORTS)
                .then()
                .statusCode(200)
                .body("firstRefused", empty());
    }

    private static ValidatableResponse list(RequestSpecification request, Installation at) {
        return request.queryParam("indicator", at.indicator).get(LIST).then().statusCode(200);
    }

    private static String id(Installation at, String reference) {
        return contributor()
                .queryParam("indicator", at.indicator)
                .queryParam("limit", 1000)
                .get("/api/v1/observations")
                .path("items.find { it.reference == '" + reference + "' }.id");
    }

    /** Published on 2 November 2025 or, if it is about later days, undated. */
    private static String row(Installation at, String reference, String value, String validTo) {
        String publishedOn = validTo.compareTo("2025-11-02") <= 0 ? "2025-11-02" : "";
        return String.join(
                        ",",
                        at.indicator,
                        "PS02",
                        at.office,
                        at.outlet,
                        reference,
                        "",
                        value.contains(",") ? "\"" + value + "\"" : value,
                        "2025-10-10",
                        validTo,
                        publishedOn,
                        "",
                        "",
                        "")
                + "\n";
    }
}
