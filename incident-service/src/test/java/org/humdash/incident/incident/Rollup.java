package org.humdash.incident.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.humdash.incident.violation.ViolationType;

/** Holds the roll-up against the incidents it was made from, and its coarser levels against its finest. */
@ApplicationScoped
public class Rollup {

    private static final String COLUMNS = """
            ceasefire, occurred_from, occurred_to, date_precision, timing, type, adm1, adm2, grade, sensitivity""";

    private static final List<String> FIGURES = Stream.of("killed", "injured", "detained")
            .flatMap(figure -> Stream.of("lower", "best", "upper", "stated", "without_best", "open")
                    .map(part -> figure + "_" + part))
            .toList();

    private static final List<String> TYPES = Stream.of(ViolationType.values())
            .map(type -> type.name().toLowerCase(Locale.ROOT))
            .toList();

    private final DataSource dataSource;

    Rollup(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * At every instant at which anything of a ceasefire was recorded, its roll-up says what adding the incidents up says,
     * and each coarser level what adding the roll-up up says.
     */
    public void isExact(String ceasefire) {
        finestIsExact(ceasefire);
        String withoutAdm2 = "coalesce(sum(incidents) filter (where adm2 = ''), 0)";
        levelIsExact(
                ceasefire,
                "incident_span_rollup",
                "occurred_from, occurred_to, date_precision, timing, clearance",
                each(TYPES, "%s") + ", " + each(FIGURES, "%s"),
                each(TYPES, "coalesce(sum(incidents) filter (where type = upper('%s')), 0)") + ", "
                        + each(FIGURES, "sum(%s)"),
                "grade <> 'DISCOUNTED'");
        levelIsExact(
                ceasefire,
                "incident_type_rollup",
                "occurred_from, type, clearance",
                "contested, without_adm2",
                "coalesce(sum(incidents) filter (where grade = 'CONTESTED'), 0), " + withoutAdm2,
                "grade <> 'DISCOUNTED'");
        levelIsExact(
                ceasefire,
                "incident_grade_rollup",
                "occurred_from, timing, grade, clearance",
                "without_adm2, " + each(FIGURES, "%s"),
                withoutAdm2 + ", " + each(FIGURES, "sum(%s)"),
                "true");
        totalIsExact(ceasefire);
    }

    private void levelIsExact(
            String ceasefire, String table, String keys, String measures, String added, String condition) {
        assertEquals(
                0,
                number("""
                with instant as (
                    select recorded_at as at from incident_rollup where ceasefire = '$ceasefire'
                    union select superseded_at from incident_rollup where ceasefire = '$ceasefire' and superseded_at is not null),
                kept as (
                    select at, adm1, adm2, $keys, incidents, $measures
                    from instant join $table r on r.recorded_at <= at and (r.superseded_at is null or r.superseded_at > at)
                    where ceasefire = '$ceasefire'),
                fine as (
                    select at, r.*, clearance
                    from instant join incident_rollup r on r.recorded_at <= at and (r.superseded_at is null or r.superseded_at > at)
                    join (values ('PUBLIC', array['LOW']), ('PARTNER', array['LOW', 'MODERATE']), ('STAFF', array['LOW', 'MODERATE', 'HIGH']))
                        a (clearance, readable) on sensitivity = any (readable)
                    where ceasefire = '$ceasefire' and timing <> 'BEFORE' and $condition),
                added_up as (
                    select at, adm1, adm2, $keys, sum(incidents), $added from fine group by at, adm1, adm2, $keys
                    union all
                    select at, '*', '*', $keys, sum(incidents), $added from fine group by at, $keys)
                select count(*) from (
                    (select * from kept except all select * from added_up)
                    union all (select * from added_up except all select * from kept)) difference
                """.replace("$ceasefire", ceasefire)
                        .replace("$table", table)
                        .replace("$keys", keys)
                        .replace("$measures", measures)
                        .replace("$added", added)
                        .replace("$condition", condition)),
                "rows in which " + table + " and the roll-up differ");
    }

    private void totalIsExact(String ceasefire) {
        assertEquals(
                0,
                number("""
                with kept as (
                    select type, adm2, grade, sensitivity, incidents, $figures from incident_total where ceasefire = '$ceasefire'),
                added_up as (
                    select type, adm2, grade, sensitivity, sum(incidents), $added from incident_rollup
                    where ceasefire = '$ceasefire' and superseded_at is null and timing <> 'BEFORE'
                    group by type, adm2, grade, sensitivity)
                select count(*) from (
                    (select * from kept except all select * from added_up)
                    union all (select * from added_up except all select * from kept)) difference
                """.replace("$ceasefire", ceasefire)
                        .replace("$figures", each(FIGURES, "%s"))
                        .replace("$added", each(FIGURES, "sum(%s)"))),
                "rows in which incident_total and the roll-up differ");
    }

    private void finestIsExact(String ceasefire) {
        assertEquals(
                0, number("""
                with mine as (select * from incident where ceasefire = '%2$s'),
                instant as (select recorded_at as at from mine union select superseded_at from mine where superseded_at is not null),
                kept as (
                    select at, %1$s, incidents, killed_lower, killed_upper, injured_best, detained_stated, killed_open, injured_without_best
                    from instant join incident_rollup r on r.recorded_at <= at and (r.superseded_at is null or r.superseded_at > at)
                    where ceasefire = '%2$s'),
                added_up as (
                    select at, %1$s, count(*), sum(killed_lower), sum(killed_upper), sum(injured_best), sum(detained_stated), sum(killed_open), sum(injured_without_best)
                    from instant join incident_contribution r on r.recorded_at <= at and (r.superseded_at is null or r.superseded_at > at)
                    where ceasefire = '%2$s'
                    group by at, %1$s)
                select count(*) from (
                    (select * from kept except all select * from added_up) union all (select * from added_up except all select * from kept)) difference
                """.formatted(COLUMNS, ceasefire)), "rows in which the roll-up and the incidents differ");
    }

    long incidents(String ceasefire) {
        return number(
                "select coalesce(sum(incidents), 0) from incident_rollup where superseded_at is null and ceasefire = '"
                        + ceasefire + "'");
    }

    /** Rows the public could ever read, at whatever instant, in which somebody was killed other than so many. */
    long publicRowsWithKilledOtherThan(String ceasefire, long killed) {
        return number("select count(*) from incident_rollup where sensitivity = 'LOW' and ceasefire = '" + ceasefire
                + "' and killed_lower <> " + killed);
    }

    private static String each(List<String> columns, String form) {
        return columns.stream().map(form::formatted).collect(Collectors.joining(", "));
    }

    private long number(String sql) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
