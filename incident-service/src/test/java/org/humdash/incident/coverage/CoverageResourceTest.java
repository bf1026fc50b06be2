package org.humdash.incident.coverage;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.humdash.incident.Installation.contributor;
import static org.humdash.incident.Installation.importing;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import org.humdash.incident.Installation;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class CoverageResourceTest {

    private static final String IMPORTS = "/api/v1/coverage/imports";

    @Test
    void aPeriodBecomesADayForEachOfItsDaysAndTheSameFileAgainChangesNothing() {
        Installation at = Installation.named("COVER");
        String csv = "ceasefire,source,day,from,to,status,note\n"
                + at.ceasefire + "," + at.office + ",,2025-10-11,2025-10-13,REPORTED,daily bulletin\n"
                + at.ceasefire + "," + at.office + ",2025-10-14,,,nil,\n";

        report(csv, 2, 4, 0, 0, 0).body("problems", empty()).body("applied", is(true));
        report(csv, 2, 0, 0, 4, 0);

        list(at).body("items.day", equalTo(List.of("2025-10-14", "2025-10-13", "2025-10-12", "2025-10-11")))
                .body("items.status", equalTo(List.of("NIL", "REPORTED", "REPORTED", "REPORTED")))
                .body("items[1].note", equalTo("daily bulletin"))
                .body("items[1].source.code", equalTo(at.office))
                .body("items[1].statusName.en", equalTo("Reported"))
                .body("items[1].revision.number", is(1));
    }

    @Test
    void aCorrectionIsARevisionAndTheOldAnswerCanStillBeHad() {
        Installation at = Installation.named("COVERFIX");
        report(rows(at, "2025-10-11", "REPORTED"), 1, 1, 0, 0, 0);
        String before = list(at).extract().path("items[0].revision.recordedAt");
        String id = list(at).extract().path("items[0].id");

        report(rows(at, "2025-10-11", "NO_REPORT"), 1, 0, 1, 0, 0);

        list(at).body("items.status", equalTo(List.of("NO_REPORT")))
                .body("items[0].id", equalTo(id))
                .body("items[0].revision.number", is(2))
                .body("items[0].revision.reason", equalTo("UPDATE"));
        given().queryParam("ceasefire", at.ceasefire)
                .queryParam("knownAt", before)
                .get("/api/v1/coverage")
                .then()
                .body("items.status", equalTo(List.of("REPORTED")));
        given().get("/api/v1/coverage/" + id + "/revisions")
                .then()
                .body("revisions.status", equalTo(List.of("REPORTED", "NO_REPORT")));
    }

    @Test
    void dryRunReportsTheSameAndWritesNothing() {
        Installation at = Installation.named("COVERDRY");
        importing(rows(at, "2025-10-11", "REPORTED"))
                .post(IMPORTS + "?dryRun=true")
                .then()
                .statusCode(200)
                .body("dryRun", is(true))
                .body("applied", is(false))
                .body("created", is(1));
        list(at).body("items", empty());
    }

    @ParameterizedTest(name = "{0}={1} is refused with {2} in {3}")
    @CsvSource({
        "ceasefire, TEST-NONE,  UNKNOWN_CEASEFIRE, ceasefire",
        "ceasefire, '',         MISSING,           ceasefire",
        "source,    NOBODY,     UNKNOWN_SOURCE,    source",
        "source,    '',         MISSING,           source",
        "day,       11/10/2025, NOT_A_DATE,        day",
        "day,       '',         MISSING,           day",
        "day,       2099-01-01, NOT_YET,           day",
        "from,      2025-10-11, CONFLICTING_PERIOD, day",
        "status,    QUIET,      UNKNOWN_CODE,      status",
        "status,    '',         MISSING,           status",
        "sensitivity, TOP,      UNKNOWN_CODE,      sensitivity",
        "revision_reason, RETRACTION, NO_RETRACTION, revision_reason"
    })
    void aBadCellIsNamedWithItsRowColumnAndCode(String column, String cell, String code, String named) {
        Installation at = Installation.named(
                "COVER" + Integer.toHexString((column + cell).hashCode()).toUpperCase());
        List<String> columns =
                List.of("ceasefire", "source", "day", "from", "to", "status", "note", "sensitivity", "revision_reason");
        String[] cells = {at.ceasefire, at.office, "2025-10-11", "", "", "NIL", "", "", ""};
        cells[columns.indexOf(column)] = cell;

        report(String.join(",", columns) + "\n" + String.join(",", cells) + "\n", 1, 0, 0, 0, 1)
                .body("problems[0].row", is(2))
                .body("problems[0].column", equalTo(named))
                .body("problems[0].code", equalTo(code));
        list(at).body("items", empty());
    }

    @ParameterizedTest(name = "from {0} to {1} is refused with {2}")
    @CsvSource({
        "2025-10-12, 2025-10-11, PERIOD_REVERSED",
        "1999-01-01, 2025-10-11, TOO_LARGE",
        "2025-10-12, '',         MISSING",
        "'',         2025-10-12, MISSING"
    })
    void aBadPeriodIsRefused(String from, String to, String code) {
        Installation at = Installation.named(
                "COVERSPAN" + Integer.toHexString((from + "/" + to).hashCode()).toUpperCase());
        report(
                        "ceasefire,source,from,to,status\n" + at.ceasefire + "," + at.office + "," + from + "," + to
                                + ",NIL\n",
                        1,
                        0,
                        0,
                        0,
                        1)
                .body("problems[0].code", equalTo(code));
    }

    @Test
    void theSecondRowThatSpeaksOfADayIsRefusedWhole() {
        Installation at = Installation.named("COVERTWICE");
        report(
                        "ceasefire,source,from,to,status\n"
                                + at.ceasefire + "," + at.office + ",2025-10-11,2025-10-13,REPORTED\n"
                                + at.ceasefire + "," + at.office + ",2025-10-13,2025-10-20,NIL\n",
                        2,
                        3,
                        0,
                        0,
                        1)
                .body("problems[0].row", is(3))
                .body("problems[0].column", equalTo("day"))
                .body("problems[0].code", equalTo("DUPLICATE_DAY"))
                .body("problems[0].message", equalTo("row 2 speaks of the same ceasefire, source and day, 2025-10-13"));
        list(at).body("items.size()", is(3));
    }

    @Test
    void oneDayCanBeRecordedRepeatedAndRevised() {
        Installation at = Installation.named("COVERONE");
        post(at, "2025-10-11", "REPORTED").statusCode(201).body("status", equalTo("REPORTED"));
        post(at, "2025-10-11", "REPORTED").statusCode(200).body("revision.number", is(1));
        post(at, "2025-10-11", "NO_REPORT").statusCode(200).body("revision.number", is(2));
        post(at, "2099-10-11", "REPORTED")
                .statusCode(400)
                .body("errors[0].code", equalTo("NOT_YET"))
                .body("errors[0].column", equalTo("day"));
    }

    @Test
    void theListIsPagedWithoutGapsOrRepeats() {
        Installation at = Installation.named("COVERPAGE");
        report(
                "ceasefire,source,from,to,status\n"
                        + at.ceasefire + "," + at.office + ",2025-10-11,2025-10-13,REPORTED\n"
                        + at.ceasefire + "," + at.outlet + ",2025-10-11,2025-10-12,NIL\n",
                2,
                5,
                0,
                0,
                0);
        var first = given().queryParam("ceasefire", at.ceasefire)
                .queryParam("limit", 3)
                .get("/api/v1/coverage")
                .then()
                .body("items.size()", is(3))
                .body("nextCursor", notNullValue())
                .extract();
        List<String> ids = new ArrayList<>(first.path("items.id"));
        ids.addAll(given().queryParam("ceasefire", at.ceasefire)
                .queryParam("limit", 3)
                .queryParam("cursor", first.<String>path("nextCursor"))
                .get("/api/v1/coverage")
                .then()
                .body("items.size()", is(2))
                .body("nextCursor", nullValue())
                .extract()
                .<List<String>>path("items.id"));
        list(at).body("items.id", equalTo(ids));
    }

    @Test
    void whatIsHiddenIsInNoAnswerAndAFileThatIsSilentKeepsItHidden() {
        Installation at = Installation.named("COVERHIDE");
        report(
                "ceasefire,source,day,status,sensitivity\n" + at.ceasefire + "," + at.office
                        + ",2025-10-11,REPORTED,HIGH\n",
                1,
                1,
                0,
                0,
                0);
        report(rows(at, "2025-10-11", "NIL"), 1, 0, 1, 0, 0);
        list(at).body("items", empty());
    }

    @Test
    void aDailySeriesSaysWhichDaysWereReportedTogether() {
        Installation at = Installation.named("SERIES");
        String series = """
                [{"report_date": "2025-10-09", "report_source": "mohtel", "report_period": 24, "killed": 11},
                 {"report_date": "2025-10-16", "report_source": "mohtel", "report_period": 24},
                 {"report_date": "2025-10-17", "report_source": "mohtel", "report_period": 0},
                 {"report_date": "2025-10-18", "report_source": "mohtel", "report_period": 48, "deep": {"er": [1]}},
                 {"report_date": "2025-10-19", "report_source": "gmotel", "report_period": 24},
                 {"report_date": "2025-10-20", "report_source": "missing", "report_period": 24}]""";
        series(at, series)
                .statusCode(200)
                .body("rowsRead", is(4))
                .body("created", is(4))
                .body("refused", is(0));
        list(at).body("items.day", equalTo(List.of("2025-10-20", "2025-10-18", "2025-10-17", "2025-10-16")))
                .body("items.status", equalTo(List.of("NO_REPORT", "REPORTED", "PARTIAL", "REPORTED")));
        series(at, series).body("unchanged", is(4));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                     | The series is a JSON array of daily reports.",
                "[5]                                                    | Entry 1 is not an object.",
                "[{\"report_date\": \"x\", \"report_period\": 24}]      | Entry 1: report_date must be a date such as 2025-12-19.",
                "[{\"report_period\": 24}]                              | Entry 1: report_date must be a date such as 2025-12-19.",
                "[{\"report_date\": \"2025-10-11\"}]                    | Entry 1: report_period must be 0 or a multiple of 24, up to 744.",
                "[{\"report_date\": \"2025-10-11\", \"report_period\": 25}] | Entry 1: report_period must be 0 or a multiple of 24, up to 744.",
                "[{\"report_date\": \"2025-10-11\", \"report_period\": 24000}] | Entry 1: report_period must be 0 or a multiple of 24, up to 744."
            })
    void aSeriesThatCannotBeReadIsAnsweredWithTheEntry(String body, String detail) {
        Installation at = Installation.named(
                "SERIES" + Integer.toHexString(body.hashCode()).toUpperCase());
        contributor()
                .contentType(ContentType.JSON)
                .body(body)
                .queryParam("ceasefire", at.ceasefire)
                .queryParam("source", at.office)
                .post(IMPORTS + "/daily-series")
                .then()
                .statusCode(400)
                .body("detail", equalTo(detail));
    }

    @Test
    void aSeriesNestedTooDeepIsRefused() {
        Installation at = Installation.named("SERIESDEEP");
        contributor()
                .contentType(ContentType.JSON)
                .body("[{\"a\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}]")
                .queryParam("ceasefire", at.ceasefire)
                .queryParam("source", at.office)
                .post(IMPORTS + "/daily-series")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:humdash:problem:invalid-body"));
    }

    @Test
    void nobodyWritesWithoutTheKey() {
        given().contentType("text/csv")
                .body("ceasefire,source,day,status\n")
                .post(IMPORTS)
                .then()
                .statusCode(401);
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/coverage")
                .then()
                .statusCode(401);
        given().contentType(ContentType.JSON)
                .body("[]")
                .post(IMPORTS + "/daily-series")
                .then()
                .statusCode(401);
    }

    private static String rows(Installation at, String day, String status) {
        return "ceasefire,source,day,status\n" + at.ceasefire + "," + at.office + "," + day + "," + status + "\n";
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

    private static ValidatableResponse series(Installation at, String body) {
        return contributor()
                .contentType(ContentType.JSON)
                .body(body)
                .queryParam("ceasefire", at.ceasefire)
                .queryParam("source", at.office)
                .queryParam("reportSource", "mohtel")
                .post(IMPORTS + "/daily-series")
                .then();
    }

    private static ValidatableResponse post(Installation at, String day, String status) {
        return contributor()
                .contentType(ContentType.JSON)
                .body("""
                        {"ceasefire": "%s", "source": "%s", "day": "%s", "status": "%s"}""".formatted(at.ceasefire, at.office, day, status))
                .post("/api/v1/coverage")
                .then();
    }

    private static ValidatableResponse list(Installation at) {
        return given().queryParam("ceasefire", at.ceasefire)
                .get("/api/v1/coverage")
                .then()
                .statusCode(200);
    }
}
