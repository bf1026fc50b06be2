package org.humdash.incident.claim;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.humdash.incident.Installation.contributor;
import static org.humdash.incident.Installation.importing;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.humdash.incident.Installation;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ClaimImportResourceTest {

    private static final String HEADER =
            "ceasefire,originator,publisher,reference,relay_of,measure,value,type_bombardment,valid_from,valid_to,"
                    + "published_on,sensitivity,revision_reason\n";

    private static final String IMPORTS = "/api/v1/claims/imports";

    @Test
    void importRecordsEveryRowAndTheSameFileAgainChangesNothing() {
        Installation at = Installation.named("IMPORT");
        String csv = HEADER
                + row(at, "first", "", "VIOLATIONS", "at least 738", "358", "2025-12-08", "")
                + row(at, "second", "first", "VIOLATIONS", "738", "", "2025-12-08", "")
                + row(at, "third", "", "KILLED", "more than 620", "", "2025-11-10", "");

        report(csv, 3, 3, 0, 0, 0).body("applied", is(true)).body("problems", empty());
        report(csv, 3, 0, 0, 3, 0);

        claims(at)
                .body("items", hasSize(3))
                .body("items.find { it.reference == 'first' }.estimate.text.en", equalTo("≥ 738"))
                .body("items.find { it.reference == 'first' }.residual", equalTo(380))
                .body("items.find { it.reference == 'third' }.estimate.text.en", equalTo("> 620"))
                .body("items.find { it.reference == 'first' }.revision.number", equalTo(1));
        String first = claims(at).extract().path("items.find { it.reference == 'first' }.id");
        claims(at).body("items.find { it.reference == 'second' }.relayOf", equalTo(first));
    }

    @Test
    void dryRunReportsTheSameAndWritesNothing() {
        Installation at = Installation.named("DRYRUN");
        importing(HEADER
                        + row(at, "first", "", "KILLED", "38", "", "2025-10-18", "")
                        + row(at, "second", "", "KILLED", "many", "", "2025-10-18", ""))
                .post(IMPORTS + "?dryRun=true")
                .then()
                .statusCode(200)
                .body("dryRun", is(true))
                .body("applied", is(false))
                .body("created", is(1))
                .body("refused", is(1));
        claims(at).body("items", empty());
    }

    @Test
    void aChangedRowBecomesARevisionAndTheOldAnswerCanStillBeHad() {
        Installation at = Installation.named("REVISE");
        report(HEADER + row(at, "killed", "", "KILLED", "97", "", "2025-10-19", ""), 1, 1, 0, 0, 0);
        String before = claims(at).extract().path("items[0].revision.recordedAt");
        String id = claims(at).extract().path("items[0].id");

        report(HEADER + row(at, "killed", "", "KILLED", "94", "", "2025-10-19", "CORRECTION"), 1, 0, 1, 0, 0);

        claims(at)
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(id))
                .body("items[0].estimate.best", is(94))
                .body("items[0].revision.number", is(2))
                .body("items[0].revision.reason", equalTo("CORRECTION"));
        given().queryParam("ceasefire", at.ceasefire)
                .queryParam("knownAt", before)
                .get("/api/v1/claims")
                .then()
                .body("items[0].estimate.best", is(97))
                .body("items[0].revision.number", is(1));
        given().get("/api/v1/claims/" + id + "/revisions")
                .then()
                .body("revisions.estimate.best", equalTo(List.of(97, 94)))
                .body("revisions.revision.reason", equalTo(List.of("NEW", "CORRECTION")));
    }

    @Test
    void aRetractedClaimCountsNowhereAndItsHistoryStays() {
        Installation at = Installation.named("RETRACT");
        report(HEADER + row(at, "killed", "", "KILLED", "97", "", "2025-10-19", ""), 1, 1, 0, 0, 0);
        String id = claims(at).extract().path("items[0].id");

        report(HEADER + row(at, "killed", "", "KILLED", "97", "", "2025-10-19", "RETRACTION"), 1, 0, 1, 0, 0);

        claims(at).body("items", empty());
        given().get("/api/v1/claims/" + id).then().statusCode(404);
        given().get("/api/v1/claims/" + id + "/revisions").then().body("revisions", hasSize(2));
    }

    @Test
    void refusedRowsAreReportedAndTheOthersAreApplied() {
        Installation at = Installation.named("REFUSE");
        report(
                        HEADER
                                + row(at, "good", "", "KILLED", "97", "", "2025-10-19", "")
                                + row(at, "bad", "", "KILLED", "97", "", "19/10/2025", ""),
                        2,
                        1,
                        0,
                        0,
                        1)
                .body("problems", hasSize(1))
                .body("problems[0].row", is(3))
                .body("problems[0].column", equalTo("valid_to"))
                .body("problems[0].code", equalTo("NOT_A_DATE"));
        claims(at).body("items.reference", equalTo(List.of("good")));
    }

    @ParameterizedTest(name = "{0}={1} is refused with {2}")
    @CsvSource(textBlock = """
                    ceasefire,  TEST-NONE,        UNKNOWN_CEASEFIRE
                    originator, NOBODY,           UNKNOWN_SOURCE
                    originator, '',               MISSING
                    publisher,  NOBODY,           UNKNOWN_SOURCE
                    reference,  '',               MISSING
                    relay_of,   nothing,          UNKNOWN_RELAY
                    measure,    DEATHS,           UNKNOWN_CODE
                    value,      many,             NOT_AN_ESTIMATE
                    value,      -5,               NEGATIVE
                    value,      99999999999999999, TOO_LARGE
                    value,      12.5,             NOT_WHOLE
                    value,      '',               MISSING
                    valid_from, 2025-12-31,       PERIOD_REVERSED
                    valid_to,   2025-13-01,       NOT_A_DATE
                    valid_to,   9999-01-01,       OUT_OF_RANGE
                    type_bombardment, many,       NOT_AN_ESTIMATE
                    sensitivity, TOP,             UNKNOWN_CODE
                    """)
    void aBadCellIsNamedWithItsRowColumnAndCode(String column, String cell, String code) {
        Installation at = Installation.named(
                "CELL" + Integer.toHexString((column + cell).hashCode()).toUpperCase());
        String[] columns = HEADER.trim().split(",");
        String[] cells = row(at, "r", "", "VIOLATIONS", "47", "", "2025-10-18", "")
                .replace("\n", "")
                .split(",", -1);
        cells[List.of(columns).indexOf(column)] = cell;

        ValidatableResponse answer = report(HEADER + String.join(",", cells) + "\n", 1, 0, 0, 0, 1);

        answer.body("problems[0].row", is(2)).body("problems[0].code", equalTo(code));
        claims(at).body("items", empty());
    }

    @Test
    void lowerAboveUpperIsRefused() {
        Installation at = Installation.named("BOUNDS");
        importing("ceasefire,originator,reference,measure,qualifier,lower,upper,valid_from,valid_to\n" + at.ceasefire
                        + "," + at.office + ",r,KILLED,RANGE,50,40,2025-10-10,2025-10-18\n")
                .post(IMPORTS)
                .then()
                .statusCode(200)
                .body("problems[0].code", equalTo("LOWER_ABOVE_UPPER"));
    }

    @Test
    void theSecondRowOfAReferenceIsRefused() {
        Installation at = Installation.named("TWICE");
        report(
                        HEADER
                                + row(at, "same", "", "KILLED", "97", "", "2025-10-19", "")
                                + row(at, "same", "", "KILLED", "98", "", "2025-10-19", ""),
                        2,
                        1,
                        0,
                        0,
                        1)
                .body("problems[0].row", is(3))
                .body("problems[0].code", equalTo("DUPLICATE_REFERENCE"))
                .body("problems[0].message", equalTo("row 2 has the same originator and reference"));
    }

    @Test
    void aRelayOfARefusedRowIsRefusedTooHoweverLongTheChain() {
        Installation at = Installation.named("CHAIN");
        report(
                        HEADER
                                + row(at, "a", "nothing", "KILLED", "1", "", "2025-10-18", "")
                                + row(at, "b", "a", "KILLED", "1", "", "2025-10-18", "")
                                + row(at, "c", "b", "KILLED", "1", "", "2025-10-18", "")
                                + row(at, "d", "e", "KILLED", "1", "", "2025-10-18", "")
                                + row(at, "e", "d", "KILLED", "1", "", "2025-10-18", ""),
                        5,
                        0,
                        0,
                        0,
                        5)
                .body("problems.row", equalTo(List.of(2, 3, 4, 5, 6)))
                .body("problems.code.unique()", equalTo(List.of("UNKNOWN_RELAY")));
        claims(at).body("items", empty());
    }

    @Test
    void anEmptyFileIsAProblem() {
        unreadable(new byte[0], "EMPTY_FILE");
    }

    @Test
    void anUnknownColumnIsAProblemThatNamesIt() {
        unreadable("ceasefire,originator,reference,measure,valid_from,valid_to,killed\n".getBytes(), "UNKNOWN_COLUMN")
                .body("detail", containsString("killed"));
    }

    @Test
    void aMissingColumnIsAProblemThatNamesIt() {
        unreadable("ceasefire,originator,reference,measure,valid_from\n".getBytes(), "MISSING_COLUMN")
                .body("detail", containsString("valid_to"));
    }

    @Test
    void anotherCharsetIsAProblemAndNothingIsHalfWritten() {
        Installation at = Installation.named("CHARSET");
        String csv = "ceasefire,originator,reference,measure,value,valid_from,valid_to,note\n"
                + at.ceasefire + "," + at.office + ",a,KILLED,1,2025-10-10,2025-10-18,fine\n"
                + at.ceasefire + "," + at.office + ",b,KILLED,1,2025-10-10,2025-10-18,غزة\n";
        unreadable(csv.getBytes(Charset.forName("windows-1256")), "NOT_UTF8");
        claims(at).body("items", empty());
    }

    @Test
    void anUnclosedQuoteIsAProblemAndNothingIsHalfWritten() {
        Installation at = Installation.named("QUOTE");
        String good = row(at, "a", "", "KILLED", "1", "", "2025-10-18", "");
        unreadable((HEADER + good + "\"" + "x".repeat(20_000)).getBytes(StandardCharsets.UTF_8), "MALFORMED_CSV");
        claims(at).body("items", empty());
    }

    @Test
    void manyAtOnceWithTheSameFileRecordItOnce() throws Exception {
        Installation at = Installation.named("RACE");
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 0; i < 500; i++) {
            csv.append(row(at, "r" + i, "", "KILLED", String.valueOf(i), "", "2025-10-18", ""));
        }
        Callable<Integer> oneImport = () -> importing(csv.toString())
                .post(IMPORTS)
                .then()
                .statusCode(200)
                .extract()
                .path("created");
        try (var threads = Executors.newFixedThreadPool(4)) {
            int created = 0;
            for (var result : threads.invokeAll(List.of(oneImport, oneImport, oneImport, oneImport))) {
                created += result.get();
            }
            assertEquals(500, created);
        }
        given().queryParam("ceasefire", at.ceasefire)
                .queryParam("limit", 1000)
                .get("/api/v1/claims")
                .then()
                .body("items", hasSize(500))
                .body("items.revision.number.max()", is(1));
    }

    @Test
    void whoHasNoKeyWritesNothing() {
        given().contentType("text/csv")
                .body(HEADER)
                .post(IMPORTS)
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        given().auth()
                .oauth2("wrong")
                .contentType("text/csv")
                .body(HEADER)
                .post(IMPORTS)
                .then()
                .statusCode(401);
    }

    @Test
    void aHiddenClaimIsForStaffOnly() {
        Installation at = Installation.named("HIDDEN");
        importing(HEADER
                        + String.join(
                                ",",
                                at.ceasefire,
                                at.office,
                                "",
                                "secret",
                                "",
                                "KILLED",
                                "5",
                                "",
                                "2025-10-10",
                                "2025-10-18",
                                "",
                                "HIGH",
                                "")
                        + "\n")
                .post(IMPORTS)
                .then()
                .body("created", is(1));
        claims(at).body("items", empty());
        contributor()
                .queryParam("ceasefire", at.ceasefire)
                .get("/api/v1/claims")
                .then()
                .body("items", hasSize(1));
        String id = contributor()
                .queryParam("ceasefire", at.ceasefire)
                .get("/api/v1/claims")
                .path("items[0].id");
        given().get("/api/v1/claims/" + id).then().statusCode(404);
        given().get("/api/v1/claims/" + id + "/revisions").then().statusCode(404);
        given().queryParam("ceasefire", at.ceasefire)
                .get("/api/v1/claims/latest")
                .then()
                .body("measures", empty());
    }

    @Test
    void aClaimThatIsRaisedToHiddenIsHiddenInItsOldRevisionsToo() {
        Installation at = Installation.named("RAISED");
        String claim = String.join(
                ",",
                at.ceasefire,
                at.office,
                "",
                "r",
                "",
                "KILLED",
                "%s",
                "",
                "2025-10-10",
                "2025-10-18",
                "",
                "%s",
                "%s\n");
        report(HEADER + claim.formatted("5", "LOW", ""), 1, 1, 0, 0, 0);
        String id = claims(at).extract().path("items[0].id");
        String before = claims(at).extract().path("items[0].revision.recordedAt");

        report(HEADER + claim.formatted("5", "HIGH", "RECLASSIFICATION"), 1, 0, 1, 0, 0);

        claims(at).body("items", empty());
        given().queryParam("ceasefire", at.ceasefire)
                .queryParam("knownAt", before)
                .get("/api/v1/claims")
                .then()
                .body("items", empty());
        given().queryParam("knownAt", before).get("/api/v1/claims/" + id).then().statusCode(404);
        given().get("/api/v1/claims/" + id + "/revisions").then().statusCode(404);
        given().queryParam("ceasefire", at.ceasefire)
                .queryParam("knownAt", before)
                .get("/api/v1/claims/latest")
                .then()
                .body("measures", empty());
        contributor().get("/api/v1/claims/" + id + "/revisions").then().body("revisions", hasSize(2));
    }

    @Test
    void aTableThatSaysNothingOfSensitivityLeavesAHiddenClaimHidden() {
        Installation at = Installation.named("KEPT");
        String claim = String.join(
                ",",
                at.ceasefire,
                at.office,
                "",
                "r",
                "",
                "KILLED",
                "%s",
                "",
                "2025-10-10",
                "2025-10-18",
                "",
                "%s",
                "\n");
        report(HEADER + claim.formatted("5", "HIGH"), 1, 1, 0, 0, 0);
        report(HEADER + claim.formatted("5", ""), 1, 0, 0, 1, 0);
        report(HEADER + claim.formatted("6", ""), 1, 0, 1, 0, 0);

        claims(at).body("items", empty());
        contributor()
                .queryParam("ceasefire", at.ceasefire)
                .get("/api/v1/claims")
                .then()
                .body("items[0].sensitivity", equalTo("HIGH"))
                .body("items[0].estimate.best", is(6));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "asOf=%2B999999999-12-31",
                "knownAt=%2B999999999-12-31T00:00:00Z",
                "originator=%00",
                "ceasefire=a%00b"
            })
    void aParameterThatTheDatabaseCannotHoldIsRefused(String query) {
        given().urlEncodingEnabled(false)
                .get("/api/v1/claims?" + query)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:humdash:problem:invalid-parameter"));
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrOverlap() {
        Installation at = Installation.named("PAGES");
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 0; i < 5; i++) {
            csv.append(row(at, "r" + i, "", "KILLED", String.valueOf(i), "", "2025-10-1" + (i / 2), ""));
        }
        report(csv.toString(), 5, 5, 0, 0, 0);
        var seen = new java.util.TreeSet<String>();
        String cursor = null;
        int pages = 0;
        do {
            var request = given().queryParam("ceasefire", at.ceasefire).queryParam("limit", 2);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/api/v1/claims")
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.<List<String>>path("items.reference"));
            cursor = page.path("nextCursor");
            pages++;
        } while (cursor != null);
        assertEquals(3, pages);
        assertEquals(List.of("r0", "r1", "r2", "r3", "r4"), List.copyOf(seen));
        given().queryParam("cursor", "nonsense")
                .get("/api/v1/claims")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:humdash:problem:invalid-parameter"))
                .body("stackTrace", nullValue());
    }

    private static String row(
            Installation at,
            String reference,
            String relayOf,
            String measure,
            String value,
            String bombardment,
            String validTo,
            String reason) {
        return String.join(
                        ",",
                        at.ceasefire,
                        at.office,
                        at.outlet,
                        reference,
                        relayOf,
                        measure,
                        value,
                        bombardment,
                        "2025-10-10",
                        validTo,
                        "",
                        "",
                        reason)
                + "\n";
    }

    private static ValidatableResponse report(
            String csv, int read, int created, int revised, int unchanged, int refused) {
        return importing(csv)
                .post(IMPORTS)
                .then()
                .statusCode(200)
                .body("rowsRead", is(read))
                .body("created", is(created))
                .body("revised", is(revised))
                .body("unchanged", is(unchanged))
                .body("refused", is(refused));
    }

    private static ValidatableResponse claims(Installation at) {
        return given().queryParam("ceasefire", at.ceasefire)
                .get("/api/v1/claims")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse unreadable(byte[] file, String code) {
        return contributor()
                .contentType("text/csv")
                .body(file)
                .post(IMPORTS)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:humdash:problem:unreadable-table"))
                .body("code", equalTo(code));
    }
}
