package org.humdash.humanitarian.pull;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.humdash.kit.meter.GaugeRefresh;
import org.humdash.kit.meter.GaugeRefreshes;
import org.humdash.kit.meter.SteadyGauge;
import org.humdash.kit.meter.SteadyGauge.Row;

/** When each pull that is enabled last succeeded and last failed. One that never did has no sample. */
@ApplicationScoped
class PullGauges {

    private static final int SECONDS_A_MINUTE = 60;

    private final PullRepository pulls;
    private final SteadyGauge successes;
    private final SteadyGauge failures;
    private final SteadyGauge intervals;
    private final GaugeRefresh refresh;

    PullGauges(PullRepository pulls, MeterRegistry registry, GaugeRefreshes refreshes) {
        this.pulls = pulls;
        this.successes = new SteadyGauge(MultiGauge.builder("humdash.pull.last.success.timestamp")
                .description("When the file of a pull was last imported, or found not to have changed since")
                .baseUnit("seconds")
                .register(registry));
        this.failures = new SteadyGauge(MultiGauge.builder("humdash.pull.last.failure.timestamp")
                .description("When a pull last failed; it may have succeeded since")
                .baseUnit("seconds")
                .register(registry));
        this.intervals = new SteadyGauge(MultiGauge.builder("humdash.pull.interval")
                .description("How often a pull is due")
                .baseUnit("seconds")
                .register(registry));
        this.refresh = refreshes.of("pulls", successes, failures, intervals);
    }

    @Scheduled(every = "${humdash.humanitarian.gauge-refresh}", concurrentExecution = ConcurrentExecution.SKIP)
    synchronized void refresh() throws SQLException {
        refresh.run(this::read);
    }

    private void read() throws SQLException {
        List<Row> successRows = new ArrayList<>();
        List<Row> failureRows = new ArrayList<>();
        List<Row> intervalRows = new ArrayList<>();
        for (Pull pull : pulls.all()) {
            if (pull.enabled()) {
                Tags tags = Tags.of("pull", pull.code());
                add(successRows, tags, pull.lastSuccessAt());
                add(failureRows, tags, pull.lastFailureAt());
                intervalRows.add(Row.of(tags, (double) pull.everyMinutes() * SECONDS_A_MINUTE));
            }
        }
        successes.show(successRows);
        failures.show(failureRows);
        intervals.show(intervalRows);
    }

    private static void add(List<Row> rows, Tags tags, Instant at) {
        if (at != null) {
            rows.add(Row.of(tags, (double) at.getEpochSecond()));
        }
    }
}
