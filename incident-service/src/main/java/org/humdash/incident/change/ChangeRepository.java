package org.humdash.incident.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.humdash.incident.incident.IncidentRegister;
import org.humdash.vocabulary.access.Clearance;
import org.humdash.vocabulary.access.Sensitivity;

/**
 * The feed by plain SQL. A page is the least of a few index ranges that hold nothing but entries of its caller, so it
 * costs the same anywhere in the feed and however much the caller is not shown.
 *
 * <p>A page is one statement and so sees one state of the database. Writers take their instant under a lock that they
 * give back after they have committed (see {@link org.humdash.kit.revision.ChangeClock}): in any such state, all that was
 * recorded under an earlier instant is there if anything under a later one is.
 */
@ApplicationScoped
class ChangeRepository {

    private static final String SHOWN = """
            (select recorded_at, id, revision_id, null::text as reason, null::uuid as survivor from incident
             where superseded_at is null and duplicate_of is null and status = ? and sensitivity = ?
             and (recorded_at, id) > (?::timestamptz, ?::uuid) order by recorded_at, id limit ?)""";

    private static final String WITHDRAWN = """
            (select recorded_at, id, null, reason, survivor from incident_withdrawal
             where clearance = ? and (recorded_at, id) > (?::timestamptz, ?::uuid) order by recorded_at, id limit ?)""";

    // Of an incident that is hidden now nothing is said but that, and of a merger only if both are known to the caller.
    private static final String PAGE = """
            select e.recorded_at, e.id, e.revision_id,
                case when e.reason is null then null
                     when not exists (select from incident n where n.id = e.id and n.superseded_at is null
                         and n.sensitivity = any (?)) then 'WITHHELD'
                     when e.reason = 'MERGED' and not exists (select from incident s where s.id = e.survivor
                         and s.superseded_at is null and s.sensitivity = any (?) and s.status = any (?)) then 'WITHHELD'
                     else e.reason end as reason
            from (select * from (%s) entry order by recorded_at, id limit ?) e
            order by e.recorded_at, e.id""";

    private final DataSource dataSource;

    ChangeRepository(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The entries that come next, at most {@code limit}. */
    List<ChangeEntry> after(ChangeCursor cursor, Clearance clearance, int limit) throws SQLException {
        List<String> stages = IncidentRegister.stages(clearance);
        List<Object> parameters = new ArrayList<>();
        String[] readable = clearance.mayRead().stream().map(Enum::name).toArray(String[]::new);
        parameters.add(readable);
        parameters.add(readable);
        parameters.add(stages.toArray(String[]::new));
        List<Object> range = List.of(OffsetDateTime.ofInstant(cursor.recordedAt(), ZoneOffset.UTC), cursor.id(), limit);
        List<String> ranges = new ArrayList<>();
        for (String stage : stages) {
            for (Sensitivity sensitivity : clearance.mayRead()) {
                ranges.add(SHOWN);
                parameters.add(stage);
                parameters.add(sensitivity.name());
                parameters.addAll(range);
            }
        }
        ranges.add(WITHDRAWN);
        parameters.add(clearance.name());
        parameters.addAll(range);
        parameters.add(limit);
        return read(PAGE.formatted(String.join(" union all ", ranges)), parameters);
    }

    private List<ChangeEntry> read(String sql, List<Object> parameters) throws SQLException {
        List<ChangeEntry> entries = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                Object value = parameters.get(i);
                statement.setObject(
                        i + 1, value instanceof String[] texts ? connection.createArrayOf("text", texts) : value);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String reason = row.getString("reason");
                    entries.add(new ChangeEntry(
                            row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                            row.getObject("id", UUID.class),
                            row.getObject("revision_id", Long.class),
                            reason == null ? null : WithdrawalReason.valueOf(reason)));
                }
            }
        }
        return entries;
    }
}
