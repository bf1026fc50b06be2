package org.humdash.kit.ingest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.humdash.kit.revision.RevisionedEntity;
import org.humdash.vocabulary.hxl.RowProblem;

/**
 * Records on their way into a table of revisions whose key is (originator, reference): staged in a temporary table of one
 * transaction, held against what is recorded, and applied all together by set-based statements. Whatever goes wrong
 * before the commit leaves nothing behind.
 *
 * <p>The order of use: {@link #open}, {@link #add}, {@link #refuse}, {@link #compare}, {@link #apply}. Where
 * {@link #areMostlyNew most} rows are of new records, {@link #record} takes the place of {@code add}: it writes them at once,
 * while the file is still being read, and only the others wait to be compared.
 */
public final class StagedRevisions {

    private static final int ROWS_AT_A_TIME = 1_000;

    private final Connection connection;
    private final String table;
    private final String content;
    private NewRevisions fresh;

    private StagedRevisions(Connection connection, String table, String content) {
        this.connection = connection;
        this.table = table;
        this.content = content;
    }

    /**
     * Opens an empty staging table, {@code staged_<table>}, which is gone when the transaction ends. Beside it stands
     * {@code standing_<table>} after {@link #compare}: for each staged row of a record that is there already, by its
     * {@code entry}, the revision it was held against.
     *
     * @param table the table of revisions, with a column relay_of
     * @param content its columns, with commas, that hold what a record says, fingerprint included
     */
    public static StagedRevisions open(Connection connection, String table, String content) throws SQLException {
        StagedRevisions staged = new StagedRevisions(connection, table, content);
        staged.execute("""
                create temporary table staged_$table (like $table) on commit drop;
                alter table staged_$table
                    drop column revision_id, drop column recorded_at, drop column superseded_at, drop column revision,
                    alter column revision_reason drop not null, alter column sensitivity drop not null,
                    add column entry bigint generated always as identity, add column row_number bigint,
                    add column relay_of_reference text;
                -- Grouping and joining a million rows on disk takes twice as long as in memory.
                set local work_mem = '64MB';
                """);
        return staged;
    }

    /**
     * The stream that rows are added by; nothing else is done with the connection until it is closed. A row is: the number
     * of the row it came from, which several may share, a new id, the reference of the record it relays or null, the reason
     * for its revision or null, and the content. A sensitivity left null is that of the record, or LOW for a new one; it is
     * no part of the fingerprint.
     */
    public CopyTable copy() throws SQLException {
        return CopyTable.into(
                connection,
                "staged_" + table,
                List.of("row_number", "id", "relay_of_reference", "revision_reason", content));
    }

    /** Adds rows that keep the rules by themselves. */
    public void add(List<StagedRow> rows) throws SQLException {
        try (CopyTable copy = copy()) {
            for (StagedRow row : rows) {
                List<Object> values = new ArrayList<>(row.content().size() + 4);
                values.addAll(Arrays.asList(row.number(), RevisionedEntity.newId(), row.relayOf(), row.reason()));
                values.addAll(row.content());
                copy.row(values.toArray());
            }
        }
    }

    /** Whether more than half of these rows are of records that are not there yet. */
    public boolean areMostlyNew(List<StagedRow> rows) throws SQLException {
        return NewRevisions.areMostOf(rows, connection, table);
    }

    /**
     * Adds rows that keep the rules by themselves, and records those at once that are new.
     *
     * @param recordedAt the same every time, and that of {@link #apply}; the clock of changes has been moved to it
     */
    public void record(List<StagedRow> rows, Instant recordedAt) throws SQLException {
        if (fresh == null) {
            fresh = NewRevisions.begin(connection, table, columns().toList(), recordedAt);
        }
        List<StagedRow> others = fresh.record(rows);
        if (!others.isEmpty()) {
            add(others);
        }
    }

    /**
     * Takes out the rows that do not hold together with the rest of the file or with what is recorded, and says why. Where
     * there are relays, the clock of changes must have been moved before what is refused here is applied: two writers who
     * each add half of a ring would not see it.
     */
    public void refuse(Consumer<RowProblem> problems) throws SQLException {
        execute("analyze staged_$table");
        if (fresh != null) {
            // The database does not know yet how many rows there are, and would go through them again and again.
            execute("analyze recorded_$table; analyze $table");
            refuse(problems, """
                    with refused as (
                        delete from staged_$table s using $table k, recorded_$table r
                        where k.originator = s.originator and k.reference = s.reference and k.superseded_at is null
                        and r.id = k.id
                        returning s.entry, s.row_number, r.row_number as first_row)
                    select row_number, 'reference', 'DUPLICATE_REFERENCE',
                        'row ' || first_row || ' has the same originator and reference'
                    from refused order by entry""");
        }
        refuse(problems, """
                with repeated as (
                    select originator, reference, min(entry) as first_entry, min(row_number) as first_row
                    from staged_$table group by originator, reference having count(*) > 1),
                refused as (
                    delete from staged_$table s using repeated r
                    where s.originator = r.originator and s.reference = r.reference and s.entry > r.first_entry
                    returning s.entry, s.row_number, r.first_row)
                select row_number, 'reference', 'DUPLICATE_REFERENCE',
                    'row ' || first_row || ' has the same originator and reference'
                from refused order by entry""");
        if (!hasRelays()) {
            return;
        }
        execute("create index on staged_$table (originator, reference)");
        // A relay of a refused row is refused too, however long the chain; a ring of relays leads to no statement. What
        // is
        // recorded and not in the file is passed through, up to a statement or to a row that says something new.
        refuse(problems, """
                with recursive relay as (
                    select entry, originator, relay_of_reference from staged_$table where relay_of_reference is not null),
                passed as (
                    select r.entry, k.originator, k.reference, k.relay_of from relay r
                    join $table k on k.superseded_at is null
                        and k.originator = r.originator and k.reference = r.relay_of_reference
                    union
                    select p.entry, k.originator, k.reference, k.relay_of from passed p
                    join $table k on k.superseded_at is null and k.id = p.relay_of
                    where not exists (select from staged_$table o
                        where o.originator = p.originator and o.reference = p.reference)),
                step as (
                    select r.entry, o.entry as next, o.relay_of_reference is null as is_last from relay r
                    join staged_$table o on o.originator = r.originator and o.reference = r.relay_of_reference
                    union all
                    select p.entry, o.entry, o.relay_of_reference is null from passed p
                    left join staged_$table o on o.originator = p.originator and o.reference = p.reference
                    where o.entry is not null or p.relay_of is null),
                sound as (
                    select entry from step where is_last
                    union
                    select t.entry from step t join sound s on s.entry = t.next),
                refused as (
                    delete from staged_$table s
                    where s.relay_of_reference is not null
                    and not exists (select from sound where sound.entry = s.entry)
                    returning s.entry, s.row_number, s.originator, s.relay_of_reference,
                        exists (select from passed p where p.entry = s.entry) as is_recorded)
                select row_number, 'relay_of', case when is_recorded then 'RELAYS_ITSELF' else 'UNKNOWN_RELAY' end,
                    case when is_recorded
                        then '''' || relay_of_reference || ''' passes on what this row says, or a row that is refused'
                        else '''' || relay_of_reference || ''' is neither a recorded statement of ' || originator
                            || ' nor a good row of this file' end
                from refused order by entry""");
    }

    /** Finds the revisions that stand of the staged records. Rows without one are new; nothing is written of them yet. */
    public void compare() throws SQLException {
        execute("""
                create temporary table standing_$table on commit drop as
                select s.entry, k.id, k.revision_id, k.revision, k.sensitivity,
                    k.fingerprint = s.fingerprint and k.sensitivity = coalesce(s.sensitivity, k.sensitivity) as is_unchanged
                from staged_$table s
                join $table k on k.originator = s.originator and k.reference = s.reference and k.superseded_at is null;
                analyze standing_$table;
                """);
    }

    /** How many rows do what. */
    public ImportCounts counts() throws SQLException {
        try (PreparedStatement statement = prepare("""
                        select (select count(*) from staged_$table) - count(*), count(*) filter (where not is_unchanged),
                            count(*) filter (where is_unchanged) from standing_$table""");
                ResultSet row = statement.executeQuery()) {
            row.next();
            long recorded = fresh == null ? 0 : fresh.count();
            return new ImportCounts(recorded + row.getLong(1), row.getLong(2), row.getLong(3));
        }
    }

    /** Writes the new revisions and closes those they replace. */
    public void apply(Instant recordedAt) throws SQLException {
        if (hasRelays()) {
            execute("""
                    update staged_$table s set relay_of = coalesce(
                        (select coalesce(t.id, o.id) from staged_$table o left join standing_$table t using (entry)
                         where o.originator = s.originator and o.reference = s.relay_of_reference),
                        (select k.id from $table k where k.superseded_at is null
                         and k.originator = s.originator and k.reference = s.relay_of_reference))
                    where s.relay_of_reference is not null""");
        }
        executeAt(recordedAt, """
                update $table k set superseded_at = ? from standing_$table t
                where not t.is_unchanged and k.revision_id = t.revision_id""");
        // A table that says nothing of sensitivity must not make a hidden record public.
        executeAt(recordedAt, """
                insert into $table (recorded_at, id, revision, revision_reason, relay_of, $content)
                select ?, coalesce(t.id, s.id), coalesce(t.revision, 0) + 1,
                    case when t.entry is null and s.revision_reason is distinct from 'RETRACTION' then 'NEW'
                        else coalesce(nullif(s.revision_reason, 'NEW'), 'UPDATE') end,
                    s.relay_of, $values
                from staged_$table s left join standing_$table t using (entry)
                where t.entry is null or not t.is_unchanged""");
    }

    /** A row that was not refused, and the record it is a revision of. */
    public record AppliedRow(long number, UUID id) {}

    /** Takes rows in; may ask the same connection other things meanwhile. */
    @FunctionalInterface
    public interface AppliedRows {
        void accept(List<AppliedRow> rows) throws SQLException;
    }

    /**
     * Hands over the rows that were not refused with the records they stand for, in their order, after {@link #apply}. Of
     * many rows the planner knows nothing yet: without a look at them it reads whole indexes to find one.
     */
    public void applied(int atATime, AppliedRows reader) throws SQLException {
        if (hasMoreThan(ROWS_AT_A_TIME)) {
            execute("analyze $table");
        }
        String rows = """
                select s.row_number, k.id from staged_$table s join $table k
                    on k.originator = s.originator and k.reference = s.reference and k.superseded_at is null""";
        String all = fresh == null ? rows : rows + " union all select row_number, id from recorded_$table";
        try (PreparedStatement statement = prepare(all + " order by row_number")) {
            statement.setFetchSize(ROWS_AT_A_TIME);
            List<AppliedRow> applied = new ArrayList<>(atATime);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    applied.add(new AppliedRow(row.getLong(1), row.getObject(2, UUID.class)));
                    if (applied.size() == atATime) {
                        reader.accept(applied);
                        applied.clear();
                    }
                }
            }
            if (!applied.isEmpty()) {
                reader.accept(applied);
            }
        }
    }

    private boolean hasMoreThan(int rows) throws SQLException {
        try (PreparedStatement statement = prepare("select count(*) > " + rows + " from staged_$table");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** Whether a staged row passes on what another says. */
    public boolean hasRelays() throws SQLException {
        try (PreparedStatement statement =
                        prepare("select exists (select from staged_$table where relay_of_reference is not null)");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private void refuse(Consumer<RowProblem> problems, String deletion) throws SQLException {
        try (PreparedStatement statement = prepare(deletion)) {
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

    private void executeAt(Instant instant, String sql) throws SQLException {
        try (PreparedStatement statement = prepare(sql)) {
            statement.setObject(1, OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(named(sql));
        }
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        return connection.prepareStatement(named(sql));
    }

    /** The statement for this table; its name is written in the code and never comes from a request. */
    private String named(String sql) {
        return sql.replace("$table", table).replace("$content", content).replace("$values", values());
    }

    /** The content of a staged row, its sensitivity being that of the record where the row leaves it open. */
    private String values() {
        return columns()
                .map(column ->
                        column.equals("sensitivity") ? "coalesce(s.sensitivity, t.sensitivity, 'LOW')" : "s." + column)
                .collect(Collectors.joining(", "));
    }

    private Stream<String> columns() {
        return Arrays.stream(content.split(",")).map(String::strip);
    }
}
