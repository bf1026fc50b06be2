package org.humdash.incident.claim;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.humdash.incident.Installation.contributor;
import static org.humdash.incident.Installation.importing;
import static org.humdash.incident.Installation.staff;
import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.CsvReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.humdash.incident.Installation;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ClaimFindingsResourceTest {

    private static final String HEADER = "ceasefire,originator,publisher,reference,relay_of,measure,value,"
            + "type_civilian_shooting,type_bombardment,valid_from,valid_to,published_on,stated_days,day_count,"
            + "sensitivity,revision_reason\n";

    private static final String LIST = "/api/v1/claims/findings";

    private static final Path STARTING_CLAIMS = Path.of("..", "deploy", "starting-data", "claims.csv");

    @Test
    void aFindingIsShownWithItsClaimAndItsWholeArithmetic() {
        Installation at = Installation.named("FINDING");
        record(row(at, "r", "VIOLATIONS", "282", "2025-11-10").parts("88", "188"));

        Map<String, Object> answer = given().queryParam("asOf", "2025-12-19")
                .get("/api/v1/claims/" + id(at, "r") + "/findings")
                .then()
                .statusCode(200)
                .body("asOf", equalTo("2025-12-19"))
                .body("claim.reference", equalTo("r"))
                .body("claim.measure", equalTo("VIOLATIONS"))
                .body("claim.estimate.text.en", equalTo("282"))
                .body("claim.originator.code", equalTo(at.office))
                .body("claim.publisher.code", equalTo(at.outlet))
                .body("claim.validFrom", equalTo("2025-10-10"))
                .body("claim.validTo", equalTo("2025-11-10"))
                .body("claim.findings", hasSize(1))
                .extract()
                .path("claim.findings[0]");

        Map<String, Object> expected = new java.util.LinkedHashMap<>();
        expected.put("code", "RESIDUAL");
        expected.put("severity", "NOTICE");
        expected.put(
                "message",
                Map.of(
                        "en", "The parts add up to 276, 6 less than the total of 282.",
                        "ar", "مجموع الأجزاء 276، أي أقل من المجموع المعلن 282 بمقدار 6."));
        expected.put(
                "arithmetic",
                Map.of(
                        "formula",
                        "total − Σ parts",
                        "operands",
                        List.of(operand("total", 282), operand("BOMBARDMENT", 188), operand("CIVILIAN_SHOOTING", 88)),
                        "calculation",
                        "282 − (188 + 88) = 6",
                        "result",
                        6));
        expected.put("against", null);
        assertEquals(expected, answer);
    }

    @Test
    void aClaimWithoutFindingsSaysSoAndAnUnknownOneIsNotFound() {
        Installation at = Installation.named("FINDNONE");
        record(row(at, "r", "VIOLATIONS", "at least 738", "2025-12-08").parts("380", "358"));
        given().get("/api/v1/claims/" + id(at, "r") + "/findings")
                .then()
                .statusCode(200)
                .body("claim.findings", empty());
        list(given(), at).body("items", empty()).body("nextCursor", nullValue());
        given().get("/api/v1/claims/00000000-0000-7000-8000-000000000000/findings")
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:humdash:problem:not-found"));
    }

    @Test
    void theListHoldsOnlyClaimsWithFindingsAndOfOneKindWhenAsked() {
        Installation at = Installation.named("FINDLIST");
        record(
                row(at, "fine", "KILLED", "97", "2025-10-19"),
                row(at, "fallen", "KILLED", "94", "2025-10-28"),
                row(at, "open", "VIOLATIONS", "125", "2025-10-28").parts("60", "60"),
                row(at, "days", "INJURED", "9", "2025-10-18").days("12", "INCLUSIVE"));

        list(given(), at).body("items.reference.sort()", equalTo(List.of("days", "fallen", "open")));
        list(given().queryParam("code", "REVISED_DOWN"), at)
                .body("items.reference", equalTo(List.of("fallen")))
                .body("items[0].findings[0].against", equalTo(id(at, "fine")))
                .body("items[0].findings[0].arithmetic.result", is(-3));
        list(given().queryParam("code", "UNIT_JUMP"), at).body("items", empty());
        list(given().queryParam("asOf", "2025-10-18"), at).body("items.reference", equalTo(List.of("days")));
        given().queryParam("code", "ODD")
                .get(LIST)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:humdash:problem:invalid-parameter"));
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrOverlap() {
        Installation at = Installation.named("FINDPAGES");
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            rows.add(row(at, "odd" + i, "VIOLATIONS", "10", "2025-10-1" + (i / 2 + 1))
                    .parts("1", "1"));
            rows.add(row(at, "fine" + i, "INJURED", "10" + i, "2025-10-1" + (i / 2 + 1)));
        }
        record(rows.toArray(Row[]::new));

        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            RequestSpecification request = given().queryParam("limit", 2);
            var page = list(cursor == null ? request : request.queryParam("cursor", cursor), at)
                    .extract();
            seen.addAll(page.<List<String>>path("items.reference"));
            cursor = page.path("nextCursor");
        } while (cursor != null);
        assertEquals(7, seen.size());
        assertEquals(Set.of("odd0", "odd1", "odd2", "odd3", "odd4", "odd5", "odd6"), new LinkedHashSet<>(seen));
    }

    @Test
    void aCorrectedClaimHasItsFindingOnlyAtTheInstantsBefore() {
        Installation at = Installation.named("FINDFIXED");
        record(row(at, "r", "VIOLATIONS", "125", "2025-10-28").parts("60", "60"));
        String before = contributor().get("/api/v1/claims/" + id(at, "r")).path("revision.recordedAt");
        record(row(at, "r", "VIOLATIONS", "120", "2025-10-28").parts("60", "60"));

        String findings = "/api/v1/claims/" + id(at, "r") + "/findings";
        given().get(findings).then().body("claim.findings", empty());
        given().queryParam("knownAt", before)
                .get(findings)
                .then()
                .body("claim.findings.code", equalTo(List.of("RESIDUAL")));
        list(given().queryParam("knownAt", before), at).body("items.reference", equalTo(List.of("r")));
    }

    @Test
    void aFindingNeverTellsOfAHiddenNeighbour() {
        Installation at = Installation.named("FINDHIDDEN");
        record(
                row(at, "first", "KILLED", "90", "2025-10-19"),
                row(at, "hidden", "KILLED", "9000", "2025-10-25").sensitivity("HIGH"),
                row(at, "shown", "KILLED", "94", "2025-10-28"),
                row(at, "told", "INJURED", "344", "2025-10-28").sensitivity("MODERATE"),
                row(at, "relay", "INJURED", "350", "2025-10-28").relayOf("told"));
        String shown = "/api/v1/claims/" + id(at, "shown") + "/findings";
        String relay = "/api/v1/claims/" + id(at, "relay") + "/findings";

        given().get(shown).then().body("claim.findings", empty());
        given().get(relay).then().body("claim.findings", empty());
        list(given(), at).body("items", empty());
        Installation.partner().get(relay).then().body("claim.findings.code", equalTo(List.of("RELAY_DIFFERS")));
        Installation.partner().get(shown).then().body("claim.findings", empty());
        staff().get(shown)
                .then()
                .body("claim.findings.code", equalTo(List.of("REVISED_DOWN", "MAGNITUDE_JUMP")))
                .body("claim.findings.against.unique()", equalTo(List.of(id(at, "hidden"))));
        given().get("/api/v1/claims/" + id(at, "hidden") + "/findings").then().statusCode(404);
    }

    @Test
    void aPeriodStillToComeIsListedWhateverTheAsOf() {
        Installation at = Installation.named("FINDFUTURE");
        record(row(at, "early", "KILLED", "5", "2099-01-31").published("2025-10-20"));
        list(given(), at)
                .body("items.reference", equalTo(List.of("early")))
                .body("items[0].findings.code", equalTo(List.of("FUTURE_PERIOD", "PUBLISHED_BEFORE_VALIDITY")));
        list(given().queryParam("asOf", "2025-10-20"), at).body("items", hasSize(1));
    }

    @Test
    void monitoredDaysAreHeldAgainstTheDaysTheyConsistOf() {
        Installation at = Installation.named("FINDDAYS");
        record(
                row(at, "monitored", "MONITORED_DAYS", "69", "2025-12-19").days("69", "FULL_DAYS_AFTER_EFFECTIVE"),
                row(at, "attacks", "ATTACK_DAYS", "58", "2025-12-19"),
                row(at, "quiet", "QUIET_DAYS", "12", "2025-12-19"),
                row(at, "long", "ATTACK_DAYS", "75", "2025-12-20"));
        list(given(), at)
                .body("items.reference", equalTo(List.of("long", "monitored")))
                .body("items[0].findings.arithmetic.calculation", equalTo(List.of("75 − 72 = 3")))
                .body("items[1].findings.arithmetic.calculation", equalTo(List.of("69 − (58 + 12) = −1")));
    }

    @Test
    void anImportWarnsOfOddRowsAndADryRunWarnsOfTheSame() {
        Installation at = Installation.named("FINDIMPORT");
        record(row(at, "known", "KILLED", "97", "2025-10-19"));
        String csv = HEADER
                + row(at, "fallen", "KILLED", "94", "2025-10-28")
                + row(at, "fine", "INJURED", "344", "2025-10-28")
                + row(at, "refused", "INJURED", "many", "2025-10-28")
                + row(at, "open", "VIOLATIONS", "282", "2025-11-10").parts("88", "188")
                + row(at, "passed on", "VIOLATIONS", "283", "2025-11-10").relayOf("open");

        warnings(csv, "?dryRun=true").body("applied", is(false)).body("created", is(4));
        list(given(), at).body("items", empty());
        warnings(csv, "").body("applied", is(true)).body("created", is(4));
        warnings(csv, "").body("unchanged", is(4));
        list(given(), at).body("items.reference.sort()", equalTo(List.of("fallen", "open", "passed on")));
    }

    @Test
    void theStartingDataYieldsTheseFindings() throws IOException {
        Installation at = Installation.named("FINDSTART");
        importing(startingClaims(at)).post("/api/v1/claims/imports").then().body("created", is(55));

        ValidatableResponse list = list(given().queryParam("limit", 1000), at);
        List<Map<String, Object>> items = list.extract().path("items");
        List<String> found = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            String reference = (String) items.get(i).get("reference");
            List<Map<String, Object>> findings = list.extract().path("items[" + i + "].findings");
            for (int j = 0; j < findings.size(); j++) {
                String calculation = list.extract().path("items[" + i + "].findings[" + j + "].arithmetic.calculation");
                found.add(reference + " " + findings.get(j).get("code") + " "
                        + findings.get(j).get("severity") + " " + calculation);
            }
        }
        // Worked out by hand from the table; types stand in the order of the catalogue.
        assertEquals(
                Set.of(
                        "violations-2025-10-28-alray RESIDUAL NOTICE 125 − (55 + 52 + 9 + 11) = −2",
                        "killed-2025-10-28-alray REVISED_DOWN WARNING (94) − (97) = −3",
                        "violations-2025-10-28-sawtbeirut RESIDUAL WARNING 125 − (55 + 52 + 9 + 11) = −2",
                        "violations-2025-10-28-sawtbeirut RELAY_DIFFERS WARNING (125) − (> 125) = 0",
                        "violations-2025-11-10-felesteen RESIDUAL NOTICE 282 − (124 + 88 + 12 + 52) = 6",
                        "violations-2025-11-10-crbcnews RESIDUAL NOTICE 282 − (124 + 88 + 12 + 52) = 6",
                        "injured-2025-11-10-crbcnews RELAY_DIFFERS NOTICE (622) − (> 620) = 2",
                        "violations-2025-11-18-sputnik RESIDUAL NOTICE 393 − (174 + 113 + 17 + 85) = 4",
                        "violations-2025-11-22-afaqnews RESIDUAL NOTICE 497 − (228 + 142 + 21 + 100) = 6",
                        "violations-2025-11-29-elbalad RESIDUAL NOTICE 591 − (280 + 164 + 25 + 118) = 4",
                        "violations-2025-12-02-aljazeera RESIDUAL NOTICE 591 − (280 + 164 + 25 + 118) = 4",
                        "violations-2025-12-02-aljazeera RELAY_DIFFERS NOTICE (≥ 591) − (591) = 0",
                        "violations-2025-12-02-aljazeera RELAY_DIFFERS WARNING 2025-12-02 − 2025-11-29 = 3",
                        "killed-2025-12-02-aljazeera REVISED_DOWN NOTICE (≥ 356) − (357) = −1",
                        "detained-2025-12-02-aljazeera REVISED_DOWN WARNING (35) − (38) = −3",
                        "violations-2025-12-22-trtworld RESIDUAL WARNING 875 − (421 + 265 + 49 + 150) = −10"),
                new LinkedHashSet<>(found));
        assertEquals(16, found.size());
    }

    /** The table of the repository, with a ceasefire and sources that this test has for itself. */
    private static String startingClaims(Installation at) throws IOException {
        Set<String> codes = new LinkedHashSet<>();
        StringBuilder table = new StringBuilder();
        try (var csv = CsvReader.builder().ofCsvRecord(STARTING_CLAIMS)) {
            csv.forEach(row -> {
                List<String> cells = new ArrayList<>(row.getFields());
                if (row.getStartingLineNumber() > 1) {
                    cells.set(0, at.ceasefire);
                    for (int source : new int[] {2, 3}) {
                        if (!cells.get(source).isEmpty()) {
                            cells.set(source, cells.get(source) + "_LINTED");
                            codes.add(cells.get(source));
                        }
                    }
                }
                table.append(String.join(
                                ",",
                                cells.stream()
                                        .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                                        .toList()))
                        .append('\n');
            });
        }
        codes.forEach(code -> contributor()
                .contentType(ContentType.JSON)
                .body("{\"code\": \"%s\", \"name\": {\"en\": \"A source\"}, \"kind\": \"MEDIA\"}".formatted(code))
                .post("/api/v1/sources")
                .then()
                .statusCode(201));
        return table.toString();
    }

    private static ValidatableResponse warnings(String csv, String query) {
        return importing(csv)
                .post("/api/v1/claims/imports" + query)
                .then()
                .statusCode(200)
                .body("refused", is(1))
                .body("warnings.row", equalTo(List.of(2, 5, 6)))
                .body("warnings.finding.code", equalTo(List.of("REVISED_DOWN", "RESIDUAL", "RELAY_DIFFERS")))
                .body(
                        "warnings.finding.arithmetic.calculation",
                        equalTo(List.of("(94) − (97) = −3", "282 − (188 + 88) = 6", "(283) − (282) = 1")))
                .body("warningsOmitted", is(0));
    }

    private static void record(Row... rows) {
        importing(HEADER
                        + String.join("", Arrays.stream(rows).map(Row::toString).toList()))
                .post("/api/v1/claims/imports")
                .then()
                .statusCode(200)
                .body("refused", is(0));
    }

    private static ValidatableResponse list(RequestSpecification request, Installation at) {
        return request.queryParam("ceasefire", at.ceasefire).get(LIST).then().statusCode(200);
    }

    private static String id(Installation at, String reference) {
        return contributor()
                .queryParam("ceasefire", at.ceasefire)
                .queryParam("limit", 1000)
                .get("/api/v1/claims")
                .path("items.find { it.reference == '" + reference + "' }.id");
    }

    private static Map<String, Object> operand(String name, int number) {
        Map<String, Object> operand = new java.util.LinkedHashMap<>();
        operand.put("name", name);
        operand.put("number", number);
        operand.put("date", null);
        operand.put("text", String.valueOf(number));
        return operand;
    }

    private static Row row(Installation at, String reference, String measure, String value, String validTo) {
        return new Row(at, reference, measure, value, validTo);
    }

    /** A row of the table, with what is mostly left empty. */
    private static final class Row {

        private final String beginning;
        private final String reference;
        private final String figure;
        private final String validTo;
        private String relayOf = "";
        private String parts = ",";
        private String publishedOn = "";
        private String days = ",";
        private String sensitivity = "";

        private Row(Installation at, String reference, String measure, String value, String validTo) {
            this.beginning = at.ceasefire + "," + at.office + "," + at.outlet;
            this.reference = reference;
            this.figure = measure + "," + value;
            this.validTo = validTo;
        }

        Row parts(String shooting, String bombardment) {
            this.parts = shooting + "," + bombardment;
            return this;
        }

        Row relayOf(String reference) {
            this.relayOf = reference;
            return this;
        }

        Row published(String day) {
            this.publishedOn = day;
            return this;
        }

        Row days(String stated, String convention) {
            this.days = stated + "," + convention;
            return this;
        }

        Row sensitivity(String sensitivity) {
            this.sensitivity = sensitivity;
            return this;
        }

        @Override
        public String toString() {
            return String.join(
                            ",",
                            beginning,
                            reference,
                            relayOf,
                            figure,
                            parts,
                            "2025-10-10",
                            validTo,
                            publishedOn,
                            days,
                            sensitivity,
                            "")
                    + "\n";
        }
    }
}
