package org.humdash.incident.incident;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.humdash.kit.ingest.CopyTable;
import org.humdash.kit.ingest.RecordKey;
import org.humdash.kit.ingest.RecordedKeys;
import org.humdash.kit.revision.RevisionReason;
import org.humdash.kit.revision.RevisionedEntity;
import org.humdash.vocabulary.access.Sensitivity;

/**
 * Records incidents that nobody has recorded before straight into their tables, by COPY, while the rest of the file is
 * still being read. Incidents that are there already, and rows that repeat the key of an earlier one, are left for later.
 *
 * <p>The clock of changes must have been moved before, or somebody else could record the same ones meanwhile.
 */
final class NewIncidents {

    private static final List<String> INCIDENT = concat(
            List.of(
                    "revision_id",
                    "recorded_at",
                    "recorded_by",
                    "id",
                    "revision",
                    "revision_reason",
                    "revision_note",
                    "sensitivity",
                    "status",
                    "fingerprint"),
            StagedTables.RECORD);

    private static final List<String> REPORT = concat(List.of("incident_revision_id", "number"), ReportColumns.ALL);

    /** Lists and exports then find what comes next on the same page of the disk. */
    private static final Comparator<IncidentDraft> BY_DAY =
            Comparator.comparing(draft -> draft.incident().occurrence().from());

    private final Connection connection;
    private final Instant recordedAt;
    private final String recordedBy;
    private long count;

    private NewIncidents(Connection connection, Instant recordedAt, String recordedBy) {
        this.connection = connection;
        this.recordedAt = recordedAt;
        this.recordedBy = recordedBy;
    }

    /** Begins, in the transaction of the connection. The table recorded_row tells which row each incident came from. */
    static NewIncidents begin(Connection connection, Instant recordedAt, String recordedBy) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create temporary table recorded_row (id uuid, row_number bigint) on commit drop");
            // So many are added up in the end that they would be sorted on the disk.
            statement.execute("set local work_mem = '64MB'");
        }
        return new NewIncidents(connection, recordedAt, recordedBy);
    }

    /** Whether more than half of these drafts are of incidents that are not recorded yet. */
    static boolean areMostOf(List<IncidentDraft> drafts, Connection connection) throws SQLException {
        return known(drafts, connection).size() * 2 < drafts.size();
    }

    /** Records what is new among these drafts, and returns the others. */
    List<IncidentDraft> record(List<IncidentDraft> drafts) throws SQLException {
        Set<RecordKey> taken = known(drafts, connection);
        List<IncidentDraft> fresh = new ArrayList<>(drafts.size());
        List<IncidentDraft> others = new ArrayList<>();
        for (IncidentDraft draft : drafts) {
            (taken.add(key(draft)) ? fresh : others).add(draft);
        }
        fresh.sort(BY_DAY);
        write(fresh);
        count += fresh.size();
        return others;
    }

    long count() {
        return count;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    private void write(List<IncidentDraft> drafts) throws SQLException {
        List<Long> revisionIds = reserve(drafts.size());
        List<UUID> ids =
                Stream.generate(RevisionedEntity::newId).limit(drafts.size()).toList();
        Iterator<Long> revisionId = revisionIds.iterator();
        Iterator<UUID> id = ids.iterator();
        try (CopyTable rows = CopyTable.into(connection, "incident", INCIDENT)) {
            for (IncidentDraft draft : drafts) {
                rows.row(values(draft, revisionId.next(), id.next()));
            }
        }
        revisionId = revisionIds.iterator();
        try (CopyTable rows = CopyTable.into(connection, "incident_report", REPORT)) {
            for (IncidentDraft draft : drafts) {
                writeReports(draft.incident().reports(), revisionId.next(), rows);
            }
        }
        id = ids.iterator();
        try (CopyTable rows = CopyTable.into(connection, "recorded_row", List.of("id", "row_number"))) {
            for (IncidentDraft draft : drafts) {
                rows.row(id.next(), draft.row());
            }
        }
    }

    private Object[] values(IncidentDraft draft, long revisionId, UUID id) {
        boolean isWithdrawn = draft.status() == IncidentStatus.RETRACTED;
        List<Object> values = new ArrayList<>(INCIDENT.size());
        values.addAll(Arrays.asList(
                revisionId,
                recordedAt,
                recordedBy,
                id,
                1,
                isWithdrawn ? RevisionReason.RETRACTION : RevisionReason.NEW,
                draft.note(),
                draft.sensitivity() == null ? Sensitivity.LOW : draft.sensitivity(),
                draft.status() == null ? IncidentStatus.PUBLISHED : draft.status(),
                draft.fingerprint(),
                draft.source(),
                draft.reference()));
        IncidentColumns.addTo(values, draft.incident());
        return values.toArray();
    }

    private static void writeReports(List<Report> reports, long revisionId, CopyTable rows) {
        int number = 0;
        for (Report report : reports) {
            List<Object> values = new ArrayList<>(REPORT.size());
            values.add(revisionId);
            values.add(++number);
            ReportColumns.addTo(values, report);
            rows.row(values.toArray());
        }
    }

    private List<Long> reserve(int numbers) throws SQLException {
        List<Long> reserved = new ArrayList<>(numbers);
        try (PreparedStatement statement = connection.prepareStatement("""
                        select nextval(s.name) from pg_get_serial_sequence('incident', 'revision_id') s (name)
                        cross join generate_series(1, ?)""")) {
            statement.setInt(1, numbers);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    reserved.add(row.getLong(1));
                }
            }
        }
        return reserved;
    }

    /** The keys among those of the drafts that stand for a recorded incident. */
    private static Set<RecordKey> known(List<IncidentDraft> drafts, Connection connection) throws SQLException {
        return new RecordedKeys(connection, "incident k where k.superseded_at is null", "source")
                .among(drafts.stream().map(NewIncidents::key).toList());
    }

    private static RecordKey key(IncidentDraft draft) {
        return new RecordKey(draft.source(), draft.reference());
    }

    private static List<String> concat(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
