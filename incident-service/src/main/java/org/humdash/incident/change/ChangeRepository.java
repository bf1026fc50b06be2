package org.humdash.incident.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.humdash.incident.incident.IncidentRegister;
import org.humdash.kit.change.ChangeCursor;
import org.humdash.kit.change.ChangeEntry;
import org.humdash.kit.change.ChangeQuery;
import org.humdash.vocabulary.access.Clearance;

/**
 * The feed by plain SQL. A page is the least of a few index ranges that hold nothing but entries of its caller, so it
 * costs the same anywhere in the feed and however much the caller is not shown.
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
    List<ChangeEntry<WithdrawalReason>> after(ChangeCursor cursor, Clearance clearance, int limit) throws SQLException {
        String[] stages = IncidentRegister.stages(clearance).toArray(String[]::new);
        String[] readable = clearance.mayRead().stream().map(Enum::name).toArray(String[]::new);
        ChangeQuery page = new ChangeQuery(cursor, limit).with(readable, readable, stages);
        for (String stage : stages) {
            for (String sensitivity : readable) {
                page.range(SHOWN, stage, sensitivity);
            }
        }
        return page.range(WITHDRAWN, clearance.name()).read(dataSource, PAGE, WithdrawalReason::valueOf);
    }
}
