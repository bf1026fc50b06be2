package org.humdash.incident.incident;

import static org.humdash.incident.incident.RollupLevel.COARSE;
import static org.humdash.incident.incident.RollupLevel.FIGURES;
import static org.humdash.incident.incident.RollupLevel.FINEST;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Keeps incident_rollup, its coarser levels and incident_total in step with the incidents, inside the transaction that
 * changes them. It reads which records changed from the temporary table staged_outcome.
 *
 * <p>What changed is a difference per key, which closes the current row of the key and opens the next. A record whose
 * sensitivity changed is moved in the past too: the days it stood on are added up anew for every instant.
 */
final class RollupMaintenance {

    private static final List<String> TOTAL_KEYS = List.of("ceasefire", "type", "adm2", "grade", "sensitivity");

    private static final String REGRADED = """
            select id from staged_outcome
            where outcome = 'REVISED' and sensitivity <> old_sensitivity""";

    private final Connection connection;

    RollupMaintenance(Connection connection) {
        this.connection = connection;
    }

    /** Takes the revisions recorded at that instant in, and those they replaced out. */
    void apply(OffsetDateTime recordedAt) throws SQLException {
        if (stageDifference(recordedAt) > 0) {
            applyDifference(FINEST, "select * from staged_rollup", recordedAt);
            for (RollupLevel level : COARSE) {
                applyDifference(level, level.difference("staged_rollup"), recordedAt);
            }
            addToTotal(recordedAt);
        }
        if (stageDaysOfRegraded() > 0) {
            rebuild(FINEST, """
                    (select c.*, 1 as incidents from incident_contribution c)""");
            rebuildCoarse();
            forgetLastRecorded();
        }
    }

    /** Makes the coarse levels anew for the days in staged_day, for every instant, from the finest. */
    void rebuildCoarse() throws SQLException {
        for (RollupLevel level : COARSE) {
            rebuild(level, FINEST.table());
        }
    }

    private int stageDifference(OffsetDateTime recordedAt) throws SQLException {
        execute(FINEST, """
                create temporary table staged_rollup on commit drop as
                select $keys, $measures from incident_rollup with no data""");
        // What is replaced stands under the sensitivity it had; incident_contribution shows it under the next one
        // already.
        String replaced = each(FINEST.keys(), "c.%s").replace("c.sensitivity", "o.old_sensitivity");
        int changed = execute(
                FINEST,
                "insert into staged_rollup ($keys, $measures) " + FINEST.difference("""
                        (
                            select $keys, 1 as incidents, $figures from incident_contribution where recorded_at = ?
                            union all
                            select $replaced, -1, $negated
                            from incident_contribution c join staged_outcome o on o.old_revision_id = c.revision_id
                            where o.outcome = 'REVISED')""".replace("$replaced", replaced)),
                recordedAt);
        execute(FINEST, "analyze staged_rollup");
        return changed;
    }

    private void applyDifference(RollupLevel level, String difference, OffsetDateTime recordedAt) throws SQLException {
        execute(level, """
                with difference ($keys, $measures) as materialized ($difference),
                closed as (
                    update $table r set superseded_at = ? from difference d
                    where r.superseded_at is null and $same
                    returning r.*)
                insert into $table (recorded_at, $keys, $measures)
                select ?, $keys, $measures from (
                    select $keys, $summed from (
                        select $keys, $measures from closed
                        union all
                        select $keys, $measures from difference) both_of_them
                    group by $keys) total
                where incidents > 0""".replace("$difference", difference), recordedAt, recordedAt);
    }

    /** A key that only lost incidents keeps its instant: nothing that counts was recorded, and what left may be hidden now. */
    private void addToTotal(OffsetDateTime recordedAt) throws SQLException {
        String keys = String.join(", ", TOTAL_KEYS);
        execute(
                FINEST,
                """
                insert into incident_total as t ($total, last_recorded_at, $measures)
                select $total, ?, $summed from staged_rollup where timing <> 'BEFORE' group by $total
                on conflict ($total) do update set $added,
                    last_recorded_at = case when excluded.incidents < 0 then t.last_recorded_at else excluded.last_recorded_at end""".replace("$total", keys)
                        .replace("$added", each(FINEST.measureNames(), "%1$s = t.%1$s + excluded.%1$s")),
                recordedAt);
        execute(FINEST, "delete from incident_total where incidents = 0");
    }

    /**
     * When a record is hidden, so is the instant it was recorded at. The history of the keys it ever stood under, which is
     * rebuilt without it, tells when they were last added to.
     */
    private void forgetLastRecorded() throws SQLException {
        execute(FINEST, """
                with event as (
                    select $total, recorded_at as at, incidents from incident_rollup
                    where timing <> 'BEFORE' and ceasefire in (select ceasefire from staged_day)
                    and (type, adm2, grade) in (select type, coalesce(adm2, ''), grade from incident where id in ($regraded))
                    union all
                    select $total, superseded_at, -incidents from incident_rollup
                    where timing <> 'BEFORE' and superseded_at is not null and ceasefire in (select ceasefire from staged_day)
                    and (type, adm2, grade) in (select type, coalesce(adm2, ''), grade from incident where id in ($regraded))),
                addition as (select $total, at from event group by $total, at having sum(incidents) >= 0)
                update incident_total t set last_recorded_at = last.at
                from (select $total, max(at) as at from addition group by $total) last
                where $matching""".replace("$total", String.join(", ", TOTAL_KEYS)).replace(
                "$matching",
                TOTAL_KEYS.stream().map(key -> "t." + key + " = last." + key).collect(Collectors.joining(" and "))));
    }

    private int stageDaysOfRegraded() throws SQLException {
        execute(FINEST, """
                create temporary table staged_day on commit drop as
                select ceasefire, occurred_from from incident with no data""");
        return execute(FINEST, """
                insert into staged_day
                select distinct ceasefire, occurred_from from incident where id in ($regraded)""");
    }

    private void rebuild(RollupLevel level, String finest) throws SQLException {
        execute(level, """
                delete from $table r using staged_day d
                where r.ceasefire = d.ceasefire and r.occurred_from = d.occurred_from""");
        execute(level, """
                insert into $table (recorded_at, superseded_at, $keys, $measures)
                select * from (
                    select at, lead(at) over later as until, $keys, $running
                    from ($changes) step
                    window later as (partition by $keys order by at)) running
                where incidents > 0""".replace("$changes", level.changes(finest, "staged_day")));
    }

    private int execute(RollupLevel level, String sql, Object... parameters) throws SQLException {
        String named = sql.replace("$table", level.table())
                .replace("$keys", String.join(", ", level.keys()))
                .replace("$measures", String.join(", ", level.measureNames()))
                .replace("$summed", each(level.measureNames(), "sum(%1$s) as %1$s"))
                .replace("$running", each(level.measureNames(), "sum(%1$s) over later as %1$s"))
                .replace("$figures", String.join(", ", FIGURES))
                .replace("$negated", each(FIGURES, "-c.%s"))
                .replace(
                        "$same",
                        level.keys().stream()
                                .map(key -> "r." + key + " = d." + key)
                                .collect(Collectors.joining(" and ")))
                .replace("$regraded", REGRADED);
        try (PreparedStatement statement = connection.prepareStatement(named)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        }
    }

    private static String each(List<String> columns, String form) {
        return columns.stream().map(form::formatted).collect(Collectors.joining(", "));
    }
}
