package org.humdash.incident.incident;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Duplicates tell of what their survivors tell of, so they are as sensitive at least and raised along with them. Those that
 * nobody revises anyway are staged too, under negative row numbers: they are no rows of the file.
 */
final class RaisedDuplicates {

    private final Connection connection;
    private final List<String> record;

    /** @param record the columns that a staged incident takes over from the recorded one */
    RaisedDuplicates(Connection connection, List<String> record) {
        this.connection = connection;
        this.record = record;
    }

    /** Brings staged_outcome, staged_incident and staged_report up to it; most imports have nothing of the kind. */
    void stage() throws SQLException {
        if (isConcerned()) {
            holdToSurvivors();
            findRaised();
            stageRaised();
        }
    }

    private boolean isConcerned() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(leveled("""
                        select exists (select from staged_outcome where duplicate_of is not null
                            or outcome = 'REVISED' and $level(sensitivity) > $level(old_sensitivity))"""))) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** What is merged, or lowered, is no less sensitive than what it is a duplicate of. */
    private void holdToSurvivors() throws SQLException {
        execute("""
                update staged_outcome o set sensitivity = s.sensitivity
                from (select k.id, coalesce(t.sensitivity, k.sensitivity) as sensitivity
                      from incident k left join staged_outcome t on t.id = k.id
                      where k.superseded_at is null
                      and k.id in (select duplicate_of from staged_outcome where duplicate_of is not null)) s
                where s.id = o.duplicate_of and o.outcome <> 'UNCHANGED' and $level(s.sensitivity) > $level(o.sensitivity)""");
    }

    /** A duplicate may have duplicates of its own. */
    private void findRaised() throws SQLException {
        execute("""
                create temporary table staged_duplicate on commit drop as
                with recursive raised as (
                    select id, sensitivity from staged_outcome
                    where outcome = 'REVISED' and $level(sensitivity) > $level(old_sensitivity)
                    union
                    select k.id, r.sensitivity from raised r
                    join incident k on k.duplicate_of = r.id and k.superseded_at is null)
                select distinct on (k.id) k.*, r.sensitivity as raised_to
                from raised r join incident k on k.id = r.id and k.superseded_at is null
                where k.duplicate_of is not null and $level(r.sensitivity) > $level(k.sensitivity)
                order by k.id, $level(r.sensitivity) desc;

                update staged_outcome o set sensitivity = d.raised_to
                from staged_duplicate d
                where d.id = o.id and o.outcome = 'REVISED' and $level(d.raised_to) > $level(o.sensitivity);

                delete from staged_duplicate d using staged_outcome o where o.id = d.id and o.outcome = 'REVISED'""");
    }

    private void stageRaised() throws SQLException {
        execute("""
                insert into staged_outcome (row_number, id, revision, old_revision_id, old_sensitivity, duplicate_of, outcome,
                    sensitivity, status, fingerprint, revision_reason)
                select -row_number() over (order by id), id, revision + 1, revision_id, sensitivity, duplicate_of, 'REVISED',
                    raised_to, status, fingerprint, case status when 'RETRACTED' then 'RETRACTION' else 'RECLASSIFICATION' end
                from staged_duplicate;

                insert into staged_incident (row_number, id, revision_note, %1$s)
                select o.row_number, d.id, 'Raised with the incident it is a duplicate of', d.%2$s
                from staged_duplicate d join staged_outcome o on o.id = d.id and o.row_number < 0;

                insert into staged_report (row_number, number, %3$s)
                select o.row_number, r.number, r.%4$s
                from staged_outcome o join incident_report r on r.incident_revision_id = o.old_revision_id
                where o.row_number < 0""".formatted(
                        String.join(", ", record),
                        String.join(", d.", record),
                        String.join(", ", ReportColumns.ALL),
                        String.join(", r.", ReportColumns.ALL)));
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(leveled(sql));
        }
    }

    private static String leveled(String sql) {
        return sql.replaceAll(
                "\\$level\\(([a-z_.]+)\\)", "array_position(array['LOW', 'MODERATE', 'HIGH', 'SEVERE'], $1)");
    }
}
