package org.humdash.incident.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.humdash.incident.violation.ViolationType;
import org.humdash.kit.query.ListCursor;
import org.humdash.kit.query.ListOrder;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.RevisionReason;
import org.humdash.vocabulary.access.Clearance;
import org.humdash.vocabulary.access.Sensitivity;
import org.humdash.vocabulary.place.Area;
import org.humdash.vocabulary.place.Gazetteer;

/** Incidents by plain SQL: pages of millions of rows are read straight from an index. */
@ApplicationScoped
class IncidentRepository {

    private static final String COLUMNS = Stream.concat(
                    Stream.of(
                            "revision_id",
                            "id",
                            "revision",
                            "recorded_at",
                            "superseded_at",
                            "revision_reason",
                            "revision_note",
                            "recorded_by",
                            "sensitivity",
                            "status",
                            "source",
                            "reference",
                            "duplicate_of"),
                    IncidentColumns.SHOWN.stream())
            .map(column -> "i." + column)
            .collect(Collectors.joining(", "));

    private final DataSource dataSource;

    IncidentRepository(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The rows that come next in an order, at most {@code limit}. */
    List<IncidentRevision> page(IncidentQuery query, ListOrder order, ListCursor cursor, int limit)
            throws SQLException {
        if (cursor != null) {
            query.and(order.after(), cursor.first(), cursor.second());
        }
        try (Connection connection = dataSource.getConnection()) {
            return read(connection, query, " order by " + order.clause() + " limit ?", limit);
        }
    }

    long count(IncidentQuery query) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        query.prepare(connection, "select count(*) from incident i where " + query.conditions());
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /**
     * Counts by groups, in their order; one group more than the limit tells that there are too many.
     *
     * @param table incident, or the roll-up where it knows everything the query asks
     */
    List<IncidentCounts.Group> counts(IncidentQuery query, Set<IncidentGrouping> by, CountedTable table, int limit)
            throws SQLException {
        String columns = by.stream()
                .map(grouping -> grouping.sql() + " as " + grouping.column())
                .collect(Collectors.joining(", "));
        String positions =
                IntStream.rangeClosed(1, by.size()).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        String sql = "select " + columns + ", " + table.count() + " as incidents from " + table.sql() + " i where "
                + query.conditions() + " group by " + positions + " order by " + positions + " limit ?";
        List<IncidentCounts.Group> groups = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = query.prepare(connection, sql, limit);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                groups.add(group(row, by));
            }
        }
        return groups;
    }

    private static IncidentCounts.Group group(ResultSet row, Set<IncidentGrouping> by) throws SQLException {
        ViolationType type = null;
        String area = null;
        Grade grade = null;
        String source = null;
        LocalDate from = null;
        for (IncidentGrouping grouping : by) {
            switch (grouping) {
                case TYPE -> type = ViolationType.valueOf(row.getString(grouping.column()));
                case AREA -> area = row.getString(grouping.column());
                case GRADE -> grade = Grade.valueOf(row.getString(grouping.column()));
                case SOURCE -> source = row.getString(grouping.column());
                case DAY, WEEK, MONTH -> from = row.getObject(grouping.column(), LocalDate.class);
            }
        }
        return new IncidentCounts.Group(
                type,
                type == null ? null : type.label(),
                area,
                Gazetteer.palestine().find(area).map(Area::name).orElse(null),
                grade,
                source,
                from,
                row.getLong("incidents"));
    }

    Optional<IncidentRevision> byId(UUID id, ReadScope scope) throws SQLException {
        return one(IncidentQuery.visible(scope).and("i.id = ?", id));
    }

    /** Every revision that had been recorded and that the caller may see, retractions included, first to last. */
    List<IncidentRevision> revisions(UUID id, ReadScope scope) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return read(connection, IncidentQuery.history(scope).and("i.id = ?", id), " order by i.revision");
        }
    }

    /** Of the incidents that these are duplicates of, those that the reader may see. */
    Set<UUID> survivorsShown(List<IncidentRevision> revisions, ReadScope scope) throws SQLException {
        Set<UUID> survivors = new HashSet<>();
        revisions.forEach(revision -> survivors.add(revision.duplicateOf()));
        survivors.remove(null);
        Set<UUID> shown = new HashSet<>();
        if (!survivors.isEmpty()) {
            IncidentQuery query = IncidentQuery.history(scope)
                    .and("i.superseded_at is null and i.id = any(?::uuid[])", (Object)
                            survivors.stream().map(UUID::toString).toArray(String[]::new));
            try (Connection connection = dataSource.getConnection();
                    PreparedStatement statement =
                            query.prepare(connection, "select i.id from incident i where " + query.conditions());
                    ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    shown.add(row.getObject(1, UUID.class));
                }
            }
        }
        return shown;
    }

    /** These revisions, without those of incidents that are hidden by now; in no order. */
    List<IncidentRevision> byRevisionId(Collection<Long> revisionIds, Clearance clearance) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return read(connection, IncidentQuery.revisions(revisionIds, clearance), "");
        }
    }

    /** The current revision, whatever its stage and sensitivity: for those who write. */
    Optional<IncidentRevision> current(UUID id) throws SQLException {
        return one(IncidentQuery.everything().and("i.superseded_at is null and i.id = ?", id));
    }

    Optional<IncidentRevision> current(String source, String reference) throws SQLException {
        return one(IncidentQuery.everything()
                .and("i.superseded_at is null and i.source = ? and i.reference = ?", source, reference));
    }

    /** The duplicates of an incident that were not retracted, whatever their sensitivity. */
    List<IncidentRevision> duplicates(UUID survivor) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return read(
                    connection,
                    IncidentQuery.everything()
                            .and(
                                    "i.superseded_at is null and i.status <> 'RETRACTED' and i.duplicate_of = ?",
                                    survivor),
                    " order by i.id");
        }
    }

    /** The instants at which others were merged into an incident. */
    Set<Instant> mergesInto(UUID survivor) throws SQLException {
        Set<Instant> merges = new HashSet<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select recorded_at from incident where duplicate_of = ? and revision_reason = 'MERGE'")) {
            statement.setObject(1, survivor);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    merges.add(instant(row, "recorded_at"));
                }
            }
        }
        return merges;
    }

    /** All revisions of an incident, first to last, for those who write. */
    List<IncidentRevision> wholeHistory(UUID id) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return read(connection, IncidentQuery.everything().and("i.id = ?", id), " order by i.revision");
        }
    }

    private Optional<IncidentRevision> one(IncidentQuery query) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return read(connection, query, "").stream().findFirst();
        }
    }

    private static List<IncidentRevision> read(
            Connection connection, IncidentQuery query, String tail, Object... further) throws SQLException {
        List<IncidentRevision> bare = new ArrayList<>();
        String sql = "select " + COLUMNS + " from incident i where " + query.conditions() + tail;
        try (PreparedStatement statement = query.prepare(connection, sql, further);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                bare.add(revision(row));
            }
        }
        return withReports(connection, bare);
    }

    /** All reports of a page in one query. */
    private static List<IncidentRevision> withReports(Connection connection, List<IncidentRevision> bare)
            throws SQLException {
        Map<Long, List<Report>> reports = new HashMap<>();
        Long[] ids = bare.stream().map(IncidentRevision::revisionId).toArray(Long[]::new);
        try (PreparedStatement statement = connection.prepareStatement(
                "select * from incident_report where incident_revision_id = any(?) order by incident_revision_id, number")) {
            statement.setArray(1, connection.createArrayOf("bigint", ids));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    reports.computeIfAbsent(row.getLong("incident_revision_id"), id -> new ArrayList<>())
                            .add(ReportColumns.read(row));
                }
            }
        }
        return bare.stream()
                .map(revision -> revision.with(reports.getOrDefault(revision.revisionId(), List.of())))
                .toList();
    }

    private static IncidentRevision revision(ResultSet row) throws SQLException {
        return new IncidentRevision(
                row.getLong("revision_id"),
                row.getObject("id", UUID.class),
                row.getInt("revision"),
                instant(row, "recorded_at"),
                instant(row, "superseded_at"),
                RevisionReason.valueOf(row.getString("revision_reason")),
                row.getString("revision_note"),
                row.getString("recorded_by"),
                Sensitivity.valueOf(row.getString("sensitivity")),
                IncidentStatus.valueOf(row.getString("status")),
                row.getString("source"),
                row.getString("reference"),
                row.getObject("duplicate_of", UUID.class),
                IncidentColumns.read(row, List.of()));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime instant = row.getObject(column, OffsetDateTime.class);
        return instant == null ? null : instant.toInstant();
    }
}
