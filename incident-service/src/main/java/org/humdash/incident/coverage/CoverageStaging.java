package org.humdash.incident.coverage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.humdash.kit.ingest.CopyTable;
import org.humdash.kit.revision.RevisionedEntity;
import org.humdash.vocabulary.hxl.RowProblem;

/**
 * Coverage days on their way in, keyed by (ceasefire, source, day): staged in a temporary table of one transaction, held
 * against what is recorded, and applied all together. It is told apart from the staging of claims by its key, and by
 * one row of a table standing for many days.
 *
 * <p>The order of use: {@link #open}, {@link #add}, {@link #refuse}, {@link #compare}, {@link #apply}.
 */
final class CoverageStaging {

    private static final int ROWS_AT_A_TIME = 1_000;
    private static final String CONTENT = "ceasefire, source, day, status, note, sensitivity";

    private final Connection connection;

    private CoverageStaging(Connection connection) {
        this.connection = connection;
    }

    /** Opens an empty staging table, which is gone when the transaction ends. */
    static CoverageStaging open(Connection connection) throws SQLException {
        CoverageStaging staging = new CoverageStaging(connection);
        staging.execute("""
                create temporary table staged_coverage_day (like coverage_day) on commit drop;
                alter table staged_coverage_day
                    drop column revision_id, drop column recorded_at, drop column superseded_at,
                    alter column revision drop not null, alter column revision_reason drop not null,
                    alter column sensitivity drop not null,
                    add column row_number bigint, add column outcome text;
                """);
        return staging;
    }

    /** Adds drafts that keep the rules by themselves, each day of a period as a row of its own. */
    void add(List<CoverageDraft> drafts) throws SQLException {
        try (CopyTable rows = CopyTable.into(
                connection, "staged_coverage_day", List.of("row_number", "id", "revision_reason", CONTENT))) {
            for (CoverageDraft draft : drafts) {
                for (LocalDate day = draft.from(); !day.isAfter(draft.to()); day = day.plusDays(1)) {
                    rows.row(
                            draft.row(),
                            RevisionedEntity.newId(),
                            draft.revisionReason(),
                            draft.ceasefire(),
                            draft.source(),
                            day,
                            draft.status(),
                            draft.note(),
                            draft.sensitivity());
                }
            }
        }
    }

    /** Takes out the rows of the file that speak of a day an earlier row speaks of, and says so. */
    void refuse(Consumer<RowProblem> problems) throws SQLException {
        execute("create index on staged_coverage_day (ceasefire, source, day)");
        execute("analyze staged_coverage_day");
        String deletion = """
                with clash as (
                    select row_number, min(first_row) as first_row, min(day) as day from (
                        select row_number, day, min(row_number) over (partition by ceasefire, source, day) as first_row
                        from staged_coverage_day) d
                    where first_row < row_number group by row_number),
                deleted as (
                    delete from staged_coverage_day s using clash where clash.row_number = s.row_number)
                select row_number, 'day', 'DUPLICATE_DAY', 'row ' || first_row
                    || ' speaks of the same ceasefire, source and day, ' || day
                from clash order by row_number""";
        try (PreparedStatement statement = connection.prepareStatement(deletion)) {
            // A file may hold a million such rows; they pass through and are not collected.
            statement.setFetchSize(ROWS_AT_A_TIME);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    problems.accept(
                            new RowProblem(rows.getLong(1), rows.getString(2), rows.getString(3), rows.getString(4)));
                }
            }
        }
    }

    /** Finds out what each staged day would do: CREATED, REVISED or UNCHANGED. */
    void compare() throws SQLException {
        execute("""
                update staged_coverage_day s
                set outcome = case when k.revision_id is null then 'CREATED'
                        when k.status = s.status and k.note is not distinct from s.note
                            and k.sensitivity = coalesce(s.sensitivity, k.sensitivity) then 'UNCHANGED'
                        else 'REVISED' end,
                    -- A table that says nothing of sensitivity must not make a hidden record public.
                    sensitivity = coalesce(s.sensitivity, k.sensitivity, 'LOW'),
                    id = coalesce(k.id, s.id),
                    revision = coalesce(k.revision, 0) + 1,
                    revision_reason = case when k.revision_id is null then 'NEW'
                        else coalesce(nullif(s.revision_reason, 'NEW'), 'UPDATE') end
                from staged_coverage_day t left join coverage_day k
                    on k.ceasefire = t.ceasefire and k.source = t.source and k.day = t.day and k.superseded_at is null
                where t.ctid = s.ctid""");
    }

    /** How many staged days have an outcome. */
    long count(String outcome) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select count(*) from staged_coverage_day where outcome = ?")) {
            statement.setString(1, outcome);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Writes the new revisions and closes those they replace. */
    void apply(Instant recordedAt) throws SQLException {
        executeAt(recordedAt, """
                update coverage_day k set superseded_at = ? from staged_coverage_day s
                where s.outcome = 'REVISED' and k.id = s.id and k.superseded_at is null""");
        String columns = "id, revision, revision_reason, " + CONTENT;
        executeAt(
                recordedAt,
                "insert into coverage_day (recorded_at, " + columns + ") select ?, " + columns
                        + " from staged_coverage_day where outcome <> 'UNCHANGED' order by row_number, day");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void executeAt(Instant instant, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }
}
