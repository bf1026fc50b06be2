package org.humdash.incident.incident;

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
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.humdash.kit.meter.GaugeRefresh;
import org.humdash.kit.meter.GaugeRefreshes;
import org.humdash.kit.meter.SteadyGauge;
import org.humdash.kit.meter.SteadyGauge.Row;

/**
 * The incidents that count now, as gauges. Only what a dashboard may show is in them. They read totals and the coarse
 * roll-up, so a refresh costs the same however many incidents there are.
 */
@ApplicationScoped
class IncidentGauges {

    private static final List<String> MEASURES = List.of("killed", "injured", "detained");

    private static final String SHOWN = """
            from incident_total t
            join ceasefire c on c.code = t.ceasefire and c.superseded_at is null and c.sensitivity in ('LOW', 'MODERATE')
                and c.revision_reason <> 'RETRACTION'
            where t.sensitivity in ('LOW', 'MODERATE')
            """;

    private static final String AREA = "coalesce(nullif(t.adm2, ''), 'unknown') as area";

    private static final String COUNTED = "select t.ceasefire, t.type, " + AREA
            + ", t.grade, sum(t.incidents) as incidents " + SHOWN + "group by 1, 2, 3, 4";

    // A figure that no incident states has no sample, neither has a best value that some of them do not give, and
    // neither an
    // upper bound that one of them leaves open.
    private static final String CASUALTIES = "select t.ceasefire, " + AREA + ", t.grade, "
            + String.join(
                    ", ",
                    MEASURES.stream()
                            .flatMap(measure -> Stream.of(
                                            "case when sum(t.%1$s_stated) > 0 then sum(t.%1$s_lower) end as %1$s_lower",
                                            "case when sum(t.%1$s_stated) > 0 and sum(t.%1$s_without_best) = 0"
                                                    + " then sum(t.%1$s_best) end as %1$s_best",
                                            "case when sum(t.%1$s_stated) > 0 and sum(t.%1$s_open) = 0"
                                                    + " then sum(t.%1$s_upper) end as %1$s_upper")
                                    .map(form -> form.formatted(measure)))
                            .toList())
            + " " + SHOWN + "group by 1, 2, 3";

    private static final String LAST_RECORDED =
            "select t.ceasefire, cast(extract(epoch from max(t.last_recorded_at)) as double precision) as at " + SHOWN
                    + "group by 1";

    private final EntityManager entityManager;
    private final SteadyGauge incidents;
    private final SteadyGauge casualties;
    private final SteadyGauge lastRecorded;
    private final GaugeRefresh refresh;

    IncidentGauges(EntityManager entityManager, MeterRegistry registry, GaugeRefreshes refreshes) {
        this.entityManager = entityManager;
        this.incidents = new SteadyGauge(MultiGauge.builder("humdash.incidents")
                .description("Published incidents under a ceasefire, each under its own type alone")
                .register(registry));
        this.casualties = new SteadyGauge(MultiGauge.builder("humdash.incident.casualties")
                .description("People killed, injured or detained in these incidents, by bound, as far as it is stated")
                .baseUnit("people")
                .register(registry));
        this.lastRecorded = new SteadyGauge(MultiGauge.builder("humdash.incident.last.recorded.timestamp")
                .description("When an incident under a ceasefire was last recorded or changed")
                .baseUnit("seconds")
                .register(registry));
        this.refresh = refreshes.of("incidents", incidents, casualties, lastRecorded);
    }

    // A refresh that takes longer than the interval must not be joined by the next one.
    @Scheduled(every = "${humdash.incident.gauge-refresh}", concurrentExecution = ConcurrentExecution.SKIP)
    @Transactional
    void refresh() {
        refresh.run(this::readTotals);
    }

    private void readTotals() {
        incidents.show(rows(COUNTED, "incidents", "ceasefire", "type", "area", "grade"));
        casualties.show(casualtyRows());
        lastRecorded.show(rows(LAST_RECORDED, "at", "ceasefire"));
    }

    private List<Row> rows(String sql, String value, String... tags) {
        List<Row> rows = new ArrayList<>();
        for (Tuple found : read(sql)) {
            rows.add(Row.of(tags(found, tags), found.get(value, Number.class).doubleValue()));
        }
        return rows;
    }

    private List<Row> casualtyRows() {
        List<Row> rows = new ArrayList<>();
        for (Tuple found : read(CASUALTIES)) {
            for (String measure : MEASURES) {
                for (String bound : List.of("lower", "best", "upper")) {
                    if (found.get(measure + "_" + bound) instanceof Number people) {
                        rows.add(Row.of(
                                tags(found, "ceasefire", "area", "grade")
                                        .and("measure", measure.toUpperCase(Locale.ROOT), "bound", bound),
                                people.doubleValue()));
                    }
                }
            }
        }
        return rows;
    }

    private List<Tuple> read(String sql) {
        List<Tuple> rows = new ArrayList<>();
        for (Object row : entityManager.createNativeQuery(sql, Tuple.class).getResultList()) {
            rows.add((Tuple) row);
        }
        return rows;
    }

    private static Tags tags(Tuple row, String... names) {
        Tags tags = Tags.empty();
        for (String name : names) {
            tags = tags.and(name, row.get(name, String.class));
        }
        return tags;
    }
}
