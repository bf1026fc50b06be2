package org.humdash.humanitarian.ingest;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.humdash.humanitarian.Installation.contributor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.humdash.humanitarian.Installation;
import org.humdash.humanitarian.SourceRegisterResource;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(SourceRegisterResource.class)
class ImportResourceTest {

    private static final String JOBS = "/api/v1/observations/imports";
    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** So many that reading them takes longer than somebody needs to look. */
    private static final int MANY = 300_000;

    /** Of days that the real series does not have. */
    private static final String SERIES = """
            [{"report_date": "2022-11-07", "report_source": "mohtel", "report_period": 0, "killed": 0, "ext_killed": 5},
             {"report_date": "2022-11-08", "report_source": "mohtel", "report_period": 48, "killed": 9,
              "killed_truce_new": 1, "killed_recovered": 8, "ext_killed": 9},
             {"report_date": "2022-11-09", "report_source": "mohtel", "report_period": 24, "killed": 0,
              "killed_truce_new": 0}]""";

    @Inject
    DataSource dataSource;

    @Test
    void aDailySeriesIsRecordedAndTheSameAgainChangesNothing() {
        Installation at = Installation.named("JOBSERIES");
        Map<String, Object> query = Map.of("publisher", at.outlet);
        // Killed, new and recovered of one report, killed and new of another, and three times a day without one.
        send(SERIES, query)
                .statusCode(200)
                .body("job.status", is("SUCCEEDED"))
                .body("job.detected.form", is("JSON_OBJECTS"))
                .body("job.detected.kind", is("TFP_CASUALTIES"))
                .body("job.detected.unused", contains("ext_killed"))
                .body("job.mapping.figures.KILLED_TRUCE_NEW_DAILY.value.columns[0]", is("killed_truce_new"))
                .body("job.rowsRead", is(8))
                .body("job.refused", is(0))
                .body("job.created", is(8));
        send(SERIES, query)
                .body("job.created", is(0))
                .body("job.revised", is(0))
                .body("job.unchanged", is(8));

        given().queryParam("publisher", at.outlet)
                .queryParam("indicator", "KILLED_TRUCE_NEW_DAILY")
                .get("/api/v1/observations")
                .then()
                .body("items.estimate.best", contains(0, 1))
                .body("items.validFrom", contains("2022-11-09", "2022-11-07"))
                .body("items.validTo", contains("2022-11-09", "2022-11-08"))
                .body("items.originator.code", contains("GAZA_MOH", "GAZA_MOH"));
        given().queryParam("indicator", "KILLED_TRUCE_NEW_DAILY")
                .queryParam("publisher", at.outlet)
                .queryParam("dayFrom", "2022-11-07")
                .queryParam("dayTo", "2022-11-09")
                .get("/api/v1/unreported-days")
                .then()
                .body("items.day", contains("2022-11-07"))
                .body("items[0].originator.code", is("GAZA_MOH"))
                .body("items[0].publisher.code", is(at.outlet))
                .body("items[0].revision.number", is(1))
                .body("nextCursor", nullValue());

        String corrected = SERIES.replace("\"killed_recovered\": 8", "\"killed_recovered\": 7");
        send(corrected, query).body("job.revised", is(1)).body("job.unchanged", is(7));
    }

    /** The counts were worked out from the file by other means. */
    @Test
    void theRealSeriesHasFiftyReportsOfNewDeathsAndFifteenDaysWithoutAReport() throws IOException {
        Installation at = Installation.named("JOBREALSERIES");
        byte[] file = Files.readAllBytes(sharedData("tfp/casualties_daily.json"));
        Map<String, Object> query = Map.of("publisher", at.outlet);
        int created = send(file, query)
                .body("job.status", is("SUCCEEDED"))
                .body("job.refused", is(3))
                .extract()
                .path("job.created");
        send(file, query).body("job.created", is(0)).body("job.revised", is(0)).body("job.unchanged", is(created));

        List<String> days = given().queryParam("publisher", at.outlet)
                .queryParam("indicator", "KILLED_TRUCE_NEW_DAILY")
                .queryParam("asOf", "2025-12-17")
                .queryParam("limit", 1000)
                .get("/api/v1/observations")
                .path("items.validTo");
        assertEquals(
                50,
                days.stream().filter(day -> day.compareTo("2025-10-10") >= 0).count());
        given().queryParam("publisher", at.outlet)
                .queryParam("indicator", "KILLED_TRUCE_NEW_DAILY")
                .queryParam("dayFrom", "2025-10-10")
                .queryParam("dayTo", "2025-12-17")
                .get("/api/v1/unreported-days")
                .then()
                .body("items", hasSize(15));
    }

    /** How many figures each file has was counted with another program. */
    @ParameterizedTest
    @CsvSource({
        "JOBWESTBANK, tfp/west_bank_daily.json, TFP_WEST_BANK, 5197",
        "JOBBUILDINGS, tfp/infrastructure-damaged.json, TFP_INFRASTRUCTURE, 631",
        "JOBIDMC, idmc-pse/idmc-event-data-for-pse.csv, IDMC, 49"
    })
    void everyFigureOfARealFileIsRecordedOnce(String name, String file, String kind, int figures) throws IOException {
        Installation at = Installation.named(name);
        byte[] bytes = Files.readAllBytes(sharedData(file));
        Map<String, Object> query = Map.of("publisher", at.outlet);
        send(bytes, query)
                .body("job.detected.kind", is(kind))
                .body("firstRefused", empty())
                .body("job.refused", is(0))
                .body("job.created", is(figures));
        send(bytes, query).body("job.created", is(0)).body("job.unchanged", is(figures));
    }

    /** Neither PostgreSQL nor JSON keeps what a file of JSON may hold. */
    @Test
    void aCellWithWhatNoDatabaseKeepsIsRefusedByItsRowAndHandedBackWithout() {
        Installation at = Installation.named("JOBNUL");
        String records = """
                [{"indicator": "%1$s", "area": "PS02", "originator": "%2$s", "reference": "a", "value": 3, "x\\u0000": 1,
                  "valid_from": "2025-12-10", "note": "a\\u0000b"},
                 {"indicator": "%1$s", "area": "PS02", "originator": "%2$s", "reference": "b", "value": 3,
                  "valid_from": "2025-12-10", "note": "\\ud83d"},
                 {"indicator": "%1$s", "area": "PS02", "originator": "%2$s", "reference": "c", "value": 3,
                  "valid_from": "2025-12-10", "note": "good"}]
                """.formatted(at.indicator, at.office);
        String job = send(records, Map.of())
                .body("job.status", is("SUCCEEDED"))
                .body("job.created", is(1))
                .body("job.refused", is(2))
                .body(
                        "firstRefused.problems.flatten()",
                        contains(
                                "note: CONTROL_CHARACTER, There is an invisible control character in \"a?b\"",
                                "note: CONTROL_CHARACTER, There is an invisible control character in \"?\""))
                .extract()
                .path("job.id");
        contributor()
                .get(JOBS + "/" + job + "/refused.csv")
                .then()
                .statusCode(200)
                .body(containsString("a\uFFFDb"));
    }

    /** The areas of another country are not those of the gazetteer: nothing of it is put anywhere else. */
    @Test
    void everyRowOfAnotherCountryIsRefusedByItsArea() throws IOException {
        Path file = sharedData("dtm/displacement-admin2-admin0pcode-hti.json");
        send(Files.readAllBytes(file), Map.of())
                .body("job.status", is("SUCCEEDED"))
                .body("job.detected.kind", is("DTM"))
                .body("job.created", is(0))
                .body("job.refused", is(1384 + 2 * 1134))
                .body("firstRefused[0].problems[0]", is("area: UNKNOWN_PCODE, \"HT0116\" is not a listed P-code"));
    }

    @Test
    void anImportWhoseDatabaseConnectionBreaksLeavesNothingAndCanBeSentAgain() throws SQLException {
        Installation at = Installation.named("JOBBROKEN");
        String[] references = IntStream.range(0, MANY).mapToObj(i -> "r" + i).toArray(String[]::new);
        String job = contributor()
                .body(own(at, references))
                .post(JOBS)
                .then()
                .extract()
                .path("job.id");
        await().atMost(LIMIT).until(() -> terminateTheImport() > 0);
        await().atMost(LIMIT)
                .until(() ->
                        contributor().get(JOBS + "/" + job).path("job.status").equals("FAILED"));
        given().queryParam("originator", at.office)
                .get("/api/v1/observations")
                .then()
                .body("items", empty());
        send(own(at, "r0", "r1"), Map.of()).body("job.created", is(2));
    }

    @Test
    void aDayThatTurnsOutToBeReportedIsNoLongerWithoutAReport() {
        Installation at = Installation.named("JOBTURNED");
        String header = "indicator,area,originator,reference,report,value,valid_from,valid_to\n";
        String day = at.indicator + ",PS02," + at.office + ",d,%s,%s,2025-12-01,2025-12-01\n";
        send(header + day.formatted("NO_REPORT", ""), Map.of()).body("job.created", is(1));
        unreported(at).body("items.day", contains("2025-12-01"));
        String before = unreported(at).extract().path("knownAt");

        send(header + day.formatted("", "4"), Map.of()).body("job.created", is(1));

        unreported(at).body("items", empty());
        given().queryParam("originator", at.office)
                .queryParam("knownAt", before)
                .get("/api/v1/unreported-days")
                .then()
                .body("items.day", contains("2025-12-01"));
    }

    @Test
    void aNilReportIsAZeroThatIsKnownAsSuch() {
        Installation at = Installation.named("JOBNIL");
        String header = "indicator,area,originator,reference,report,value,valid_from,valid_to\n";
        String start = at.indicator + ",PS02," + at.office;
        send(
                        header + start + ",nil,NIL,,2025-12-01,2025-12-01\n" + start
                                + ",zero,,0,2025-12-01,2025-12-01\n" + start + ",wrong,NIL,3,2025-12-01,2025-12-01\n"
                                + start + ",nothing,,,2025-12-01,2025-12-01\n",
                        Map.of())
                .body("job.created", is(2))
                .body("job.refused", is(2))
                .body("firstRefused[0].problems[0]", containsString("NIL_WITH_A_FIGURE"))
                .body("firstRefused[1].problems[0]", containsString("MISSING"));
        given().queryParam("originator", at.office)
                .get("/api/v1/observations")
                .then()
                .body("items.find { it.reference == 'nil' }.nil", is(true))
                .body("items.find { it.reference == 'nil' }.estimate.best", is(0))
                .body("items.find { it.reference == 'zero' }.containsKey('nil')", is(false))
                .body("items.find { it.reference == 'zero' }.estimate.best", is(0));
    }

    @Test
    void aDryRunShowsTheMappingWhichCanBeChangedSavedAndNamed() {
        Installation at = Installation.named("JOBMAPPING");
        String table = "as_of,destroyed,total\n2025-10-11,10,30\n2025-11-11,,31\n";
        send(table, Map.of("originator", at.office, "area", "PS02", "dryRun", true))
                .body("job.status", is("FAILED"))
                .body("job.failure", containsString("indicator"))
                .body("job.mapping.fields.valid_from.columns", contains("as_of"));
        contributor()
                .contentType(ContentType.JSON)
                .body("""
                        {"fields": {"valid_from": {"columns": ["as_of"], "conversion": "FIRST_DAY"},
                          "valid_to": {"columns": ["as_of"], "conversion": "LAST_DAY"},
                          "reference": {"columns": ["as_of"]}, "area": {"constant": "PS02"},
                          "originator": {"constant": "%1$s"}, "indicator": {"constant": "%2$s"}},
                         "figures": {"DESTROYED": {"value": {"columns": ["destroyed"], "conversion": "COUNT"}},
                          "ALL": {"value": {"columns": ["total"], "conversion": "COUNT"}, "definition": {"constant": "OTHER_WAY"}}}}
                        """.formatted(at.office, at.indicator))
                .put("/api/v1/observations/import-mappings/office-table")
                .then()
                .statusCode(200)
                .body("name", is("office-table"));
        contributor().get("/api/v1/observations/import-mappings").then().body("items.name", hasItem("office-table"));
        send(table, Map.of("mapping", "office-table", "dryRun", true)).body("job.created", is(3));
        given().queryParam("originator", at.office)
                .get("/api/v1/observations")
                .then()
                .body("items", empty());

        send(table, Map.of("mapping", "office-table"))
                .body("job.created", is(3))
                .body("job.refused", is(0));

        given().queryParam("originator", at.office)
                .get("/api/v1/observations")
                .then()
                .body("items.find { it.reference == '2025-10-11:DESTROYED' }.estimate.best", is(10))
                .body("items.find { it.reference == '2025-11-11:ALL' }.definition.code", is("OTHER_WAY"));
        contributor()
                .contentType(ContentType.JSON)
                .body("{\"fields\": {\"names\": {\"columns\": [\"x\"]}}}")
                .put("/api/v1/observations/import-mappings/bad")
                .then()
                .statusCode(400)
                .body("detail", is("There are no such fields: names."));
        contributor()
                .contentType(ContentType.JSON)
                .body("{\"fields\": {\"note\": {\"columns\": [\"x\"], \"conversion\": \"MAGIC\"}}}")
                .put("/api/v1/observations/import-mappings/bad")
                .then()
                .statusCode(400)
                .body("detail", is("There are no such conversions: MAGIC."));
    }

    @Test
    void everyRefusedRowComesBackOnceWithEverythingThatIsWrong() {
        Installation at = Installation.named("JOBREFUSED");
        String table =
                "#date,#adm1+code,#affected+killed+daily,#affected+injured+daily\n2025-12-10,PS02,1,x\n2025-12-11,PS99,2,3\n";
        String job = send(table, Map.of("originator", at.office))
                .body("job.detected.kind", is("HXL"))
                .body("job.created", is(1))
                .body("job.refused", is(3))
                .extract()
                .path("job.id");
        String refused = contributor()
                .get(JOBS + "/" + job + "/refused.csv")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertEquals(3, refused.lines().count());
        assertEquals(
                "2025-12-10,PS02,1,x,2",
                refused.lines().toList().get(1).substring(0, "2025-12-10,PS02,1,x,2".length()));
    }

    @Test
    void whatACompleteFileLacksIsListedAndNotDeleted() {
        Installation at = Installation.named("JOBCOMPLETE");
        send(own(at, "a", "b"), Map.of()).body("job.created", is(2));
        String job = send(own(at, "b"), Map.of("complete", true))
                .body("job.unchanged", is(1))
                .body("job.missing", is(1))
                .extract()
                .path("job.id");
        contributor()
                .get(JOBS + "/" + job + "/missing.csv")
                .then()
                .statusCode(200)
                .body(containsString(",a\n"));
        given().queryParam("originator", at.office)
                .get("/api/v1/observations")
                .then()
                .body("items", hasSize(2));
    }

    @Test
    void encodingsAndSeparatorsAreFoundOut() {
        Installation at = Installation.named("JOBFORMS");
        String table =
                "indicator;area;originator;reference;value;valid_from;valid_to;note\n%s;PS02;%s;%s;3;10/12/2025;25/12/2025;قصف منزل في المدينة، وسقوط عدد من الجرحى\n";
        for (String encoding : new String[] {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1256"}) {
            byte[] bytes = ((encoding.startsWith("UTF-16") ? "\uFEFF" : "")
                            + table.formatted(at.indicator, at.office, encoding))
                    .getBytes(Charset.forName(encoding));
            send(bytes, Map.of())
                    .body("job.created", is(1))
                    .body("job.detected.encoding", is(encoding))
                    .body("job.detected.separator", is(";"));
        }
        given().queryParam("originator", at.office)
                .get("/api/v1/observations")
                .then()
                .body("items.note.unique()", hasSize(1))
                .body("items.validFrom.unique()", contains("2025-12-10"));
    }

    @Test
    void aRunningImportShowsHowFarItIsAndCanBeEnded() {
        Installation at = Installation.named("JOBENDED");
        String[] references = new String[MANY];
        for (int i = 0; i < MANY; i++) {
            references[i] = "r" + i;
        }
        String job = contributor()
                .body(own(at, references))
                .post(JOBS)
                .then()
                .statusCode(202)
                .extract()
                .path("job.id");
        await().atMost(LIMIT).until(() -> contributor().get(JOBS + "/" + job).<Integer>path("job.rowsRead") > 0);
        contributor().post(JOBS + "/" + job + "/cancellation").then().statusCode(202);
        await().atMost(LIMIT)
                .until(() ->
                        contributor().get(JOBS + "/" + job).path("job.status").equals("CANCELLED"));
        given().queryParam("originator", at.office)
                .get("/api/v1/observations")
                .then()
                .body("items", empty());
    }

    @Test
    void aRegisterOfSourcesThatDoesNotAnswerIsTheReasonOfTheFailure() {
        Installation at = Installation.named("JOBDOWN");
        send(own(at, "a").replace(at.office, "DOWN_JOBDOWN"), Map.of())
                .body("job.status", is("FAILED"))
                .body("job.failure", containsString("register"));
    }

    @Test
    void nobodyButContributorsSeesImports() {
        String job = send("a,b\n1,2\n", Map.of())
                .body("job.status", is("FAILED"))
                .body("job.finishedAt", notNullValue())
                .extract()
                .path("job.id");
        for (String path : new String[] {"", "/" + job, "/" + job + "/refused.csv", "/" + job + "/missing.csv"}) {
            given().get(JOBS + path).then().statusCode(401);
        }
        given().body("x").post(JOBS).then().statusCode(401);
        given().get("/api/v1/observations/import-mappings").then().statusCode(401);
    }

    /** Ends the database's side of an import, as a restart of the database would. */
    private int terminateTheImport() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        select count(*) filter (where pg_terminate_backend(pid)) from pg_stat_activity
                        where query ilike 'copy %observation%' and datname = current_database()""");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    private static Path sharedData(String name) {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared/data").resolve(name))
                .filter(Files::exists)
                .findFirst()
                .orElseGet(() -> {
                    String message = "SKIPPED: there is no shared/data/" + name + " in any folder above";
                    System.err.println(message);
                    return abort(message);
                });
    }

    private static ValidatableResponse unreported(Installation at) {
        return given().queryParam("originator", at.office)
                .get("/api/v1/unreported-days")
                .then()
                .statusCode(200);
    }

    private static String own(Installation at, String... references) {
        StringBuilder table = new StringBuilder("indicator,area,originator,reference,value,valid_from,valid_to\n");
        for (String reference : references) {
            table.append(at.indicator)
                    .append(",PS02,")
                    .append(at.office)
                    .append(',')
                    .append(reference)
                    .append(",7,2025-12-10,2025-12-10\n");
        }
        return table.toString();
    }

    private static ValidatableResponse send(String table, Map<String, Object> query) {
        return send(table.getBytes(StandardCharsets.UTF_8), query);
    }

    private static ValidatableResponse send(byte[] file, Map<String, Object> query) {
        return contributor()
                .contentType("application/octet-stream")
                .body(file)
                .queryParams(query)
                .queryParam("wait", 30)
                .post(JOBS)
                .then();
    }
}
