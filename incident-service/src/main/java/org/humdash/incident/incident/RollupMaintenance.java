package org.humdash.incident.incident;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Keeps incident_rollup in step with the incidents, inside the transaction that changes them. It reads which records
 * changed from the temporary table staged_outcome.
 *
 * <p>What changed is a difference per key, which closes the current row of the key and opens the next. A record whose
 * sensitivity changed is moved in the past too: the days it stood on are added up anew for every instant.
 */
final class RollupMaintenance {

    private static final List<String> KEYS = List.of(
            "ceasefire",
            "occurred_from",
            "occurred_to",
            "date_precision",
            "timing",
            "type",
            "adm1",
            "adm2",
            "grade",
            "sensitivity");

    private static final List<String> SUMS = List.of(
            "killed_lower",
            "killed_best",
            "killed_upper",
            "killed_stated",
            "killed_without_best",
            "killed_open",
            "injured_lower",
            "injured_best",
            "injured_upper",
            "injured_stated",
            "injured_without_best",
            "injured_open",
            "detained_lower",
            "detained_best",
            "detained_upper",
            "detained_stated",
            "detained_without_best",
            "detained_open");

    private static final String REGRADED = """
            select id from staged_outcome
            where outcome = 'REVISED' and sensitivity <> old_sensitivity""";

    private final Connection connection;

    RollupMaintenance(Connection connection) {
        this.connection = connection;
    }

    /** Takes the revisions recorded at that instant in, and those they replaced out. */
    void apply(OffsetDateTime recordedAt) throws SQLException {
        stageDifference(recordedAt);
        applyDifference(recordedAt);
        rebuildDaysOfRegraded();
    }

    private void stageDifference(OffsetDateTime recordedAt) throws SQLException {
        execute("""
                create temporary table staged_rollup on commit drop as
                select $keys, sum(incidents) as incidents, $summed
                from (
                    select $keys, 1 as incidents, $sums from incident_contribution where recorded_at = ?
                    union all
                    select $keys, -1, $negated from incident_contribution
                    where revision_id in (select old_revision_id from staged_outcome where outcome = 'REVISED')) change
                group by $keys""", recordedAt);
        execute("analyze staged_rollup");
    }

    private void applyDifference(OffsetDateTime recordedAt) throws SQLException {
        execute("""
                with closed as (
                    update incident_rollup r set superseded_at = ? from staged_rollup d
                    where r.superseded_at is null and $same
                    returning r.*)
                insert into incident_rollup (recorded_at, $keys, incidents, $sums)
                select ?, $keys, incidents, $sums from (
                    select $keys, sum(incidents) as incidents, $summed from (
                        select $keys, incidents, $sums from closed
                        union all
                        select $keys, incidents, $sums from staged_rollup) both_of_them
                    group by $keys) total
                where incidents > 0""", recordedAt, recordedAt);
    }

    private void rebuildDaysOfRegraded() throws SQLException {
        execute("""
                create temporary table staged_day on commit drop as
                select distinct ceasefire, occurred_from from incident where id in ($regraded)""");
        execute("delete from incident_rollup r using staged_day d"
                + " where r.ceasefire = d.ceasefire and r.occurred_from = d.occurred_from");
        execute("""
                insert into incident_rollup (recorded_at, superseded_at, $keys, incidents, $sums)
                select * from (
                    select at, lead(at) over later as until, $keys,
                        sum(incidents) over later as incidents, $running
                    from (
                        select $keys, at, sum(incidents) as incidents, $summed
                        from (
                            select $keys, recorded_at as at, 1 as incidents, $sums
                            from incident_contribution join staged_day using (ceasefire, occurred_from)
                            union all
                            select $keys, superseded_at, -1, $negated
                            from incident_contribution join staged_day using (ceasefire, occurred_from)
                            where superseded_at is not null) event
                        group by $keys, at) step
                    window later as (partition by $keys order by at)) running
                where incidents > 0""");
    }

    private void execute(String sql, Object... parameters) throws SQLException {
        String named = sql.replace("$keys", String.join(", ", KEYS))
                .replace("$sums", String.join(", ", SUMS))
                .replace("$negated", each("-%s"))
                .replace("$summed", each("sum(%1$s) as %1$s"))
                .replace("$running", each("sum(%1$s) over later as %1$s"))
                .replace(
                        "$same",
                        KEYS.stream().map(key -> "r." + key + " = d." + key).collect(Collectors.joining(" and ")))
                .replace("$regraded", REGRADED);
        try (PreparedStatement statement = connection.prepareStatement(named)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }

    private static String each(String form) {
        return SUMS.stream().map(form::formatted).collect(Collectors.joining(", "));
    }
}
