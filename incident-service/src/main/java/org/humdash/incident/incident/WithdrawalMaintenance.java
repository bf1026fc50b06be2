package org.humdash.incident.incident;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collections;
import org.humdash.vocabulary.access.Clearance;

/**
 * Keeps incident_withdrawal in step with the incidents, inside the transaction that changes them: what a clearance was
 * shown and is shown no longer. It reads which records changed from the temporary table staged_outcome.
 *
 * <p>The record of a withdrawal stays as it is while the incident is hidden, or revisions of a hidden incident would be
 * told one by one.
 */
final class WithdrawalMaintenance {

    private static final String CLEARANCES = "(values "
            + String.join(", ", Collections.nCopies(Clearance.values().length, "(?, ?::text[], ?::text[])"))
            + ") c (clearance, readable, stages)";

    private static final String SHOWN =
            "(%1$s.duplicate_of is null and %1$s.status = any (c.stages) and %1$s.sensitivity = any (c.readable))";

    private final Connection connection;

    WithdrawalMaintenance(Connection connection) {
        this.connection = connection;
    }

    /** Takes in what the revisions recorded at that instant hide, and out what they show again. */
    void apply(OffsetDateTime recordedAt) throws SQLException {
        execute("""
                delete from incident_withdrawal w
                using staged_outcome o, %s
                where o.outcome = 'REVISED' and w.id = o.id and w.clearance = c.clearance and %s
                """.formatted(CLEARANCES, SHOWN.formatted("o")));
        execute("""
                insert into incident_withdrawal (clearance, id, recorded_at, reason, survivor)
                select clearance, id, ?::timestamptz, reason, case when reason = 'MERGED' then duplicate_of end
                from (
                    select c.clearance, o.id, o.duplicate_of,
                        case when not o.sensitivity = any (c.readable) then 'WITHHELD'
                             when o.status = 'RETRACTED' then 'RETRACTED'
                             when o.duplicate_of is not null then 'MERGED'
                             else 'WITHHELD' end as reason
                    from staged_outcome o
                    join incident k on k.revision_id = o.old_revision_id
                    cross join %s
                    where o.outcome = 'REVISED' and %s and not %s) gone
                """.formatted(CLEARANCES, SHOWN.formatted("k"), SHOWN.formatted("o")), recordedAt);
    }

    private void execute(String sql, Object... first) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int at = 0;
            for (Object parameter : first) {
                statement.setObject(++at, parameter);
            }
            for (Clearance clearance : Clearance.values()) {
                statement.setString(++at, clearance.name());
                statement.setArray(
                        ++at, texts(clearance.mayRead().stream().map(Enum::name).toArray(String[]::new)));
                statement.setArray(++at, texts(IncidentQuery.stages(clearance)));
            }
            statement.executeUpdate();
        }
    }

    private Array texts(String[] texts) throws SQLException {
        return connection.createArrayOf("text", texts);
    }
}
