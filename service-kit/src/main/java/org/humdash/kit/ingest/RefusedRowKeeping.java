package org.humdash.kit.ingest;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Forgets refused rows after a while. They are kept as they were sent, so nobody knows what stands in them: names of people,
 * perhaps, which must not stay here.
 */
@ApplicationScoped
public class RefusedRowKeeping {

    private static final Logger LOG = Logger.getLogger(RefusedRowKeeping.class);

    private final ImportedRowRepository rows;
    private final Duration keep;
    private final Clock clock;

    /** @throws IllegalArgumentException if they are not to be kept for any time at all */
    RefusedRowKeeping(ImportedRowRepository rows, ImportConfig config, Clock clock) {
        this.rows = rows;
        this.keep = config.keepRefused();
        this.clock = clock;
        if (!keep.isPositive()) {
            throw new IllegalArgumentException("humdash.imports.keep-refused must be longer than " + keep);
        }
    }

    /** Those whose time is over. */
    @Scheduled(every = "1h", concurrentExecution = ConcurrentExecution.SKIP)
    public void forget() throws SQLException {
        long forgotten = rows.forgetRefused(clock.instant().minus(keep));
        if (forgotten > 0) {
            LOG.infof("%d refused rows of imports were forgotten, %s after their import", forgotten, keep);
        }
    }

    /** Until when the refused rows of a job are kept; null while it runs, and where none was refused. */
    Instant until(ImportJob job) {
        return job.refused() == 0 || job.finishedAt() == null
                ? null
                : job.finishedAt().plus(keep);
    }

    boolean isOver(ImportJob job) {
        Instant until = until(job);
        return until != null && !clock.instant().isBefore(until);
    }
}
