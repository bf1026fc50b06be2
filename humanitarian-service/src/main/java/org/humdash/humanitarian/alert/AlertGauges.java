package org.humdash.humanitarian.alert;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.humdash.humanitarian.hazard.HazardType;
import org.humdash.kit.meter.GaugeRefresh;
import org.humdash.kit.meter.GaugeRefreshes;
import org.humdash.kit.meter.SteadyGauge;
import org.humdash.kit.meter.SteadyGauge.Row;

/**
 * The alerts in force now, as gauges: how many by the kind of hazard and the severity they state. They say what is warned
 * of, never what happened. Only what a dashboard may show is counted, because it is read from the reporting views; and every
 * time, for an alert comes into force and goes out of it by itself. Few are in force at a time, and an index finds them. The
 * labels are words of two short lists, with NONE for what an alert does not state, and each pair of them has a sample: that
 * nothing is in force is a zero.
 */
@ApplicationScoped
class AlertGauges {

    private static final String NONE = "NONE";

    private static final String ACTIVE = """
            select type, severity, count(*) as alerts from reporting.active_alert group by type, severity""";

    private final EntityManager entityManager;
    private final SteadyGauge active;
    private final GaugeRefresh refresh;

    AlertGauges(EntityManager entityManager, MeterRegistry registry, GaugeRefreshes refreshes) {
        this.entityManager = entityManager;
        this.active = new SteadyGauge(MultiGauge.builder("humdash.alert.active")
                .description("Alerts in force now, by the kind of hazard and the severity that they state")
                .register(registry));
        this.refresh = refreshes.of("alerts", active);
    }

    // A refresh that takes longer than the interval must not be joined by the next one.
    @Scheduled(every = "${humdash.humanitarian.gauge-refresh}", concurrentExecution = ConcurrentExecution.SKIP)
    @Transactional
    synchronized void refresh() {
        refresh.run(this::read);
    }

    private void read() {
        Map<Tags, Long> counts = new HashMap<>();
        for (Tuple row : rows()) {
            counts.put(
                    tags(row.get("type", String.class), row.get("severity", String.class)),
                    row.get("alerts", Long.class));
        }
        List<Row> samples = new ArrayList<>();
        for (String type : words(HazardType.values())) {
            for (String severity : words(Severity.values())) {
                Tags tags = tags(type, severity);
                samples.add(Row.of(tags, counts.getOrDefault(tags, 0L)));
            }
        }
        active.show(samples);
    }

    private List<Tuple> rows() {
        return entityManager
                .unwrap(Session.class)
                .createNativeQuery(ACTIVE, Tuple.class)
                .getResultList();
    }

    private static List<String> words(Enum<?>[] constants) {
        return Stream.concat(Stream.of(constants).map(Enum::name), Stream.of(NONE))
                .toList();
    }

    private static Tags tags(String type, String severity) {
        return Tags.of(
                "type", Objects.requireNonNullElse(type, NONE), "severity", Objects.requireNonNullElse(severity, NONE));
    }
}
