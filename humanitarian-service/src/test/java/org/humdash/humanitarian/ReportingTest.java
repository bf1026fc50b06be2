package org.humdash.humanitarian;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.humdash.humanitarian.Installation.importing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the role of the dashboards can see. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(SourceRegisterResource.class)
class ReportingTest {

    private static final String HEADER =
            "indicator,area,originator,publisher,reference,value,valid_from,valid_to,published_on,sex,sensitivity,"
                    + "revision_reason\n";

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    /** Wells are of {@code IndicatorResourceTest}. */
    @Test
    void everyUnitOfTheIndicatorsThatComeWithTheServiceHasAnArabicWord() throws SQLException {
        assertEquals(
                List.of(),
                read("select distinct unit from reporting.indicator where superseded_at is null and name_ar is not null"
                        + " and unit <> 'wells' and reporting.unit(unit, 'ar') = unit"));
        assertEquals(
                List.of("شاحنة|trucks"),
                read("select reporting.unit('trucks', 'ar') || '|' || reporting.unit('trucks', 'en')"));
    }

    @Test
    void anObservationIsNamedInArabicWhereItsIndicatorAndSourcesAre() throws SQLException {
        Installation at = Installation.named("REPORTARABIC");
        take(1, "STORM_DEATHS_ALL,PS0275," + at.office + "," + at.outlet + ",one,12,2025-12-10,2025-12-12,,,LOW,\n");
        assertEquals(
                List.of("الوفيات في العواصف، جميع الأسباب|اسم|اسم"),
                read("select concat_ws('|', indicator_name_ar, originator_name_ar, publisher_name_ar)"
                        + " from reporting.observation where originator = '" + at.office + "'"));
    }

    @Test
    void anObservationIsShownWithItsNamesAndNumbers() throws SQLException {
        Installation at = Installation.named("REPORT");
        take(
                3,
                at.indicator + ",PS02," + at.office + "," + at.outlet
                        + ",shown,at least 12,2025-12-10,2025-12-12,2025-12-14,FEMALE,MODERATE,\n",
                at.indicator + ",PS02," + at.office + ",,order,hundreds of thousands,2025-12-10,2025-12-13,,,LOW,\n",
                at.indicator + ",PS02," + at.office + ",,hidden,5,2025-12-10,2025-12-18,,,HIGH,\n");
        assertEquals(
                List.of(
                        "People counted in REPORT|people|OFFICE_REPORT|Name of OFFICE_REPORT|GOVERNMENT|OUTLET_REPORT|"
                                + "Name of OUTLET_REPORT|FEMALE|AT_LEAST|12|||12|≥ 12|2025-12-11 22:00:00|2|1|NEW",
                        "People counted in REPORT|people|OFFICE_REPORT|Name of OFFICE_REPORT|GOVERNMENT||||ORDER|100000||"
                                + "999999||100,000–999,999|2025-12-12 22:00:00||1|NEW"),
                read("select concat_ws('|', indicator_name, unit, originator, originator_name, originator_kind,"
                        + " coalesce(publisher, ''), coalesce(publisher_name, ''), coalesce(disaggregation, ''), qualifier,"
                        + " trim_scale(lower), coalesce(trim_scale(best)::text, ''), coalesce(trim_scale(upper)::text, ''),"
                        + " coalesce(trim_scale(stated)::text, ''), figure, time at time zone 'UTC',"
                        + " coalesce(age_at_publication_days::text, ''), revision, revision_reason)"
                        + " from reporting.observation where indicator = '" + at.indicator + "' order by valid_to"));
    }

    @Test
    void theViewShowsWhatWasKnownAtAnInstant() throws SQLException {
        Installation at = Installation.named("KNOWN");
        take(1, at.indicator + ",PS02," + at.office + ",,r,97,2025-12-10,2025-12-12,,,LOW,\n");
        take(0, at.indicator + ",PS02," + at.office + ",,r,94,2025-12-10,2025-12-12,,,LOW,CORRECTION\n");
        String figures =
                "select trim_scale(stated) from reporting.observation where indicator = '" + at.indicator + "'";
        assertEquals(List.of("94"), read(figures + " and superseded_at is null"));
        assertEquals(List.of("97"), read(figures + " and superseded_at is not null"));
        take(0, at.indicator + ",PS02," + at.office + ",,r,94,2025-12-10,2025-12-12,,,LOW,RETRACTION\n");
        assertEquals(List.of(), read(figures + " and superseded_at is null"));
    }

    @Test
    void theHeadlinesInSqlAreThoseOfTheApi() throws SQLException {
        StartingData.load();
        List<Map<String, Object>> items =
                given().queryParam("area", "PS02").get("/api/v1/headlines").path("items");
        List<String> api = items.stream()
                .filter(item -> item.get("headline") != null)
                .filter(item -> !indicator(item).startsWith("TEST_"))
                .map(item -> indicator(item) + " " + item.get("headline"))
                .sorted()
                .toList();
        assertTrue(api.size() > 30, api.toString());
        assertEquals(
                api,
                read("select indicator || ' ' || observation_id from reporting.headline where area = 'PS02'"
                                + " and indicator not like 'TEST%'")
                        .stream()
                        .sorted()
                        .toList());
    }

    @Test
    void theHeadlineInSqlFollowsTheOrderThatIsSet() throws SQLException {
        Installation at = Installation.named("SQLORDER");
        take(
                3,
                at.indicator + ",PS02," + at.office + ",,newest,5,2025-12-10,2025-12-18,,,LOW,\n",
                at.indicator + ",PS02," + at.outlet + ",,first,7,2025-12-10,2025-12-17,,,LOW,\n",
                at.indicator + ",PS02," + at.outlet + ",,older,8,2025-12-10,2025-12-16,,,LOW,\n");
        String chosen = "select reference from reporting.headline where indicator = '" + at.indicator + "'";
        assertEquals(List.of("newest"), read(chosen));
        Installation.contributor()
                .contentType("application/json")
                .body("{\"sourcePriority\": [\"%s\"], \"note\": {\"en\": \"Counts\"}}".formatted(at.outlet))
                .put("/api/v1/headline-policies/" + at.indicator)
                .then()
                .statusCode(201);
        assertEquals(List.of("first"), read(chosen));
        assertEquals(
                List.of("{OUTLET_SQLORDER} Counts 1"),
                read("select concat_ws(' ', source_priority, note_en, revision) from reporting.headline_policy"
                        + " where superseded_at is null and indicator = '" + at.indicator + "'"));
        assertEquals(
                List.of("OFFICE_SQLORDER newest", "OUTLET_SQLORDER first"),
                read("select originator || ' ' || reference from reporting.latest_observation where indicator = '"
                        + at.indicator + "' order by 1"));
    }

    @Test
    void anIndicatorThatWasRetractedHasNoHeadline() throws SQLException {
        Installation at = Installation.named("SQLRETRACTED");
        take(1, at.indicator + ",PS02," + at.office + ",,r,5,2025-12-10,2025-12-12,,,LOW,\n");
        String headline = "select reference from reporting.headline where indicator = '" + at.indicator + "'";
        assertEquals(List.of("r"), read(headline));
        Installation.contributor()
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .body("{\"note\": \"Counts nothing\"}")
                .post("/api/v1/indicators/" + at.indicator + "/retraction")
                .then()
                .statusCode(200);
        assertEquals(List.of(), read(headline));
        assertEquals(
                List.of(),
                given().queryParam("area", "PS02")
                        .get("/api/v1/headlines")
                        .path("items.findAll { it.indicator.code == '" + at.indicator + "' }"));
    }

    @Test
    void aRelayOfWhatIsHiddenDoesNotSayThatItIsOne() throws SQLException {
        Installation at = Installation.named("SQLRELAY");
        String header = "indicator,area,originator,publisher,reference,relay_of,value,valid_from,valid_to,published_on,"
                + "sensitivity\n" + at.indicator + ",PS02," + at.office + ",";
        importing(header + ",a,,5,2025-12-10,2025-12-12,2025-12-13,LOW\n")
                .post("/api/v1/observations/imports")
                .then()
                .body("job.created", is(1));
        importing(header + at.outlet + ",b,a,5,2025-12-10,2025-12-12,2025-12-15,LOW\n")
                .post("/api/v1/observations/imports")
                .then()
                .body("job.created", is(1));
        importing(header + ",c,,5,2025-12-10,2025-12-12,2025-12-14,LOW\n")
                .post("/api/v1/observations/imports")
                .then()
                .body("job.created", is(1));
        String relays =
                "select reference from reporting.observation where relay_of is not null and superseded_at is null"
                        + " and indicator = '" + at.indicator + "'";
        String headline = "select reference from reporting.headline where indicator = '" + at.indicator + "'";
        assertEquals(List.of("b"), read(relays));
        assertEquals(List.of("c"), read(headline));
        importing(header + ",a,,5,2025-12-10,2025-12-12,2025-12-13,HIGH\n")
                .post("/api/v1/observations/imports")
                .then()
                .body("job.revised", is(1));
        assertEquals(List.of(), read(relays));
        // It stands as a statement now, and is the one published last.
        assertEquals(List.of("b"), read(headline));
        String chosen = Installation.partner()
                .queryParam("area", "PS02")
                .queryParam("indicator", at.indicator)
                .get("/api/v1/headlines")
                .path("items[0].headline");
        assertEquals(List.of(chosen), read(headline.replace("reference", "observation_id")));
    }

    @Test
    void aChangeOfMethodIsAnAnnotation() throws SQLException {
        Installation at = Installation.named("ANNOTATION");
        Installation.contributor()
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .body("""
                        {"validFrom": "2025-11-01", "text": {"en": "Counted twice"},
                         "change": {"en": "Every tent is counted", "ar": "تُحصى كل خيمة"}}""")
                .post("/api/v1/indicators/" + at.indicator + "/definitions/OTHER_WAY/versions")
                .then()
                .statusCode(200);
        assertEquals(
                List.of("2025-10-31 22:00:00|2025-11-01|TEST_ANNOTATION|People counted in ANNOTATION|OTHER_WAY|2|"
                        + "Every tent is counted|تُحصى كل خيمة|Counted twice"),
                read("select concat_ws('|', time at time zone 'UTC', valid_from, indicator, indicator_name, definition,"
                        + " version, text, text_ar, definition_text) from reporting.definition_change"
                        + " where indicator = '" + at.indicator + "'"));
    }

    @Test
    void aHazardSpansItsDays() throws SQLException {
        Installation.contributor()
                .contentType("application/json")
                .body("""
                        {"code": "STORM-REPORT", "type": "STORM", "name": {"en": "Storm"}, "start": "2025-12-10",
                         "end": "2025-12-12", "areas": ["PS02"], "source": "OFFICE_REPORT"}""")
                .post("/api/v1/hazards")
                .then()
                .statusCode(201);
        assertEquals(
                List.of("2025-12-09 22:00:00 to 2025-12-12 22:00:00"),
                read("select time at time zone 'UTC' || ' to ' || time_end at time zone 'UTC' from reporting.hazard"
                        + " where code = 'STORM-REPORT'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "observation",
                "indicator",
                "indicator_definition",
                "hazard",
                "alert",
                "source_copy",
                "change_clock",
                "unreported_day",
                "import_job",
                "flyway_schema_history"
            })
    void theReaderCannotReadATable(String table) {
        SQLException refused = assertThrows(SQLException.class, () -> read("select count(*) from public." + table));
        assertTrue(refused.getMessage().contains("permission denied"), refused.getMessage());
    }

    @Test
    void anImportIsCountedAndNeitherItsSenderNorItsFileIsShown() throws SQLException {
        Installation at = Installation.named("SQLIMPORT");
        take(
                2,
                at.indicator + ",PS02," + at.office + ",,a,1,2025-12-10,2025-12-11,,,LOW,\n",
                at.indicator + ",PS02," + at.office + ",,b,2,2025-12-10,2025-12-12,,,LOW,\n");
        assertEquals(
                List.of("SUCCEEDED|f|2|0|2|0|0|t"),
                read("select concat_ws('|', status, dry_run, rows_read, refused, created, revised, unchanged,"
                        + " duration_seconds >= 0) from reporting.import_job order by created_at desc limit 1"));
        assertEquals(
                List.of("complete,created,created_at,dry_run,duration_seconds,finished_at,job,missing,refused,revised,"
                        + "rows_read,started_at,status,time,unchanged,warnings"),
                read("select string_agg(column_name, ',' order by column_name) from information_schema.columns where"
                        + " table_schema = 'reporting' and table_name = 'import_job'"));
    }

    @Test
    void theReaderCannotWrite() {
        assertThrows(SQLException.class, () -> read("create table public.mine (x int)"));
        assertThrows(SQLException.class, () -> read("delete from reporting.observation"));
        assertThrows(SQLException.class, () -> read("delete from reporting.hazard"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "observation",
                "indicator",
                "hazard",
                "headline",
                "headline_policy",
                "latest_observation",
                "commitment",
                "alert",
                "active_alert",
                "unreported_day",
                "definition_change",
                "import_job"
            })
    void theReaderCanReadEveryView(String view) throws SQLException {
        assertEquals(1, read("select count(*) from reporting." + view).size());
    }

    private static void take(int created, String... rows) {
        importing(HEADER + String.join("", rows))
                .post("/api/v1/observations/imports")
                .then()
                .body("job.created", is(created))
                .body("job.refused", is(0));
    }

    private static String indicator(Map<String, Object> item) {
        return ((Map<?, ?>) item.get("indicator")).get("code").toString();
    }

    private List<String> read(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection =
                        DriverManager.getConnection(url, PostgresResource.READER, PostgresResource.PASSWORD);
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
