package org.humdash.kit.ingest;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.humdash.kit.revision.RevisionReason;
import org.humdash.kit.revision.RevisionedEntity;
import org.humdash.vocabulary.access.Sensitivity;

/**
 * Records that nobody has recorded before, on their way straight into their table of revisions, by COPY, while the rest of
 * the file is still being read. Left to be staged are the rows of records that are there already, those that repeat the
 * key of an earlier row, and relays, whose statement may come later in the file.
 *
 * <p>The clock of changes must have been moved before, or somebody else could record the same ones meanwhile.
 */
final class NewRevisions {

    /** An import of fewer is over before the database counts rows, and counting them would take longer than the rest of it. */
    private static final int COUNTED_FROM = 20_000;

    private final Connection connection;
    private final String table;
    private final List<String> columns;
    private final int sensitivity;
    private final Instant recordedAt;
    private final RecordedKeys recorded;
    private final RecordedKeys staged;
    private boolean hasStaged;
    private boolean isCounted;
    private long count;

    private NewRevisions(Connection connection, String table, List<String> content, Instant recordedAt) {
        this.connection = connection;
        this.table = table;
        List<String> own = List.of("recorded_at", "id", "revision", "revision_reason");
        this.columns = Stream.concat(own.stream(), content.stream()).toList();
        this.sensitivity = columns.indexOf("sensitivity");
        this.recordedAt = recordedAt;
        this.recorded = recorded(connection, table);
        this.staged = new RecordedKeys(connection, "staged_" + table + " k where true", "originator");
    }

    /**
     * Begins, in the transaction of the connection. The table {@code recorded_<table>} tells which row each record came from.
     *
     * @param content the columns that hold what a record says, sensitivity among them
     */
    static NewRevisions begin(Connection connection, String table, List<String> content, Instant recordedAt)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    create temporary table recorded_$table (id uuid, row_number bigint) on commit drop;
                    create index on staged_$table (originator, reference)""".replace("$table", table));
        }
        return new NewRevisions(connection, table, content, recordedAt);
    }

    /** Whether more than half of these rows could be recorded at once. */
    static boolean areMostOf(Collection<StagedRow> rows, Connection connection, String table) throws SQLException {
        Set<RecordKey> known = recorded(connection, table)
                .among(rows.stream().map(StagedRow::key).toList());
        long fresh = rows.stream()
                .filter(row -> row.relayOf() == null && !known.contains(row.key()))
                .count();
        return fresh * 2 > rows.size();
    }

    /** Records what is new among these rows, and returns the others, which are then staged. */
    List<StagedRow> record(List<StagedRow> rows) throws SQLException {
        List<RecordKey> keys = rows.stream().map(StagedRow::key).toList();
        Set<RecordKey> taken = recorded.among(keys);
        if (hasStaged) {
            taken.addAll(staged.among(keys));
        }
        List<StagedRow> fresh = new ArrayList<>(rows.size());
        List<StagedRow> others = new ArrayList<>();
        for (StagedRow row : rows) {
            (taken.add(row.key()) && row.relayOf() == null ? fresh : others).add(row);
        }
        write(fresh);
        count += fresh.size();
        if (!isCounted && count >= COUNTED_FROM) {
            analyze();
        }
        hasStaged |= !others.isEmpty();
        return others;
    }

    long count() {
        return count;
    }

    /**
     * The database counts large tables by itself, every minute or so. It sees nothing of these rows before the commit, would
     * take the table for empty however many pages it has, and look up keys by whatever index comes first, reading
     * thousands of rows for each. Counted from here, where the rows are seen, nobody else counts until the commit.
     */
    private void analyze() throws SQLException {
        isCounted = true;
        try (Statement statement = connection.createStatement()) {
            statement.execute("analyze " + table);
        }
    }

    private void write(List<StagedRow> rows) throws SQLException {
        List<UUID> ids =
                Stream.generate(RevisionedEntity::newId).limit(rows.size()).toList();
        try (CopyTable copy = CopyTable.into(connection, table, columns)) {
            for (int i = 0; i < rows.size(); i++) {
                copy.row(values(rows.get(i), ids.get(i)));
            }
        }
        try (CopyTable copy = CopyTable.into(connection, "recorded_" + table, List.of("id", "row_number"))) {
            for (int i = 0; i < rows.size(); i++) {
                copy.row(ids.get(i), rows.get(i).number());
            }
        }
    }

    private Object[] values(StagedRow row, UUID id) {
        List<Object> values = new ArrayList<>(columns.size());
        values.add(recordedAt);
        values.add(id);
        values.add(1);
        values.add(row.reason() == RevisionReason.RETRACTION ? RevisionReason.RETRACTION : RevisionReason.NEW);
        values.addAll(row.content());
        if (values.get(sensitivity) == null) {
            values.set(sensitivity, Sensitivity.LOW);
        }
        return values.toArray();
    }

    private static RecordedKeys recorded(Connection connection, String table) {
        return new RecordedKeys(connection, table + " k where k.superseded_at is null", "originator");
    }
}
