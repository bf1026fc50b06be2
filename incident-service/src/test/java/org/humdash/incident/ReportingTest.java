package org.humdash.incident;

import static org.hamcrest.Matchers.is;
import static org.humdash.incident.Installation.importing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.humdash.incident.claim.Measure;
import org.humdash.incident.incident.Grade;
import org.humdash.incident.violation.ViolationType;
import org.humdash.kit.test.PostgresResource;
import org.humdash.vocabulary.place.Gazetteer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the role of the dashboards can see. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ReportingTest {

    /** Views as of today show the calendar of the ceasefire. */
    private static final String TODAY = "(now() at time zone 'Asia/Gaza')::date";

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Inject
    DataSource owner;

    @Test
    void aClaimHasARowForItsTotalAndOneForEachType() throws SQLException {
        Installation at = Installation.named("REPORT");
        importing(
                        "ceasefire,originator,reference,measure,value,type_bombardment,type_demolition,valid_from,valid_to,sensitivity\n"
                                + at.ceasefire + "," + at.office
                                + ",shown,VIOLATIONS,at least 738,358,138,2025-10-10,2025-12-08,MODERATE\n"
                                + at.ceasefire + "," + at.office + ",hidden,KILLED,5,,,2025-10-10,2025-12-08,HIGH\n")
                .post("/api/v1/claims/imports")
                .then()
                .body("created", is(2));
        assertEquals(
                List.of(
                        "ALL|≥ 738|2025-12-07 22:00:00+00",
                        "BOMBARDMENT|358|2025-12-07 22:00:00+00",
                        "DEMOLITION|138|2025-12-07 22:00:00+00"),
                read("select type || '|' || figure || '|' || (time at time zone 'UTC')::text || '+00'"
                        + " from reporting.violation_claim where ceasefire = '" + at.ceasefire
                        + "' order by type"));
    }

    @Test
    void theAreasAreThoseOfTheGazetteer() throws SQLException {
        List<String> expected = Gazetteer.palestine().areas().stream()
                .map(area -> String.join(
                        "|",
                        area.pcode().toString(),
                        area.name().en(),
                        area.name().ar(),
                        area.centroid() == null
                                ? "-"
                                : area.centroid().lat() + " " + area.centroid().lon()))
                .sorted()
                .toList();
        assertEquals(
                expected,
                read("select concat_ws('|', pcode, name_en, name_ar, coalesce(lat || ' ' || lon, '-'))"
                        + " from reporting.area order by 1"));
        assertEquals(
                List.of("PS0260|2|PS02", "PS02|1|PS", "PS|0|-"),
                read("select concat_ws('|', pcode, level, coalesce(parent, '-')) from reporting.area"
                        + " where pcode in ('PS', 'PS02', 'PS0260') order by 1"));
    }

    @Test
    void codesHaveTheArabicWordsThatTheServiceItselfHas() throws SQLException {
        Map<String, String> words = new TreeMap<>();
        for (ViolationType type : ViolationType.values()) {
            words.put(type.name(), type.label().ar());
        }
        for (Measure measure : Measure.values()) {
            words.put(measure.name(), measure.label().ar());
        }
        for (Grade grade : Grade.values()) {
            words.put(grade.name(), grade.label().ar().replaceFirst(":.*", ""));
        }
        Map<String, String> shown = new TreeMap<>();
        for (String code : words.keySet()) {
            shown.put(code, read("select reporting.word('" + code + "', 'ar')").getFirst());
        }
        assertEquals(words, shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TALKS", "STATEMENT", "PHASE_CHANGE", "AGREEMENT", "EXPECTED", "VIOLATION_REPORT", "OTHER"})
    void everyKindOfTimelineEntryHasAnArabicWord(String kind) throws SQLException {
        String word = read("select reporting.word('" + kind + "', 'ar')").getFirst();
        assertTrue(word.codePoints().allMatch(letter -> letter == ' ' || letter >= 0x600 && letter <= 0x6ff), word);
    }

    @Test
    void aCodeWithoutAWordIsWrittenInSmallLetters() throws SQLException {
        assertEquals(
                List.of("air strike|new kind"),
                read("select reporting.word('AIR_STRIKE', 'en') || '|' || reporting.word('NEW_KIND', 'ar')"));
    }

    @Test
    void aSourceIsNamedInArabicWhereItHasSuchAName() throws SQLException {
        Installation at = Installation.named("REPORTARABIC");
        try (Connection connection = owner.getConnection()) {
            connection
                    .createStatement()
                    .executeUpdate("update source set name_ar = 'المكتب' where code = '" + at.office + "'");
        }
        importing("ceasefire,originator,publisher,reference,measure,value,valid_from,valid_to\n" + at.ceasefire + ","
                        + at.office + "," + at.outlet + ",one,VIOLATIONS,5,2025-10-10,2025-12-08\n")
                .post("/api/v1/claims/imports")
                .then()
                .body("created", is(1));
        assertEquals(
                List.of("المكتب|-"),
                read(
                        "select originator_name_ar || '|' || coalesce(publisher_name_ar, '-') from reporting.violation_claim"
                                + " where ceasefire = '" + at.ceasefire + "'"));
        assertEquals(
                List.of("المكتب"),
                read("select originator_name_ar from reporting.reconciliation where ceasefire = '" + at.ceasefire
                        + "'"));
    }

    @Test
    void aRelayDoesNotNameTheClaimItPassesOnWhenThatIsHidden() throws SQLException {
        Installation at = Installation.named("REPORTRELAY");
        importing("ceasefire,originator,reference,relay_of,measure,value,valid_from,valid_to,sensitivity\n"
                        + at.ceasefire + "," + at.office + ",hidden,,KILLED,5,2025-10-10,2025-12-08,HIGH\n"
                        + at.ceasefire + "," + at.office + ",relay,hidden,KILLED,5,2025-10-10,2025-12-08,\n"
                        + at.ceasefire + "," + at.office + ",shown,,INJURED,5,2025-10-10,2025-12-08,\n"
                        + at.ceasefire + "," + at.office + ",told,shown,INJURED,5,2025-10-10,2025-12-08,\n")
                .post("/api/v1/claims/imports")
                .then()
                .body("created", is(4));
        assertEquals(
                List.of("relay|false", "shown|false", "told|true"),
                read(
                        "select reference || '|' || (relay_of is not null) from reporting.violation_claim where ceasefire = '"
                                + at.ceasefire + "' order by 1"));
    }

    @Test
    void theCountsOfADayAreThoseOfTheInstantAskedAboutAndHoldNothingHidden() throws SQLException {
        Installation at = Installation.named("REPORTDAY");
        RollupRows rollup = new RollupRows(owner, at.ceasefire);
        rollup.row()
                .on("2025-10-12")
                .known("2025-10-12T00:00:00Z", "2025-10-14T00:00:00Z")
                .write();
        rollup.row()
                .on("2025-10-12")
                .known("2025-10-14T00:00:00Z", null)
                .incidents(3)
                .killed(4, 5, 6, 2, 1, 1)
                .write();
        rollup.row()
                .on("2025-10-13")
                .type("ARREST")
                .at("", "")
                .sensitivity("MODERATE")
                .write();
        rollup.row().on("2025-10-12").sensitivity("HIGH").incidents(7).write();
        rollup.row().on("2025-10-12").sensitivity("SEVERE").incidents(9).write();
        String columns = "select concat_ws('|', day, time at time zone 'UTC', type, family, coalesce(adm1, '-'),"
                + " coalesce(adm2, '-'), incidents, killed_lower, killed_best, killed_upper, killed_stated,"
                + " killed_without_best, killed_open) from reporting.incident_day where ceasefire = '" + at.ceasefire
                + "' and ";
        assertEquals(
                List.of(
                        "2025-10-12|2025-10-11 21:00:00|AIR_STRIKE|BOMBARDMENT|PS02|PS0260|3|4|5|6|2|1|1",
                        "2025-10-13|2025-10-12 21:00:00|ARREST|ARREST|-|-|1|0|0|0|0|0|0"),
                read(columns + "superseded_at is null order by day"));
        assertEquals(
                List.of("2025-10-12|2025-10-11 21:00:00|AIR_STRIKE|BOMBARDMENT|PS02|PS0260|1|0|0|0|0|0|0"),
                read(columns + "recorded_at <= '2025-10-13T00:00:00Z' and superseded_at > '2025-10-13T00:00:00Z'"));
    }

    @Test
    void aCoverageDayThatIsHiddenNowIsHiddenInItsOlderRevisions() throws SQLException {
        Installation at = Installation.named("REPORTCOVER");
        coverage(at, "2025-10-12", "NIL", "LOW");
        coverage(at, "2025-10-13", "REPORTED", "LOW");
        rollup(at)
                .execute("update coverage_day set superseded_at = '2025-12-02' where ceasefire = '" + at.ceasefire
                        + "' and day = '2025-10-13'");
        rollup(at)
                .execute("insert into coverage_day (id, revision, recorded_at, revision_reason, sensitivity, ceasefire,"
                        + " source, day, status) select id, 2, '2025-12-02', 'RECLASSIFICATION', 'HIGH', ceasefire, source, day,"
                        + " status from coverage_day where ceasefire = '" + at.ceasefire + "' and day = '2025-10-13'");
        assertEquals(
                List.of(at.office + "|Name of " + at.office + "|2025-10-12|2025-10-11 21:00:00|NIL"),
                read("select concat_ws('|', source, source_name, day, time at time zone 'UTC', status)"
                        + " from reporting.coverage_day where ceasefire = '" + at.ceasefire + "'"));
    }

    @Test
    void everyMonitoredDayHasOneStatus() throws SQLException {
        Installation at = Installation.named("REPORTLEDGER");
        RollupRows rollup = rollup(at);
        rollup.row().on("2025-10-10").timing("BEFORE").write();
        rollup.row().on("2025-10-10").timing("UNKNOWN").write();
        rollup.row().on("2025-10-11").incidents(2).write();
        rollup.row().on("2025-10-12").type("ARREST").write();
        rollup.row().on("2025-10-13").grade("DISCOUNTED").write();
        rollup.row().on("2025-10-14").sensitivity("HIGH").write();
        rollup.row().between("2025-10-16", "2025-10-17", 2).write();
        rollup.row().on("2025-10-17").write();
        for (String day : List.of("2025-10-10", "2025-10-11", "2025-10-12", "2025-10-13", "2025-10-16")) {
            coverage(at, day, "REPORTED", "LOW");
        }
        coverage(at, "2025-10-14", "NIL", "MODERATE");
        coverage(at, "2025-10-15", "PARTIAL", "LOW");
        coverage(at, "2025-10-18", "NIL", "HIGH");
        assertEquals(
                List.of(
                        "2025-10-10|POSSIBLE|0|1|t",
                        "2025-10-11|ATTACK|2|0|t",
                        "2025-10-12|QUIET|0|0|t",
                        "2025-10-13|QUIET|0|0|t",
                        "2025-10-14|QUIET|0|0|t",
                        "2025-10-15|NO_REPORT|0|0|f",
                        "2025-10-16|POSSIBLE|0|1|t",
                        "2025-10-17|ATTACK|1|1|f",
                        "2025-10-18|NO_REPORT|0|0|f"),
                read("select concat_ws('|', day, status, attacks, possible_attacks, covered) from reporting.ledger_day"
                        + " where ceasefire = '" + at.ceasefire + "' and day <= '2025-10-18' order by day"));
        assertEquals(
                List.of("NO_REPORT|PENDING|t"),
                read("select concat_ws('|', min(status) filter (where day = " + TODAY
                        + " - 1), min(status) filter (where"
                        + " day = " + TODAY + "), count(*) = " + TODAY + " - date '2025-10-10' + 1)"
                        + " from reporting.ledger_day where ceasefire = '" + at.ceasefire + "'"));

        rollup.execute(
                "update ceasefire set ended_at = '2025-10-25T23:30:00+02', attack_types = '{BOMBARDMENT}' where code = '"
                        + at.ceasefire + "'");
        assertEquals(
                List.of("16|2025-10-24 21:00:00|2"),
                read("select concat_ws('|', count(*), max(time) at time zone 'UTC', count(*) filter (where status ="
                        + " 'ATTACK')) from reporting.ledger_day where ceasefire = '" + at.ceasefire + "'"));
    }

    @Test
    void aClaimStandsBesideWhatIsDocumented() throws SQLException {
        Installation at = Installation.named("REPORTRECON");
        importing(
                        "ceasefire,area,originator,reference,measure,value,type_bombardment,type_demolition,valid_from,valid_to,"
                                + "sensitivity\n"
                                + at.ceasefire + ",," + at.office
                                + ",all,VIOLATIONS,at least 10,7,4,2025-10-10,2025-10-18,\n"
                                + at.ceasefire + ",PS0260," + at.office
                                + ",city,VIOLATIONS,1,,,2025-10-10,2025-10-18,\n"
                                + at.ceasefire + ",," + at.office + ",dead,KILLED,20,,,2025-10-10,2025-10-18,\n"
                                + at.ceasefire + ",," + at.office + ",hurt,INJURED,about 9,,,2025-10-10,2025-10-18,\n"
                                + at.ceasefire + ",," + at.office + ",days,ATTACK_DAYS,9,,,2025-10-10,2025-10-18,\n"
                                + at.ceasefire + ",," + at.office + ",hidden,KILLED,5,,,2025-10-10,2025-10-18,HIGH\n")
                .post("/api/v1/claims/imports")
                .then()
                .body("created", is(6));
        RollupRows rollup = rollup(at);
        rollup.row().on("2025-10-12").incidents(2).killed(5, 6, 8, 2, 0, 0).write();
        rollup.row()
                .on("2025-10-13")
                .type("DEMOLITION")
                .at("PS02", "")
                .incidents(3)
                .write();
        rollup.row()
                .between("2025-10-17", "2025-10-23", 3)
                .type("BOMBARDMENT")
                .killed(1, 1, 1, 1, 0, 0)
                .write();
        rollup.row().on("2025-10-10").timing("BEFORE").incidents(50).write();
        rollup.row().on("2025-10-12").grade("DISCOUNTED").incidents(50).write();
        rollup.row().on("2025-10-12").sensitivity("HIGH").incidents(50).write();
        rollup.row().on("2025-10-19").incidents(50).write();
        rollup.row()
                .on("2025-10-12")
                .known("2025-10-13T00:00:00Z", "2025-10-14T00:00:00Z")
                .incidents(50)
                .write();
        assertEquals(
                List.of(
                        "all|ALL|≥ 10|5|1|6|5|-|6|4|5|0.5000|0.6000|false|-1",
                        "all|BOMBARDMENT|7|2|1|3|2|-|3|4|5|0.2857|0.4286|false|-",
                        "all|DEMOLITION|4|3|0|3|3|3|3|1|1|0.7500|0.7500|false|-",
                        "city|ALL|1|2|4|6|2|-|6|-5|-1|2.0000|6.0000|true|-",
                        "dead|ALL|20|5|1|3|5|-|9|11|15|0.2500|0.4500|false|-",
                        "hurt|ALL|≈ 9|5|1|0|0|-|-|-|-|-|-|-|-"),
                read("select concat_ws('|', reference, type, figure, incidents, possible_incidents, incidents_stating,"
                        + " documented_lower, coalesce(documented_best::text, '-'), coalesce(documented_upper::text, '-'),"
                        + " coalesce(trim_scale(gap_lower)::text, '-'), coalesce(trim_scale(gap_upper)::text, '-'),"
                        + " coalesce(coverage_lower::text, '-'), coalesce(coverage_upper::text, '-'),"
                        + " coalesce(documented_above_claimed::text, '-'), coalesce(trim_scale(residual)::text, '-'))"
                        + " from reporting.reconciliation where ceasefire = '" + at.ceasefire
                        + "' order by reference, type"));
    }

    @Test
    void theQualityOfTheRecordsIsSharesOfThoseThatCountNow() throws SQLException {
        Installation at = Installation.named("REPORTQUALITY");
        RollupRows rollup = rollup(at);
        rollup.row().on("2025-10-12").incidents(5).write();
        rollup.row()
                .on("2025-10-13")
                .grade("CONFIRMED")
                .at("PS02", "")
                .incidents(2)
                .write();
        rollup.row()
                .between("2025-10-13", "2025-10-19", 3)
                .at("", "")
                .incidents(1)
                .write();
        rollup.row().on("2025-10-12").sensitivity("HIGH").incidents(50).write();
        rollup.row()
                .on("2025-10-12")
                .known("2025-10-13T00:00:00Z", "2025-10-14T00:00:00Z")
                .incidents(50)
                .write();
        assertEquals(
                List.of(
                        "DATE_PRECISION|1|7|8|0.8750",
                        "DATE_PRECISION|3|1|8|0.1250",
                        "GRADE|CONFIRMED|2|8|0.2500",
                        "GRADE|WEAK|6|8|0.7500",
                        "PLACE|ADM1|2|8|0.2500",
                        "PLACE|ADM2|5|8|0.6250",
                        "PLACE|NONE|1|8|0.1250",
                        "TIMING|AFTER|8|8|1.0000"),
                read("select concat_ws('|', aspect, value, incidents, all_incidents, share) from reporting.data_quality"
                        + " where ceasefire = '" + at.ceasefire + "' order by 1"));
    }

    @Test
    void theAgeOfTheRecordsSaysWhatIsMissingAndKnowsNothingHidden() throws SQLException {
        Installation at = Installation.named("REPORTAGE");
        String age =
                "select concat_ws('|', coalesce(last_incident_day::text, '-'), coalesce((last_incident_recorded_at at"
                        + " time zone 'UTC')::text, '-'), coalesce((incident_age_seconds = floor(extract(epoch from now() -"
                        + " last_incident_recorded_at)))::text, '-'), coalesce(last_coverage_day::text, '-'),"
                        + " coalesce(claim_age_seconds::text, '-')) from reporting.data_age where ceasefire = '"
                        + at.ceasefire + "'";
        assertEquals(List.of("-|-|-|-|-"), read(age));
        rollup(at).row().on("2025-10-12").known("2025-10-13T00:00:00Z", null).write();
        rollup(at).row().on("2025-10-14").sensitivity("HIGH").write();
        coverage(at, "2025-10-15", "NIL", "LOW");
        coverage(at, "2025-10-16", "NO_REPORT", "LOW");
        assertEquals(List.of("2025-10-12|2025-10-13 00:00:00|true|2025-10-15|-"), read(age));
    }

    @Test
    void aRevisionOfAnIncidentIsShownWithoutWhatItSays() throws SQLException {
        Installation at = Installation.named("REPORTREVISION");
        incident(at, "1", "NEW", "PUBLISHED", "LOW", "2025-10-13T00:00:00Z", "2025-10-14T00:00:00Z");
        incident(at, "1", "CORRECTION", "PUBLISHED", "MODERATE", "2025-10-14T00:00:00Z", null);
        incident(at, "2", "NEW", "PUBLISHED", "LOW", "2025-10-13T00:00:00Z", "2025-10-15T00:00:00Z");
        incident(at, "2", "RECLASSIFICATION", "PUBLISHED", "HIGH", "2025-10-15T00:00:00Z", null);
        incident(at, "3", "NEW", "DRAFT", "LOW", "2025-10-13T00:00:00Z", null);
        incident(at, "4", "NEW", "PUBLISHED", "LOW", "2025-10-13T00:00:00Z", "2025-10-16T00:00:00Z");
        incident(at, "4", "RETRACTION", "RETRACTED", "LOW", "2025-10-16T00:00:00Z", null);
        assertEquals(
                List.of(
                        "1|NEW|2025-10-13 00:00:00|2025-10-14 00:00:00",
                        "1|NEW|2025-10-13 00:00:00|2025-10-16 00:00:00",
                        "2|CORRECTION|2025-10-14 00:00:00|"),
                read("select concat_ws('|', revision, revision_reason, time at time zone 'UTC', coalesce((superseded_at"
                        + " at time zone 'UTC')::text, '')) from reporting.incident_revision where ceasefire = '"
                        + at.ceasefire + "' order by 1"));
    }

    @Test
    void anImportIsCountedAndNeitherItsSenderNorItsFailureIsShown() throws SQLException {
        Installation at = Installation.named("REPORTIMPORT");
        rollup(at)
                .execute(
                        "insert into import_job (id, created_at, created_by, instance, seen_at, started_at, finished_at,"
                                + " status, dry_run, complete, bytes, digest, rows_read, refused, created, revised, unchanged,"
                                + " missing, warnings, failure) values ('5f1c0000-0000-4000-8000-000000000001',"
                                + " '2025-10-13T00:00:00Z', 'somebody', gen_random_uuid(), now(), '2025-10-13T00:00:01Z',"
                                + " '2025-10-13T00:00:03.5Z', 'FAILED', false, true, 7, 'digest', 15, 1, 2, 3, 9, 4, 5,"
                                + " 'row 3 of secret.csv')");
        assertEquals(
                List.of("{\"job\": \"5f1c0000-0000-4000-8000-000000000001\", \"time\":"
                        + " \"2025-10-13T00:00:00+00:00\", \"status\": \"FAILED\", \"created\": 2, \"dry_run\": false,"
                        + " \"missing\": 4, \"refused\": 1, \"revised\": 3, \"complete\": true, \"warnings\": 5,"
                        + " \"rows_read\": 15, \"unchanged\": 9, \"created_at\": \"2025-10-13T00:00:00+00:00\","
                        + " \"started_at\": \"2025-10-13T00:00:01+00:00\", \"finished_at\":"
                        + " \"2025-10-13T00:00:03.5+00:00\", \"duration_seconds\": 2.500}"),
                read("select to_jsonb(j)::text from reporting.import_job j where job ="
                        + " '5f1c0000-0000-4000-8000-000000000001'"));
    }

    @Test
    void theReaderCanReadTheDocumentedViewsAndNothingElse() throws SQLException {
        assertEquals(
                new TreeSet<>(documented().keySet()),
                new TreeSet<>(read("select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid ="
                        + " c.relnamespace where c.relkind in ('r', 'v', 'm', 'p', 'f') and n.nspname not in ('pg_catalog',"
                        + " 'information_schema') and has_any_column_privilege(c.oid, 'select')")));
        for (String view : documented().keySet()) {
            assertEquals(1, read("select count(*) from " + view).size(), view);
        }
    }

    @Test
    void everyColumnOfAViewIsDescribed() throws SQLException {
        for (Map.Entry<String, Set<String>> view : documented().entrySet()) {
            Set<String> columns = new TreeSet<>(read("select column_name from information_schema.columns where"
                    + " table_schema || '.' || table_name = '" + view.getKey() + "'"));
            columns.removeAll(Set.of("recorded_at", "superseded_at"));
            assertEquals(columns, view.getValue(), view.getKey());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "violation_claim",
                "violation_claim_part",
                "incident",
                "incident_report",
                "incident_rollup",
                "incident_span_rollup",
                "incident_type_rollup",
                "incident_grade_rollup",
                "incident_total",
                "coverage_day",
                "source",
                "ceasefire",
                "timeline_entry",
                "import_job",
                "import_refusal",
                "change_clock",
                "flyway_schema_history"
            })
    void theReaderCannotReadATable(String table) {
        SQLException refused = assertThrows(SQLException.class, () -> read("select count(*) from public." + table));
        assertTrue(refused.getMessage().contains("permission denied"), refused.getMessage());
    }

    @Test
    void theReaderCannotWrite() {
        assertThrows(SQLException.class, () -> read("create table public.mine (x int)"));
        assertThrows(SQLException.class, () -> read("delete from reporting.ceasefire"));
    }

    private RollupRows rollup(Installation at) {
        return new RollupRows(owner, at.ceasefire);
    }

    private void coverage(Installation at, String day, String status, String sensitivity) throws SQLException {
        rollup(at)
                .execute("insert into coverage_day (id, revision, recorded_at, revision_reason, sensitivity, ceasefire,"
                        + " source, day, status) values (gen_random_uuid(), 1, '2025-12-01', 'NEW', '" + sensitivity
                        + "', '"
                        + at.ceasefire + "', '" + at.office + "', '" + day + "', '" + status + "')");
    }

    private void incident(
            Installation at, String key, String reason, String status, String sensitivity, String from, String to)
            throws SQLException {
        rollup(at)
                .execute("insert into incident (id, revision, recorded_at, superseded_at, revision_reason, recorded_by,"
                        + " sensitivity, status, source, reference, ceasefire, type, occurred_from, occurred_to,"
                        + " date_precision, responsibility, grade, search_text, place_text, fingerprint) values (md5('"
                        + at.ceasefire + key + "')::uuid, " + (reason.equals("NEW") ? 1 : 2) + ", '" + from + "', "
                        + (to == null ? "null" : "'" + to + "'") + ", '" + reason + "', 'test', '" + sensitivity
                        + "', '" + status + "', '" + at.office + "', '" + key + "', '" + at.ceasefire
                        + "', 'AIR_STRIKE', '2025-10-12', '2025-10-12', 1, 'UNCLAIMED', 'WEAK', '', '',"
                        + " gen_random_uuid())");
    }

    /** The columns that docs/reporting.md describes, by view of this service's database. */
    private static Map<String, Set<String>> documented() {
        Map<String, Set<String>> columns = new TreeMap<>();
        String view = null;
        try {
            for (String line : Files.readAllLines(Path.of("..", "docs", "reporting.md"))) {
                if (line.startsWith("## Database")) {
                    view = line.contains("`incident`") ? "" : null;
                } else if (line.startsWith("### ") && view != null) {
                    view = line.substring(4);
                    columns.put(view, new TreeSet<>());
                } else if (line.startsWith("| ") && view != null && !line.startsWith("| column ")) {
                    columns.get(view).addAll(List.of(line.split("\\|")[1].trim().split(", ")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return columns;
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
