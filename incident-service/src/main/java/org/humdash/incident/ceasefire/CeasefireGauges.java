package org.humdash.incident.ceasefire;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.humdash.kit.meter.GaugeRefresh;
import org.humdash.kit.meter.GaugeRefreshes;
import org.humdash.kit.meter.SteadyGauge;
import org.humdash.kit.meter.SteadyGauge.Row;
import org.humdash.kit.revision.ReadClock;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.TimeTravel;
import org.humdash.vocabulary.access.Clearance;
import org.humdash.vocabulary.time.DayCount;

/** The day counts of every ceasefire as of today, and what it promises for every day. */
@ApplicationScoped
class CeasefireGauges {

    private final CeasefireService ceasefires;
    private final ReadClock clock;
    private final SteadyGauge days;
    private final SteadyGauge commitments;
    private final GaugeRefresh refresh;

    CeasefireGauges(CeasefireService ceasefires, ReadClock clock, MeterRegistry registry, GaugeRefreshes refreshes) {
        this.ceasefires = ceasefires;
        this.clock = clock;
        this.days = new SteadyGauge(MultiGauge.builder("humdash.ceasefire.age")
                .description("Days since the ceasefire took effect, or until it ended, in each counting convention")
                .baseUnit("days")
                .register(registry));
        this.commitments = new SteadyGauge(MultiGauge.builder("humdash.ceasefire.commitment.per.day")
                .description("What the agreement promises for every day, in the unit named by the label")
                .register(registry));
        this.refresh = refreshes.of("ceasefires", days, commitments);
    }

    // A refresh that takes longer than the interval must not be joined by the next one.
    @Scheduled(every = "${humdash.incident.gauge-refresh}", concurrentExecution = ConcurrentExecution.SKIP)
    @Transactional
    void refresh() {
        refresh.run(this::read);
    }

    private void read() {
        ReadScope now = new TimeTravel().scope(clock, Clearance.PARTNER);
        List<Row> dayRows = new ArrayList<>();
        List<Row> commitmentRows = new ArrayList<>();
        for (CeasefireResponse ceasefire : ceasefires.all(now)) {
            for (DayCount convention : DayCount.values()) {
                dayRows.add(Row.of(
                        Tags.of(
                                "ceasefire",
                                ceasefire.code(),
                                "convention",
                                convention.name().toLowerCase(Locale.ROOT)),
                        convention.between(ceasefire.effectiveAt().toLocalDate(), ceasefire.countedThrough())));
            }
            for (CommitmentResponse commitment : ceasefire.commitments()) {
                commitmentRows.add(Row.of(
                        Tags.of(
                                "ceasefire",
                                ceasefire.code(),
                                "commitment",
                                commitment.code(),
                                "unit",
                                commitment.unit()),
                        commitment.quantityPerDay()));
            }
        }
        days.show(dayRows);
        commitments.show(commitmentRows);
    }
}
