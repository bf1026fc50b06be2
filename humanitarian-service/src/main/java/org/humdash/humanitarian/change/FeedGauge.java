package org.humdash.humanitarian.change;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.humdash.kit.change.NewestChange;
import org.humdash.kit.meter.GaugeRefreshes;

/** When one of the feeds last got an entry. Each part is the end of an index. */
@ApplicationScoped
class FeedGauge {

    private static final String NEWEST = """
            select greatest(
                (select max(recorded_at) from observation where superseded_at is null and revision_reason <> 'RETRACTION'
                    and sensitivity = 'LOW'),
                (select max(recorded_at) from observation where superseded_at is null and revision_reason <> 'RETRACTION'
                    and sensitivity = 'MODERATE'),
                (select max(recorded_at) from hazard where superseded_at is null and revision_reason <> 'RETRACTION'
                    and sensitivity = 'LOW'),
                (select max(recorded_at) from hazard where superseded_at is null and revision_reason <> 'RETRACTION'
                    and sensitivity = 'MODERATE'),
                (select max(r.recorded_at) from observation_retelling r where r.clearance = 'PARTNER'),
                (select max(recorded_at) from withdrawal where kind = 'observation' and clearance = 'PARTNER'),
                (select max(recorded_at) from withdrawal where kind = 'hazard' and clearance = 'PARTNER'))""";

    private final NewestChange newest;

    FeedGauge(DataSource dataSource, MeterRegistry registry, GaugeRefreshes refreshes) {
        this.newest = new NewestChange(dataSource, NEWEST, registry, refreshes.of("feed"));
    }

    @Scheduled(every = "${humdash.humanitarian.gauge-refresh}", concurrentExecution = ConcurrentExecution.SKIP)
    void refresh() throws SQLException {
        newest.refresh();
    }
}
