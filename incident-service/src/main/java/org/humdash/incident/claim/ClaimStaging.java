package org.humdash.incident.claim;

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
 * Claims on their way in: staged in temporary tables of one transaction, held against what is recorded, and applied all
 * together by set-based statements. Whatever goes wrong before the commit leaves nothing behind.
 */
final class ClaimStaging {

    private static final String ESTIMATE = "qualifier, lower, lower_inclusive, best, upper, upper_inclusive";

    private static final String CONTENT = "sensitivity, ceasefire, area, originator, publisher, reference, measure, "
            + ESTIMATE + ", valid_from, valid_to, stated_days, day_count, published_on, url, archive_url, verbatim,"
            + " language, note, fingerprint";

    private static final List<String> CLAIM_COLUMNS =
            List.of("row_number", "id", "relay_of_reference", "revision_reason", CONTENT);

    private static final List<String> PART_COLUMNS = List.of("row_number", "type", ESTIMATE);

    private final Connection connection;

    private ClaimStaging(Connection connection) {
        this.connection = connection;
    }

    /** Opens empty staging tables, which are gone when the transaction ends. */
    static ClaimStaging open(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    create temporary table staged_claim (like violation_claim) on commit drop;
                    alter table staged_claim
                        drop column revision_id, drop column recorded_at, drop column superseded_at,
                        alter column revision drop not null, alter column revision_reason drop not null,
                        add column row_number bigint, add column relay_of_reference text, add column outcome text;
                    create temporary table staged_part (like violation_claim_part) on commit drop;
                    alter table staged_part drop column claim_revision_id, add column row_number bigint;
                    """);
        }
        return new ClaimStaging(connection);
    }

    /** Adds drafts that keep the rules by themselves. */
    void add(List<ClaimDraft> drafts) throws SQLException {
        try (CopyTable claims = CopyTable.into(connection, "staged_claim", CLAIM_COLUMNS)) {
            for (ClaimDraft draft : drafts) {
                Estimate e = draft.estimate();
                claims.row(
                        draft.row(),
                        RevisionedEntity.newId(),
                        draft.relayOf(),
                        draft.revisionReason(),
                        draft.sensitivity(),
                        draft.ceasefire(),
                        draft.area(),
                        draft.originator(),
                        draft.publisher(),
                        draft.reference(),
                        draft.measure(),
                        e.qualifier(),
                        e.lower(),
                        e.lowerInclusive(),
                        e.best(),
                        e.upper(),
                        e.upperInclusive(),
                        draft.validFrom(),
                        draft.validTo(),
                        draft.statedDays(),
                        draft.dayCount(),
                        draft.publishedOn(),
                        draft.url(),
                        draft.archiveUrl(),
                        draft.text(),
                        draft.language(),
                        draft.note(),
                        draft.fingerprint());
            }
        }
        try (CopyTable parts = CopyTable.into(connection, "staged_part", PART_COLUMNS)) {
            for (ClaimDraft draft : drafts) {
                draft.parts()
                        .forEach((type, e) -> parts.row(
                                draft.row(),
                                type,
                                e.qualifier(),
                                e.lower(),
                                e.lowerInclusive(),
                                e.best(),
                                e.upper(),
                                e.upperInclusive()));
            }
        }
    }

    /** Takes out the rows that do not hold together with the rest of the file or with what is recorded, and says why. */
    void refuse(Consumer<RowProblem> problems) throws SQLException {
        execute("create index on staged_claim (originator, reference)");
        execute("analyze staged_claim");
        refuse(problems, """
                delete from staged_claim s using (
                    select row_number, min(row_number) over (partition by originator, reference) as first_row
                    from staged_claim) d
                where d.row_number = s.row_number and d.first_row < s.row_number
                returning s.row_number, 'reference', 'DUPLICATE_REFERENCE',
                    'row ' || d.first_row || ' has the same originator and reference'""");
        refuse(problems, """
                delete from staged_claim s
                where s.relay_of_reference is not null
                and not exists (select from staged_claim o
                    where o.originator = s.originator and o.reference = s.relay_of_reference)
                and not exists (select from violation_claim o where o.superseded_at is null
                    and o.originator = s.originator and o.reference = s.relay_of_reference)
                returning s.row_number, 'relay_of', 'UNKNOWN_RELAY',
                    'no claim of ' || s.originator || ' has the reference ''' || s.relay_of_reference || ''''""");
    }

    /** Finds out what each staged row would do: CREATED, REVISED or UNCHANGED. */
    void compare() throws SQLException {
        execute("""
                update staged_claim s
                set outcome = case when c.revision_id is null then 'CREATED'
                        when c.fingerprint = s.fingerprint then 'UNCHANGED' else 'REVISED' end,
                    id = coalesce(c.id, s.id),
                    revision = coalesce(c.revision, 0) + 1,
                    revision_reason = case when c.revision_id is null and s.revision_reason is distinct from 'RETRACTION'
                            then 'NEW' else coalesce(nullif(s.revision_reason, 'NEW'), 'UPDATE') end
                from staged_claim t left join violation_claim c
                    on c.originator = t.originator and c.reference = t.reference and c.superseded_at is null
                where t.row_number = s.row_number""");
    }

    /** How many staged rows have an outcome. */
    long count(String outcome) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select count(*) from staged_claim where outcome = ?")) {
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
                update staged_claim s set relay_of = coalesce(
                    (select o.id from staged_claim o
                     where o.originator = s.originator and o.reference = s.relay_of_reference),
                    (select o.id from violation_claim o where o.superseded_at is null
                     and o.originator = s.originator and o.reference = s.relay_of_reference))
                where s.relay_of_reference is not null""");
        try (PreparedStatement close = connection.prepareStatement("""
                update violation_claim c set superseded_at = ? from staged_claim s
                where s.outcome = 'REVISED' and c.id = s.id and c.superseded_at is null""")) {
            close.setObject(1, OffsetDateTime.ofInstant(recordedAt, ZoneOffset.UTC));
            close.executeUpdate();
        }
        String columns = "id, revision, revision_reason, relay_of, " + CONTENT;
        try (PreparedStatement insert =
                connection.prepareStatement("insert into violation_claim (recorded_at, " + columns + ") select ?, "
                        + columns + " from staged_claim where outcome <> 'UNCHANGED' order by row_number")) {
            insert.setObject(1, OffsetDateTime.ofInstant(recordedAt, ZoneOffset.UTC));
            insert.executeUpdate();
        }
        execute("insert into violation_claim_part (claim_revision_id, type, " + ESTIMATE + ")"
                + " select c.revision_id, p.type, p.qualifier, p.lower, p.lower_inclusive, p.best, p.upper,"
                + " p.upper_inclusive from staged_part p join staged_claim s using (row_number)"
                + " join violation_claim c on c.id = s.id and c.revision = s.revision where s.outcome <> 'UNCHANGED'");
    }

    private void refuse(Consumer<RowProblem> problems, String deletion) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(deletion)) {
            // A file may hold a million such rows; they pass through and are not collected.
            statement.setFetchSize(1_000);
            try (ResultSet rows = statement.executeQuery()) {
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
}
