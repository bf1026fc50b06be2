package org.humdash.incident.incident;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.humdash.vocabulary.hxl.RowProblem;

/**
 * Incidents on their way in, with their reports: staged in temporary tables of one transaction, held against what is
 * recorded, and applied all together by set-based statements. Whatever goes wrong before the commit leaves nothing
 * behind.
 *
 * <p>The order of use: {@link #open}, {@link #add}, {@link #refuseRepeated}, {@link #compare} or {@link #revise},
 * {@link #apply}. Where most rows are new, {@link #record} takes the place of {@code add}: it writes them at once, while
 * the file is still being read, and only the others wait to be compared.
 */
final class IncidentStaging {

    /** What an import may find that a staged row does. */
    enum Outcome {
        CREATED,
        REVISED,
        UNCHANGED
    }

    /** How many rows were staged with each outcome. */
    record Counts(long created, long revised, long unchanged) {}

    private static final int ROWS_AT_A_TIME = 1_000;

    private final Connection connection;
    private final StagedTables staged;
    private final RollupMaintenance rollup;
    private final WithdrawalMaintenance withdrawals;
    private NewIncidents newIncidents;

    private IncidentStaging(Connection connection) throws SQLException {
        this.connection = connection;
        this.staged = StagedTables.create(connection);
        this.rollup = new RollupMaintenance(connection);
        this.withdrawals = new WithdrawalMaintenance(connection);
    }

    /** Opens empty staging tables, which are gone when the transaction ends. */
    static IncidentStaging open(Connection connection) throws SQLException {
        return new IncidentStaging(connection);
    }

    /** Adds drafts that keep the rules by themselves. */
    void add(List<IncidentDraft> drafts) throws SQLException {
        staged.add(drafts);
    }

    /**
     * Adds drafts that keep the rules by themselves, and records those at once that are new.
     *
     * @param recordedAt the same every time
     */
    void record(List<IncidentDraft> drafts, Instant recordedAt, String recordedBy) throws SQLException {
        if (newIncidents == null) {
            newIncidents = NewIncidents.begin(connection, recordedAt, recordedBy);
        }
        staged.add(newIncidents.record(drafts));
    }

    /** Takes out the rows whose key an earlier row of the file has, and says which. */
    void refuseRepeated(Consumer<RowProblem> problems) throws SQLException {
        execute("analyze staged_incident");
        if (newIncidents != null) {
            // The database does not know yet how many rows there are, and would go through them again and again.
            execute("analyze recorded_row; analyze incident; analyze incident_report");
            refuseRepeated(problems, """
                    select s.row_number, n.row_number as first_row
                    from staged_incident s
                    join incident k on k.source = s.source and k.reference = s.reference and k.superseded_at is null
                    join recorded_row n on n.id = k.id""");
        }
        refuseRepeated(problems, """
                select row_number, min(row_number) over (partition by source, reference) as first_row from staged_incident""");
    }

    private void refuseRepeated(Consumer<RowProblem> problems, String firstRows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                with repeated as (
                    delete from staged_incident s using (%s) d
                    where d.row_number = s.row_number and d.first_row < s.row_number
                    returning s.row_number, d.first_row),
                without_reports as (
                    delete from staged_report r using repeated where repeated.row_number = r.row_number)
                select row_number, first_row from repeated order by row_number""".formatted(firstRows))) {
            // A file may hold a million such rows; they pass through and are not collected.
            statement.setFetchSize(ROWS_AT_A_TIME);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    problems.accept(new RowProblem(
                            rows.getLong(1),
                            "reference",
                            "DUPLICATE_REFERENCE",
                            "row " + rows.getLong(2) + " has the same source and reference"));
                }
            }
        }
    }

    /**
     * Tells the incidents that stand, of the staged sources and ceasefires, and are not staged. What never leaves the
     * service is not listed here either.
     */
    void findMissing(BiConsumer<UUID, String> missing) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select k.id, k.reference from incident k
                where k.superseded_at is null and k.status <> 'RETRACTED' and k.sensitivity <> 'SEVERE'
                and k.recorded_at is distinct from ?
                and (k.source, k.ceasefire) in (
                    select source, ceasefire from staged_incident
                    union
                    select source, ceasefire from incident where recorded_at = ?)
                and not exists (select from staged_incident s where s.source = k.source and s.reference = k.reference)
                order by k.occurred_from, k.id""")) {
            statement.setFetchSize(ROWS_AT_A_TIME);
            OffsetDateTime begun = newIncidents == null ? null : at(newIncidents.recordedAt());
            statement.setObject(1, begun, Types.TIMESTAMP_WITH_TIMEZONE);
            statement.setObject(2, begun, Types.TIMESTAMP_WITH_TIMEZONE);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    missing.accept(row.getObject(1, UUID.class), row.getString(2));
                }
            }
        }
    }

    /**
     * Finds out what each staged row would do, by the key of its provider. What a person decided stays: a stage the
     * incident has reached, a sensitivity the table is silent about, figures and a grade set by hand, reports added.
     */
    void compare() throws SQLException {
        execute("""
                insert into staged_outcome (row_number, id, revision, old_revision_id, old_sensitivity, duplicate_of, outcome,
                    sensitivity, status, fingerprint, revision_reason)
                select f.row_number, f.id, f.revision, f.old_revision_id, f.old_sensitivity, f.duplicate_of, f.outcome,
                    f.sensitivity, f.status, f.fingerprint,
                    case when f.status = 'RETRACTED' then 'RETRACTION'
                         when f.old_revision_id is null then 'NEW'
                         when f.stated_reason not in ('NEW', 'RETRACTION') then f.stated_reason
                         when f.type <> f.old_type then 'RECLASSIFICATION'
                         else 'UPDATE' end as revision_reason
                from (
                    select s.row_number, coalesce(k.id, s.id) as id, coalesce(k.revision, 0) + 1 as revision,
                        k.revision_id as old_revision_id, k.sensitivity as old_sensitivity, k.duplicate_of,
                        case when k.revision_id is null then 'CREATED'
                             when k.fingerprint = s.fingerprint and k.sensitivity = coalesce(s.sensitivity, k.sensitivity)
                                 then 'UNCHANGED'
                             else 'REVISED' end as outcome,
                        coalesce(s.sensitivity, k.sensitivity, 'LOW') as sensitivity,
                        case when s.status = 'DRAFT' then coalesce(k.status, 'DRAFT')
                             else coalesce(s.status, k.status, 'PUBLISHED') end as status,
                        s.revision_reason as stated_reason, s.type, k.type as old_type, s.fingerprint
                    from staged_incident s
                    left join incident k on k.source = s.source and k.reference = s.reference and k.superseded_at is null) f;
                """);
        execute("analyze staged_outcome");
        new KeptJudgements(connection, staged).renew();
    }

    /** Makes each staged row the next revision of the incident with its key, which keeps its provider's fingerprint. */
    void revise() throws SQLException {
        execute("""
                insert into staged_outcome (row_number, id, revision, old_revision_id, old_sensitivity, duplicate_of, outcome,
                    sensitivity, status, fingerprint, revision_reason)
                select s.row_number, k.id, k.revision + 1 as revision, k.revision_id as old_revision_id,
                    k.sensitivity as old_sensitivity, k.duplicate_of, 'REVISED',
                    coalesce(s.sensitivity, k.sensitivity) as sensitivity, coalesce(s.status, k.status) as status,
                    k.fingerprint, s.revision_reason
                from staged_incident s
                join incident k on k.source = s.source and k.reference = s.reference and k.superseded_at is null
                """);
    }

    /** Makes one of the staged incidents a duplicate of another, or of none. */
    void markDuplicate(UUID duplicate, UUID survivor) throws SQLException {
        update("update staged_outcome set duplicate_of = ? where id = ?", survivor, duplicate);
    }

    Counts counts() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                        select count(*) filter (where outcome = 'CREATED'), count(*) filter (where outcome = 'REVISED'),
                            count(*) filter (where outcome = 'UNCHANGED') from staged_outcome where row_number >= 0""");
                ResultSet row = statement.executeQuery()) {
            row.next();
            long recorded = newIncidents == null ? 0 : newIncidents.count();
            return new Counts(recorded + row.getLong(1), row.getLong(2), row.getLong(3));
        }
    }

    /** Writes the new revisions with their reports, closes those they replace, and brings up to date what is kept of both. */
    void apply(Instant recordedAt, String recordedBy) throws SQLException {
        OffsetDateTime at = at(recordedAt);
        new RaisedDuplicates(connection, StagedTables.RECORD).stage();
        update("""
                update incident k set superseded_at = ? from staged_outcome o
                where o.outcome = 'REVISED' and k.revision_id = o.old_revision_id""", at);
        staged.write(at, recordedBy);
        rollup.apply(at);
        withdrawals.apply(at);
    }

    private void update(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
