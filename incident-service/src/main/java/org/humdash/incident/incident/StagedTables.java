package org.humdash.incident.incident;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.humdash.kit.ingest.CopyTable;
import org.humdash.kit.revision.RevisionedEntity;

/**
 * Three temporary tables of one transaction: staged_incident, incidents as they came in, staged_report, what was said of
 * them, and staged_outcome, what each of the rows does.
 */
final class StagedTables {

    /** What a provider's record says, its key included. */
    static final List<String> RECORD = concat(IncidentColumns.KEY, IncidentColumns.CONTENT);

    private static final List<String> INCIDENT = concat(
            List.of("row_number", "id", "status", "sensitivity", "revision_reason", "revision_note", "fingerprint"),
            RECORD);

    private static final List<String> REPORT = concat(List.of("row_number", "number"), ReportColumns.ALL);

    private final Connection connection;

    private StagedTables(Connection connection) {
        this.connection = connection;
    }

    /** Makes them, empty. They are gone when the transaction ends. */
    static StagedTables create(Connection connection) throws SQLException {
        StagedTables tables = new StagedTables(connection);
        tables.execute("""
                create temporary table staged_incident on commit drop as
                select 0::bigint as row_number, id, status, sensitivity, revision_reason, revision_note, fingerprint, $record
                from incident with no data;
                create temporary table staged_report on commit drop as
                select 0::bigint as row_number, number, $report from incident_report with no data;
                create temporary table staged_outcome on commit drop as
                select 0::bigint as row_number, id, revision, revision_id as old_revision_id, sensitivity as old_sensitivity,
                    duplicate_of, ''::text as outcome, sensitivity, status, fingerprint, revision_reason
                from incident with no data;
                """);
        return tables;
    }

    /** Puts drafts in. */
    void add(List<IncidentDraft> drafts) throws SQLException {
        try (CopyTable rows = CopyTable.into(connection, "staged_incident", INCIDENT)) {
            for (IncidentDraft draft : drafts) {
                rows.row(values(draft));
            }
        }
        try (CopyTable rows = CopyTable.into(connection, "staged_report", REPORT)) {
            for (IncidentDraft draft : drafts) {
                int number = 0;
                for (Report report : draft.incident().reports()) {
                    rows.row(values(draft.row(), ++number, report));
                }
            }
        }
    }

    /** Writes the rows that do something as revisions, with their reports. */
    void write(OffsetDateTime recordedAt, String recordedBy) throws SQLException {
        // In the order of lists and exports, which then find what comes next on the same page of the disk.
        try (PreparedStatement statement = connection.prepareStatement(named("""
                with recorded as (
                    insert into incident (recorded_at, recorded_by, id, revision, revision_reason, revision_note, sensitivity, status,
                        duplicate_of, fingerprint, $record)
                    select ?, ?, o.id, o.revision, o.revision_reason, s.revision_note, o.sensitivity, o.status, o.duplicate_of,
                        o.fingerprint, $s.record
                    from staged_incident s join staged_outcome o using (row_number)
                    where o.outcome <> 'UNCHANGED'
                    order by s.occurred_from, o.id
                    returning revision_id, id)
                insert into incident_report (incident_revision_id, number, $report)
                select recorded.revision_id, r.number, $r.report
                from recorded join staged_outcome o using (id) join staged_report r using (row_number)"""))) {
            statement.setObject(1, recordedAt);
            statement.setString(2, recordedBy);
            statement.executeUpdate();
        }
    }

    private static Object[] values(IncidentDraft draft) {
        List<Object> values = new ArrayList<>(INCIDENT.size());
        values.addAll(Arrays.asList(
                draft.row(),
                RevisionedEntity.newId(),
                draft.status(),
                draft.sensitivity(),
                draft.reason(),
                draft.note(),
                draft.fingerprint(),
                draft.source(),
                draft.reference()));
        IncidentColumns.addTo(values, draft.incident());
        return values.toArray();
    }

    private static Object[] values(long row, int number, Report report) {
        List<Object> values = new ArrayList<>(REPORT.size());
        values.add(row);
        values.add(number);
        ReportColumns.addTo(values, report);
        return values.toArray();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(named(sql));
        }
    }

    private String named(String sql) {
        return sql.replace("$record", String.join(", ", RECORD))
                .replace("$s.record", "s." + String.join(", s.", RECORD))
                .replace("$report", String.join(", ", ReportColumns.ALL))
                .replace("$r.report", "r." + String.join(", r.", ReportColumns.ALL));
    }

    private static List<String> concat(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
