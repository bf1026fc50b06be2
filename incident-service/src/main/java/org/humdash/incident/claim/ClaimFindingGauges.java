package org.humdash.incident.claim;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.humdash.kit.change.ChangeState;
import org.humdash.kit.lint.FindingMeters;
import org.humdash.kit.lint.FindingMeters.Linted;
import org.humdash.kit.meter.GaugeRefreshes;
import org.humdash.kit.revision.ReadClock;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.TimeTravel;
import org.humdash.kit.revision.ValidityCursor;
import org.humdash.vocabulary.access.Clearance;
import org.humdash.vocabulary.lint.Finding;

/** What the linter finds odd about the claims that a dashboard may show, counted. */
@ApplicationScoped
class ClaimFindingGauges {

    /** A fifth of the interval, so that very many claims take a fifth of one connection. */
    private static final Duration MOST_AT_ONCE = Duration.ofSeconds(3);

    private final ReadClock clock;
    private final ChangeState state;
    private final FindingMeters meters;

    ClaimFindingGauges(
            ClaimRepository claims,
            ClaimFindings findings,
            ReadClock clock,
            ChangeState state,
            MeterRegistry registry,
            GaugeRefreshes refreshes) {
        this.clock = clock;
        this.state = state;
        Linted linted = new Linted() {
            @Override
            public List<ValidityCursor> places(ValidityCursor after, int most, ReadScope scope) {
                return claims.places(new ClaimFilter(), after, most, scope);
            }

            @Override
            public Collection<List<Finding>> findings(Collection<UUID> ids, ReadScope scope) throws SQLException {
                return findings.of(ids, scope).values();
            }
        };
        this.meters = new FindingMeters(linted, MOST_AT_ONCE, System::nanoTime, registry, refreshes);
    }

    @Scheduled(every = "${humdash.incident.gauge-refresh}", concurrentExecution = ConcurrentExecution.SKIP)
    @Transactional
    void refresh() throws SQLException {
        String now = state.of(clock.today());
        meters.look(now, new TimeTravel().scope(clock, Clearance.PARTNER));
    }
}
