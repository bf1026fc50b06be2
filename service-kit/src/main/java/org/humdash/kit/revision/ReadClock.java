package org.humdash.kit.revision;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/**
 * The now of reads: an instant by which everything is recorded that ever will be, so that the answer can be had again. A
 * writer that has taken its {@code recordedAt} from {@link ChangeClock} and has not committed holds the locks that are
 * looked for here.
 */
@ApplicationScoped
public class ReadClock {

    private static final String STATE = """
            select c.last_recorded_at, statement_timestamp() as present, w.writers, w.since
            from change_clock c cross join (
                select count(*) as writers, min(since) as since from (
                    select min(case when l.locktype = 'advisory'
                        then (cast(l.classid as bigint) << 32) | cast(l.objid as bigint) end) as since
                    from pg_locks l
                    where l.granted
                    and l.database = (select oid from pg_database where datname = current_database())
                    and (l.relation = cast('change_clock' as regclass) and l.mode = 'RowExclusiveLock'
                        or l.locktype = 'advisory' and l.objsubid = 1)
                    group by l.pid having bool_or(l.locktype = 'relation')) writer) w""";

    /** How often to look again at a writer that is about to tell its instant: some microseconds, if nothing stops it. */
    private static final int LOOKS = 200;

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(1);

    private final DataSource dataSource;
    private final Clock clock;

    ReadClock(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /**
     * @param writers how many hold the clock, or wait for it
     * @param since the instant that the first of them records under; null while it has not told
     */
    private record State(Instant lastRecordedAt, Instant present, int writers, Instant since) {

        boolean isUntold() {
            return writers > 0 && since == null;
        }

        /** The last instant under which nobody will record anything any more. */
        Instant settled() {
            if (since != null) {
                return since.minus(1, ChronoUnit.MICROS);
            }
            return isUntold() || present.isBefore(lastRecordedAt) ? lastRecordedAt : present;
        }
    }

    /** The calendar day in {@link TimeTravel#DEFAULT_ZONE}. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), TimeTravel.DEFAULT_ZONE);
    }

    /** The present by this service's clock, which may differ from that of the database. */
    public Instant present() {
        return clock.instant();
    }

    /** The latest instant that can be answered about for good: now, or just before a writer that is at work. */
    public Instant settled() {
        State state = state();
        for (int look = 1; state.isUntold() && look < LOOKS; look++) {
            LockSupport.parkNanos(PAUSE);
            state = state();
        }
        return state.settled();
    }

    private State state() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(STATE);
                ResultSet row = statement.executeQuery()) {
            row.next();
            Long since = row.getObject("since", Long.class);
            return new State(
                    row.getObject("last_recorded_at", OffsetDateTime.class).toInstant(),
                    row.getObject("present", OffsetDateTime.class).toInstant(),
                    row.getInt("writers"),
                    since == null ? null : Instant.EPOCH.plus(since, ChronoUnit.MICROS));
        } catch (SQLException e) {
            throw new IllegalStateException("The clock of changes cannot be read", e);
        }
    }
}
