package org.humdash.incident.incident;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What persons decided about incidents that a table says something new of: a figure, a grade, reports they added. */
final class KeptJudgements {

    private static final int ROWS_AT_A_TIME = 1_000;

    private final Connection connection;
    private final StagedTables staged;

    /** @param staged rows that have been compared with what is recorded */
    KeptJudgements(Connection connection, StagedTables staged) {
        this.connection = connection;
        this.staged = staged;
    }

    /**
     * Revised rows of incidents that somebody judged, or added reports to, are made again from both. They are few. Nothing
     * is kept of an incident that never left the service when its next revision may: that one says what is sent alone.
     */
    void renew() throws SQLException {
        List<IncidentDraft> renewed = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                select s.*, k.revision_id as old_revision_id from staged_outcome o
                join staged_incident s using (row_number)
                join incident k on k.revision_id = o.old_revision_id
                where o.outcome = 'REVISED' and (k.sensitivity <> 'SEVERE' or o.sensitivity = 'SEVERE')
                and (k.estimate_reason is not null or k.grade_reason is not null
                    or exists (select from incident_report r where r.incident_revision_id = k.revision_id and r.added_by_hand))
                """)) {
            statement.setFetchSize(ROWS_AT_A_TIME);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    renewed.add(renewed(row));
                }
            }
        }
        for (int from = 0; from < renewed.size(); from += ROWS_AT_A_TIME) {
            replace(renewed.subList(from, Math.min(renewed.size(), from + ROWS_AT_A_TIME)));
        }
    }

    private IncidentDraft renewed(ResultSet row) throws SQLException {
        long number = row.getLong("row_number");
        Incident fresh = IncidentColumns.read(
                row, reports("select * from staged_report where row_number = ? order by number", number));
        long oldRevisionId = row.getLong("old_revision_id");
        List<Report> old =
                reports("select * from incident_report where incident_revision_id = ? order by number", oldRevisionId);
        List<Report> reports = new ArrayList<>(fresh.reports());
        old.stream()
                .filter(report ->
                        report.addedByHand() && fresh.reports().stream().noneMatch(report::isTheSameAs))
                .forEach(reports::add);
        return new IncidentDraft(
                number,
                row.getString("source"),
                row.getString("reference"),
                fresh.with(reports).judgedAs(judgedIncident(oldRevisionId, old)),
                null,
                null,
                null,
                row.getString("revision_note"));
    }

    private Incident judgedIncident(long revisionId, List<Report> reports) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select * from incident where revision_id = ?")) {
            statement.setLong(1, revisionId);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return IncidentColumns.read(row, reports);
            }
        }
    }

    private List<Report> reports(String sql, long key) throws SQLException {
        List<Report> reports = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, key);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    reports.add(ReportColumns.read(row));
                }
            }
        }
        return reports;
    }

    /** Stages the rows anew; what they do was found out before and stays. */
    private void replace(List<IncidentDraft> drafts) throws SQLException {
        Long[] rows = drafts.stream().map(IncidentDraft::row).toArray(Long[]::new);
        Array numbers = connection.createArrayOf("bigint", rows);
        for (String table : List.of("staged_report", "staged_incident")) {
            try (PreparedStatement statement =
                    connection.prepareStatement("delete from " + table + " where row_number = any(?)")) {
                statement.setArray(1, numbers);
                statement.executeUpdate();
            }
        }
        staged.add(drafts);
    }
}
