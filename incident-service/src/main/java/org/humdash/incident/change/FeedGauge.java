package org.humdash.incident.change;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.humdash.kit.change.NewestChange;
import org.humdash.kit.meter.GaugeRefreshes;

/** When the feed last got an entry. Each part is the end of an index. */
@ApplicationScoped
class FeedGauge {

    private static final String NEWEST = """
            select greatest(
                (select max(recorded_at) from incident where superseded_at is null and duplicate_of is null
                    and status = 'PUBLISHED' and sensitivity = 'LOW'),
                (select max(recorded_at) from incident where superseded_at is null and duplicate_of is null
                    and status = 'PUBLISHED' and sensitivity = 'MODERATE'),
                (select max(recorded_at) from incident_withdrawal where clearance = 'PARTNER'))""";

    private final NewestChange newest;

    FeedGauge(DataSource dataSource, MeterRegistry registry, GaugeRefreshes refreshes) {
        this.newest = new NewestChange(dataSource, NEWEST, registry, refreshes.of("feed"));
    }

    @Scheduled(every = "${humdash.incident.gauge-refresh}", concurrentExecution = ConcurrentExecution.SKIP)
    void refresh() throws SQLException {
        newest.refresh();
    }
}
