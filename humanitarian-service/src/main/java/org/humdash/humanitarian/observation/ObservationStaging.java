package org.humdash.humanitarian.observation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.humdash.kit.ingest.CopyTable;
import org.humdash.kit.revision.RevisionedEntity;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.hxl.RowProblem;

/**
 * Observations on their way in: staged in a temporary table of one transaction, held against what is recorded, and
 * applied all together by set-based statements. Whatever goes wrong before the commit leaves nothing behind.
 */
final class ObservationStaging {

    private static final String CONTENT = "sensitivity, indicator, area, originator, publisher, reference, definition,"
            + " qualifier, lower, lower_inclusive, best, upper, upper_inclusive, valid_from, valid_to, published_on, url,"
            + " archive_url, verbatim, language, note, hazard, sex, age, cause, shelter_type, fingerprint";

    private static final List<String> STAGED_COLUMNS =
            List.of("row_number", "id", "relay_of_reference", "revision_reason", CONTENT);

    private static final int FETCH = 1_000;

    private final Connection connection;

    private ObservationStaging(Connection connection) {
        this.connection = connection;
    }

    /** Opens an empty staging table, which is gone when the transaction ends. */
    static ObservationStaging open(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    create temporary table staged_observation (like observation) on commit drop;
                    alter table staged_observation
                        drop column revision_id, drop column recorded_at, drop column superseded_at,
                        alter column revision drop not null, alter column revision_reason drop not null,
                        add column row_number bigint, add column relay_of_reference text, add column outcome text;
                    """);
        }
        return new ObservationStaging(connection);
    }

    /** Opens the stream that drafts are added by; nothing else is done with the staging until it is closed. */
    Writer writer() throws SQLException {
        return new Writer(CopyTable.into(connection, "staged_observation", STAGED_COLUMNS));
    }

    /** Takes out the rows that do not hold together with the rest of the file or with what is recorded, and says why. */
    void refuse(Consumer<RowProblem> problems) throws SQLException {
        execute("create index on staged_observation (originator, reference)");
        execute("analyze staged_observation");
        refused("""
                with refused as (
                    delete from staged_observation s using (
                        select row_number, min(row_number) over (partition by originator, reference) as first_row
                        from staged_observation) d
                    where d.row_number = s.row_number and d.first_row < s.row_number
                    returning s.row_number, d.first_row)
                select row_number, 'reference', 'DUPLICATE_REFERENCE',
                    'row ' || first_row || ' has the same originator and reference'
                from refused order by row_number""", problems);
        // A relay of a refused row is refused too, however long the chain; a ring of relays leads to no statement.
        refused("""
                with recursive relay as (
                    select row_number, originator, reference, relay_of_reference
                    from staged_observation where relay_of_reference is not null),
                sound as (
                    select r.row_number, r.originator, r.reference from relay r
                    left join staged_observation o
                        on o.originator = r.originator and o.reference = r.relay_of_reference
                    where case when o.row_number is not null then o.relay_of_reference is null
                        else exists (select from observation k where k.superseded_at is null
                            and k.originator = r.originator and k.reference = r.relay_of_reference) end
                    union
                    select r.row_number, r.originator, r.reference from relay r
                    join sound s on s.originator = r.originator and s.reference = r.relay_of_reference),
                refused as (
                    delete from staged_observation s
                    where s.relay_of_reference is not null
                    and not exists (select from sound where sound.row_number = s.row_number)
                    returning s.row_number, s.originator, s.relay_of_reference)
                select row_number, 'relay_of', 'UNKNOWN_RELAY', '''' || relay_of_reference
                    || ''' is neither a recorded observation of ' || originator || ' nor a good row of this file'
                from refused order by row_number""", problems);
    }

    /** Finds out what each staged row would do: CREATED, REVISED or UNCHANGED. */
    void compare() throws SQLException {
        execute("""
                update staged_observation s
                set outcome = case when o.revision_id is null then 'CREATED'
                        when o.fingerprint = s.fingerprint then 'UNCHANGED' else 'REVISED' end,
                    id = coalesce(o.id, s.id),
                    revision = coalesce(o.revision, 0) + 1,
                    revision_reason = case when o.revision_id is null and s.revision_reason is distinct from 'RETRACTION'
                            then 'NEW' else coalesce(nullif(s.revision_reason, 'NEW'), 'UPDATE') end
                from staged_observation t left join observation o
                    on o.originator = t.originator and o.reference = t.reference and o.superseded_at is null
                where t.row_number = s.row_number""");
    }

    /** How many staged rows have an outcome. */
    long count(String outcome) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select count(*) from staged_observation where outcome = ?")) {
            statement.setString(1, outcome);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Writes the new revisions and closes those they replace. */
    void apply(Instant recordedAt) throws SQLException {
        execute("""
                update staged_observation s set relay_of = coalesce(
                    (select o.id from staged_observation o
                     where o.originator = s.originator and o.reference = s.relay_of_reference),
                    (select o.id from observation o where o.superseded_at is null
                     and o.originator = s.originator and o.reference = s.relay_of_reference))
                where s.relay_of_reference is not null""");
        try (PreparedStatement close = connection.prepareStatement("""
                update observation o set superseded_at = ? from staged_observation s
                where s.outcome = 'REVISED' and o.id = s.id and o.superseded_at is null""")) {
            close.setObject(1, OffsetDateTime.ofInstant(recordedAt, ZoneOffset.UTC));
            close.executeUpdate();
        }
        String columns = "id, revision, revision_reason, relay_of, " + CONTENT;
        try (PreparedStatement insert =
                connection.prepareStatement("insert into observation (recorded_at, " + columns + ") select ?, "
                        + columns + " from staged_observation where outcome <> 'UNCHANGED' order by row_number")) {
            insert.setObject(1, OffsetDateTime.ofInstant(recordedAt, ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    private void refused(String deletion, Consumer<RowProblem> problems) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH);
            try (ResultSet rows = statement.executeQuery(deletion)) {
                while (rows.next()) {
                    problems.accept(
                            new RowProblem(rows.getLong(1), rows.getString(2), rows.getString(3), rows.getString(4)));
                }
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Streams drafts that keep the rules by themselves into the staging table, in memory that does not grow. */
    static final class Writer implements AutoCloseable {

        private final CopyTable table;

        private Writer(CopyTable table) {
            this.table = table;
        }

        void add(ObservationDraft draft) {
            Estimate e = draft.estimate();
            Disaggregation part = draft.disaggregation();
            table.row(
                    draft.row(),
                    RevisionedEntity.newId(),
                    draft.relayOf(),
                    draft.revisionReason(),
                    draft.sensitivity(),
                    draft.indicator(),
                    draft.area(),
                    draft.originator(),
                    draft.publisher(),
                    draft.reference(),
                    draft.definition(),
                    e.qualifier(),
                    e.lower(),
                    e.lowerInclusive(),
                    e.best(),
                    e.upper(),
                    e.upperInclusive(),
                    draft.validFrom(),
                    draft.validTo(),
                    draft.publishedOn(),
                    draft.url(),
                    draft.archiveUrl(),
                    draft.text(),
                    draft.language(),
                    draft.note(),
                    draft.hazard(),
                    part.sex(),
                    part.age(),
                    part.cause(),
                    part.shelterType(),
                    draft.fingerprint());
        }

        @Override
        public void close() throws SQLException {
            table.close();
        }
    }
}
