package org.humdash.humanitarian.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.humdash.kit.change.ChangeCursor;
import org.humdash.kit.change.ChangeEntry;
import org.humdash.kit.change.ChangeQuery;
import org.humdash.vocabulary.access.Clearance;
import org.humdash.vocabulary.access.Sensitivity;

/**
 * The feeds by plain SQL. A page is the least of a few index ranges that hold nothing but entries of its caller, so it
 * costs the same anywhere in the feed and however much the caller is not shown.
 */
@ApplicationScoped
class ChangeRepository {

    /**
     * An observation whose links changed for this clearance after its last revision stands at that change. It is a question
     * for one row, here and below: PostgreSQL might answer "exists" by reading the whole table first.
     */
    private static final String OBSERVATIONS = """
            (select o.recorded_at, o.id, o.revision_id, null::text as reason from observation o
             where o.superseded_at is null and o.revision_reason <> 'RETRACTION' and o.sensitivity = ?
             and not coalesce((select r.recorded_at > o.recorded_at from observation_retelling r
                 where r.clearance = ? and r.id = o.id), false)
             and (o.recorded_at, o.id) > (?::timestamptz, ?::uuid) order by o.recorded_at, o.id limit ?)""";

    private static final String RETOLD = """
            (select r.recorded_at, r.id, o.revision_id, null from observation_retelling r
             join observation o on o.id = r.id and o.superseded_at is null and o.revision_reason <> 'RETRACTION'
                 and o.recorded_at < r.recorded_at and o.sensitivity = any (?)
             where r.clearance = ? and (r.recorded_at, r.id) > (?::timestamptz, ?::uuid)
             order by r.recorded_at, r.id limit ?)""";

    private static final String HAZARDS = """
            (select recorded_at, id, revision_id, null::text as reason from hazard
             where superseded_at is null and revision_reason <> 'RETRACTION' and sensitivity = ?
             and (recorded_at, id) > (?::timestamptz, ?::uuid) order by recorded_at, id limit ?)""";

    private static final String WITHDRAWN = """
            (select recorded_at, id, null, reason from withdrawal
             where kind = ? and clearance = ? and (recorded_at, id) > (?::timestamptz, ?::uuid)
             order by recorded_at, id limit ?)""";

    // Of a record that is hidden now nothing is said but that.
    private static final String PAGE = """
            select e.recorded_at, e.id, e.revision_id,
                case when e.reason is null then null
                     when (select n.sensitivity from $table n where n.id = e.id and n.superseded_at is null) = any (?) then e.reason
                     else 'WITHHELD' end as reason
            from (select * from (%s) entry order by recorded_at, id limit ?) e
            order by e.recorded_at, e.id""";

    private final DataSource dataSource;

    ChangeRepository(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The entries of observations that come next, at most {@code limit}. */
    List<ChangeEntry<WithdrawalReason>> ofObservations(ChangeCursor cursor, Clearance clearance, int limit)
            throws SQLException {
        ChangeQuery page = page(cursor, clearance, limit);
        for (Sensitivity sensitivity : clearance.mayRead()) {
            page.range(OBSERVATIONS, sensitivity.name(), clearance.name());
        }
        page.range(RETOLD, readable(clearance), clearance.name());
        return read(page, "observation", clearance);
    }

    /** The entries of hazards that come next, at most {@code limit}. */
    List<ChangeEntry<WithdrawalReason>> ofHazards(ChangeCursor cursor, Clearance clearance, int limit)
            throws SQLException {
        ChangeQuery page = page(cursor, clearance, limit);
        for (Sensitivity sensitivity : clearance.mayRead()) {
            page.range(HAZARDS, sensitivity.name());
        }
        return read(page, "hazard", clearance);
    }

    private static ChangeQuery page(ChangeCursor cursor, Clearance clearance, int limit) {
        return new ChangeQuery(cursor, limit).with((Object) readable(clearance));
    }

    private List<ChangeEntry<WithdrawalReason>> read(ChangeQuery page, String table, Clearance clearance)
            throws SQLException {
        return page.range(WITHDRAWN, table, clearance.name())
                .read(dataSource, PAGE.replace("$table", table), WithdrawalReason::valueOf);
    }

    private static String[] readable(Clearance clearance) {
        return clearance.mayRead().stream().map(Enum::name).toArray(String[]::new);
    }
}
