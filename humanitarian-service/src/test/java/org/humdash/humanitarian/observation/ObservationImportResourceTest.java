package org.humdash.humanitarian.observation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.humdash.humanitarian.Installation.contributor;
import static org.humdash.humanitarian.Installation.importing;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.humdash.humanitarian.Installation;
import org.humdash.humanitarian.SourceRegisterResource;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(SourceRegisterResource.class)
class ObservationImportResourceTest {

    private static final List<String> COLUMNS = List.of(
            "indicator",
            "area",
            "originator",
            "publisher",
            "reference",
            "relay_of",
            "definition",
            "value",
            "valid_from",
            "valid_to",
            "published_on",
            "url",
            "language",
            "note",
            "hazard",
            "sex",
            "age",
            "cause",
            "shelter_type",
            "sensitivity",
            "revision_reason");

    private static final String IMPORTS = "/api/v1/observations/imports";

    @Test
    void importRecordsEveryRowAndTheSameFileAgainChangesNothing() {
        Installation at = Installation.named("IMPORT");
        String csv = table(
                row(at, "reference=first", "value=at least 12"),
                row(at, "reference=second", "relay_of=first", "value=12", "publisher=" + at.outlet),
                row(at, "reference=third", "definition=OTHER_WAY", "value=hundreds of thousands", "sex=FEMALE"));

        report(csv, 3, 3, 0, 0, 0).body("job.status", equalTo("SUCCEEDED")).body("firstRefused", empty());
        report(csv, 3, 0, 0, 3, 0);

        observations(at)
                .body("items", hasSize(3))
                .body("items.find { it.reference == 'first' }.estimate.text.en", equalTo("≥ 12"))
                .body("items.find { it.reference == 'first' }.definition.code", equalTo(at.indicator))
                .body("items.find { it.reference == 'first' }.publisher", nullValue())
                .body("items.find { it.reference == 'second' }.publisher.name.en", equalTo("Name of " + at.outlet))
                .body("items.find { it.reference == 'third' }.estimate.text.en", equalTo("100,000–999,999"))
                .body("items.find { it.reference == 'third' }.definition.text.en", equalTo("Counted in another way"))
                .body("items.find { it.reference == 'third' }.disaggregation.sex", equalTo("FEMALE"))
                .body("items.revision.number", equalTo(List.of(1, 1, 1)));
        String first = observations(at).extract().path("items.find { it.reference == 'first' }.id");
        observations(at).body("items.find { it.reference == 'second' }.relayOf", equalTo(first));
    }

    @Test
    void dryRunReportsTheSameAndWritesNothing() {
        Installation at = Installation.named("DRYRUN");
        importing(table(row(at, "reference=first"), row(at, "reference=second", "value=many")))
                .post(IMPORTS + "?dryRun=true")
                .then()
                .statusCode(200)
                .body("job.dryRun", is(true))
                .body("job.created", is(1))
                .body("job.refused", is(1));
        observations(at).body("items", empty());
    }

    @Test
    void aChangedRowBecomesARevisionAndTheOldAnswerCanStillBeHad() {
        Installation at = Installation.named("REVISE");
        report(table(row(at, "value=97")), 1, 1, 0, 0, 0);
        String before = observations(at).extract().path("items[0].revision.recordedAt");
        String id = observations(at).extract().path("items[0].id");
        String asKnownThen = asKnownAt(at, before);

        report(table(row(at, "value=94", "revision_reason=CORRECTION")), 1, 0, 1, 0, 0);

        observations(at)
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(id))
                .body("items[0].estimate.best", is(94))
                .body("items[0].revision.number", is(2))
                .body("items[0].revision.reason", equalTo("CORRECTION"));
        assertEquals(
                asKnownThen,
                asKnownAt(at, before).replaceAll("\"supersededAt\":\"[^\"]*\"", "\"supersededAt\":null"),
                "apart from having been superseded, the answer of then");
        given().get("/api/v1/observations/" + id + "/revisions")
                .then()
                .body("revisions.estimate.best", equalTo(List.of(97, 94)))
                .body("revisions.revision.reason", equalTo(List.of("NEW", "CORRECTION")));
        given().queryParam("area", "PS02")
                .queryParam("indicator", at.indicator)
                .queryParam("knownAt", before)
                .get("/api/v1/headlines")
                .then()
                .body("items[0].claims.estimate.best", equalTo(List.of(97)));
    }

    @Test
    void aRetractedObservationCountsNowhereAndItsHistoryStays() {
        Installation at = Installation.named("RETRACT");
        report(table(row(at, "value=97")), 1, 1, 0, 0, 0);
        String id = observations(at).extract().path("items[0].id");

        report(table(row(at, "value=97", "revision_reason=RETRACTION")), 1, 0, 1, 0, 0);

        observations(at).body("items", empty());
        headlines(at).body("items", empty());
        given().get("/api/v1/observations/" + id).then().statusCode(404);
        given().get("/api/v1/observations/" + id + "/revisions").then().body("revisions", hasSize(2));
    }

    @Test
    void refusedRowsAreReportedAndTheOthersAreApplied() {
        Installation at = Installation.named("REFUSE");
        report(table(row(at, "reference=good"), row(at, "reference=bad", "valid_to=some day")), 2, 1, 0, 0, 1)
                .body("firstRefused", hasSize(1))
                .body("firstRefused[0].row", is(3))
                .body("firstRefused[0].problems", contains(startsWith("valid_to: NOT_A_DATE, ")));
        observations(at).body("items.reference", equalTo(List.of("good")));
    }

    @ParameterizedTest(name = "{0}={1} is refused with {2}")
    @CsvSource(textBlock = """
                    indicator,    NOTHING,          UNKNOWN_INDICATOR
                    indicator,    '',               MISSING
                    definition,   ANY_WAY,          UNKNOWN_DEFINITION
                    area,         PS99,             UNKNOWN_PCODE
                    area,         Nowhere City,     UNKNOWN_PCODE
                    area,         '',               MISSING
                    originator,   NOBODY,           UNKNOWN_SOURCE
                    originator,   '',               MISSING
                    publisher,    NOBODY,           UNKNOWN_SOURCE
                    publisher,    ../sources,       UNKNOWN_SOURCE
                    reference,    '',               MISSING
                    relay_of,     nothing,          UNKNOWN_RELAY
                    relay_of,     r,                RELAYS_ITSELF
                    value,        many,             NOT_AN_ESTIMATE
                    value,        -5,               NEGATIVE
                    value,        9999999999999999, TOO_LARGE
                    value,        12.5,             NOT_WHOLE
                    value,        1000001,          OUT_OF_RANGE
                    value,        millions,         OUT_OF_RANGE
                    value,        '',               MISSING
                    valid_from,   2025-12-31,       PERIOD_REVERSED
                    valid_from,   '',               MISSING
                    valid_to,     2025-13-01,       NOT_A_DATE
                    valid_to,     9999-01-01,       OUT_OF_RANGE
                    published_on, yesterday,        NOT_A_DATE
                    url,          javascript:alert, NOT_A_URL
                    language,     English,          NOT_A_LANGUAGE
                    hazard,       STORM-NONE,       UNKNOWN_HAZARD
                    sex,          X,                UNKNOWN_CODE
                    age,          YOUNG,            UNKNOWN_CODE
                    cause,        WAR,              UNKNOWN_CODE
                    shelter_type, HOTEL,            UNKNOWN_CODE
                    sensitivity,  TOP,              UNKNOWN_CODE
                    """)
    void aBadCellIsNamedWithItsRowColumnAndCode(String column, String cell, String code) {
        Installation at = Installation.named(
                "CELL" + Integer.toHexString((column + cell).hashCode()).toUpperCase());

        report(table(row(at, "reference=r", column + "=" + cell)), 1, 0, 0, 0, 1)
                .body("firstRefused", hasSize(1))
                .body("firstRefused[0].row", is(2))
                .body(
                        "firstRefused[0].problems",
                        contains(startsWith(
                                (code.equals("PERIOD_REVERSED") ? "valid_to" : column) + ": " + code + ", ")));
        observations(at).body("items", empty());
    }

    @ParameterizedTest(name = "{0} percent is {1}")
    @CsvSource({"100, 0", "more than 80, 0", "12.5, 0", "100.1, 1", "over 2 million, 1"})
    void aShareIsAtMostAHundredPercent(String value, int refused) {
        Installation at =
                Installation.named("PCT" + Integer.toHexString(value.hashCode()).toUpperCase());
        String row = row(at, "value=" + value).replace(at.indicator, "STRUCTURES_DESTROYED_PCT");

        importing(table(row))
                .post(IMPORTS + "?dryRun=true")
                .then()
                .statusCode(200)
                .body("job.refused", is(refused))
                .body("firstRefused.problems.flatten().findAll { it.contains(': OUT_OF_RANGE, ') }", hasSize(refused));
    }

    @Test
    void everyProblemOfARowIsListed() {
        Installation at = Installation.named("MANY");
        report(table(row(at, "value=1.5", "definition=NO", "originator=NOBODY", "hazard=NO")), 1, 0, 0, 0, 1)
                .body(
                        "firstRefused[0].problems",
                        contains(
                                startsWith("definition: UNKNOWN_DEFINITION, "),
                                startsWith("value: NOT_WHOLE, "),
                                startsWith("originator: UNKNOWN_SOURCE, "),
                                startsWith("hazard: UNKNOWN_HAZARD, ")));
    }

    @Test
    void aPlaceGivenByNameIsItsPcode() {
        Installation at = Installation.named("PLACE");
        report(table(row(at, "area=Gaza City")), 1, 1, 0, 0, 0);
        observations(at).body("items.area", contains("PS0260"));
    }

    @Test
    void lowerAboveUpperIsRefused() {
        Installation at = Installation.named("BOUNDS");
        importing("indicator,area,originator,reference,qualifier,lower,upper,valid_from,valid_to\n" + at.indicator
                        + ",PS02," + at.office + ",r,RANGE,50,40,2025-12-10,2025-12-18\n")
                .post(IMPORTS)
                .then()
                .statusCode(200)
                .body("firstRefused[0].problems", contains(containsString("LOWER_ABOVE_UPPER, ")));
    }

    @Test
    void theSecondRowOfAReferenceIsRefused() {
        Installation at = Installation.named("TWICE");
        report(table(row(at, "value=97"), row(at, "value=98")), 2, 1, 0, 0, 1)
                .body("firstRefused[0].row", is(3))
                .body(
                        "firstRefused[0].problems",
                        contains("reference: DUPLICATE_REFERENCE, row 2 has the same originator and reference"));
    }

    @Test
    void theRelaysOfARefusedRowAreRefusedHoweverLongTheChain() {
        Installation at = Installation.named("CHAIN");
        report(
                        table(
                                row(at, "reference=a", "value=many"),
                                row(at, "reference=b", "relay_of=a"),
                                row(at, "reference=c", "relay_of=b"),
                                row(at, "reference=ring1", "relay_of=ring2"),
                                row(at, "reference=ring2", "relay_of=ring1"),
                                row(at, "reference=first"),
                                row(at, "reference=then", "relay_of=first"),
                                row(at, "reference=last", "relay_of=then")),
                        8,
                        3,
                        0,
                        0,
                        5)
                .body("firstRefused.row", equalTo(List.of(2, 3, 4, 5, 6)))
                .body(
                        "firstRefused.problems.flatten()",
                        contains(
                                startsWith("value: NOT_AN_ESTIMATE, "),
                                startsWith("relay_of: UNKNOWN_RELAY, "),
                                startsWith("relay_of: UNKNOWN_RELAY, "),
                                startsWith("relay_of: UNKNOWN_RELAY, "),
                                startsWith("relay_of: UNKNOWN_RELAY, ")));
    }

    @Test
    void textIsKeptAsItWasWritten() {
        Installation at = Installation.named("TEXT");
        String note = "first line\n\\.\nsecond, \"quoted\" \\N \\t and غزة \uD83C\uDF27";
        report(
                table(
                        row(at, "reference=odd", "note=\"" + note.replace("\"", "\"\"") + "\""),
                        row(at, "reference=next")),
                2,
                2,
                0,
                0,
                0);
        observations(at).body("items.find { it.reference == 'odd' }.note", equalTo(note));
    }

    @Test
    void anEmptyFileIsAProblem() {
        unreadable(new byte[0], "empty");
    }

    @Test
    void aColumnThatIsNotOursIsPassedOverAndNamed() {
        Installation at = Installation.named("UNKNOWNCOLUMN");
        report(
                        table(row(at)).replace("\n", ",\n").replace("revision_reason,", "revision_reason,weather"),
                        1,
                        1,
                        0,
                        0,
                        0)
                .body("job.detected.unused", contains("weather"));
    }

    @Test
    void aMissingColumnIsAProblemThatNamesIt() {
        unreadable(
                "indicator,area,reference,valid_from,valid_to\nA,PS02,r,2025-12-01,2025-12-01\n"
                        .getBytes(StandardCharsets.UTF_8),
                "originator");
    }

    @Test
    void damagedTextIsAProblemAndNothingIsHalfWritten() {
        Installation at = Installation.named("DAMAGED");
        byte[] csv = table(row(at, "reference=a"), row(at, "reference=b", "note=غزة غزة غزة غزة غزة غزة"))
                .getBytes(StandardCharsets.UTF_8);
        csv[csv.length - 20] = (byte) 0xff;
        unreadable(csv, "UTF-8");
        observations(at).body("items", empty());
    }

    @Test
    void anUnclosedQuoteIsAProblemAndNothingIsHalfWritten() {
        Installation at = Installation.named("QUOTE");
        String csv = table(row(at)) + "\"" + "x".repeat(20_000);
        unreadable(csv.getBytes(StandardCharsets.UTF_8), "quote");
        observations(at).body("items", empty());
    }

    @Test
    void aRowOfAnotherLengthIsRefused() {
        Installation at = Installation.named("LENGTH");
        report(table(row(at), "too,short\n"), 2, 1, 0, 0, 1)
                .body("firstRefused[0].problems", contains(startsWith("WRONG_CELL_COUNT, ")));
    }

    @Test
    void manyAtOnceWithTheSameFileRecordItOnce() throws Exception {
        Installation at = Installation.named("RACE");
        String[] rows = new String[500];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row(at, "reference=r" + i, "value=" + i, "publisher=OUTLET_RACE" + i % 5);
        }
        Callable<Integer> oneImport = () -> importing(table(rows))
                .post(IMPORTS)
                .then()
                .statusCode(200)
                .extract()
                .path("job.created");
        try (var threads = Executors.newFixedThreadPool(4)) {
            int created = 0;
            for (var result : threads.invokeAll(List.of(oneImport, oneImport, oneImport, oneImport))) {
                created += result.get();
            }
            assertEquals(500, created);
        }
        given().queryParam("indicator", at.indicator)
                .queryParam("limit", 1000)
                .get("/api/v1/observations")
                .then()
                .body("items", hasSize(500))
                .body("items.revision.number.max()", is(1));
    }

    @Test
    void whoHasNoKeyWritesNothing() {
        given().contentType("text/csv")
                .body(table())
                .post(IMPORTS)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:humdash:problem:unauthorized"));
        given().auth()
                .oauth2("wrong")
                .contentType("text/csv")
                .body(table())
                .post(IMPORTS)
                .then()
                .statusCode(401);
    }

    @Test
    void aHiddenObservationIsForStaffOnly() {
        Installation at = Installation.named("HIDDEN");
        report(table(row(at, "sensitivity=HIGH")), 1, 1, 0, 0, 0);

        observations(at).body("items", empty());
        headlines(at).body("items", empty());
        String id = contributor()
                .queryParam("indicator", at.indicator)
                .get("/api/v1/observations")
                .then()
                .body("items", hasSize(1))
                .extract()
                .path("items[0].id");
        contributor()
                .queryParam("area", "PS02")
                .queryParam("indicator", at.indicator)
                .get("/api/v1/headlines")
                .then()
                .body("items[0].headline", equalTo(id));
        given().get("/api/v1/observations/" + id).then().statusCode(404);
        given().get("/api/v1/observations/" + id + "/revisions").then().statusCode(404);
    }

    @Test
    void whatIsSevereLeavesTheServiceForNobody() {
        Installation at = Installation.named("SEVERE");
        report(table(row(at, "sensitivity=SEVERE")), 1, 1, 0, 0, 0);
        contributor()
                .queryParam("indicator", at.indicator)
                .get("/api/v1/observations")
                .then()
                .body("items", empty());
    }

    private static String table(String... rows) {
        return String.join(",", COLUMNS) + "\n" + String.join("", rows);
    }

    /** A good row, but for the cells given as column=cell. */
    private static String row(Installation at, String... cells) {
        String[] row = new String[COLUMNS.size()];
        Arrays.fill(row, "");
        set(row, "indicator", at.indicator);
        set(row, "area", "PS02");
        set(row, "originator", at.office);
        set(row, "reference", "r");
        set(row, "value", "47");
        set(row, "valid_from", "2025-12-10");
        set(row, "valid_to", "2025-12-18");
        for (String cell : cells) {
            String[] parts = cell.split("=", 2);
            set(row, parts[0], parts[1]);
        }
        return String.join(",", row) + "\n";
    }

    private static void set(String[] row, String column, String cell) {
        row[COLUMNS.indexOf(column)] = cell;
    }

    private static ValidatableResponse report(
            String csv, int read, int created, int revised, int unchanged, int refused) {
        return importing(csv)
                .post(IMPORTS)
                .then()
                .statusCode(200)
                .body("job.rowsRead", is(read))
                .body("job.created", is(created))
                .body("job.revised", is(revised))
                .body("job.unchanged", is(unchanged))
                .body("job.refused", is(refused));
    }

    private static ValidatableResponse observations(Installation at) {
        return given().queryParam("indicator", at.indicator)
                .get("/api/v1/observations")
                .then()
                .statusCode(200);
    }

    private static String asKnownAt(Installation at, String instant) {
        return given().queryParam("indicator", at.indicator)
                .queryParam("knownAt", instant)
                .queryParam("asOf", "2025-12-19")
                .get("/api/v1/observations")
                .asString();
    }

    private static ValidatableResponse headlines(Installation at) {
        return given().queryParam("area", "PS02")
                .queryParam("indicator", at.indicator)
                .get("/api/v1/headlines")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse unreadable(byte[] file, String reason) {
        return contributor()
                .contentType("text/csv")
                .body(file)
                .queryParam("wait", 60)
                .post(IMPORTS)
                .then()
                .statusCode(200)
                .body("job.status", equalTo("FAILED"))
                .body("job.created", is(0))
                .body("job.failure", containsString(reason));
    }
}
