package org.humdash.humanitarian.observation;

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
import org.hibernate.Session;
import org.humdash.kit.meter.GaugeRefresh;
import org.humdash.kit.meter.GaugeRefreshes;
import org.humdash.kit.meter.SteadyGauge;
import org.humdash.kit.meter.SteadyGauge.Row;

/**
 * The figures that stand now, as gauges: of every indicator, area, originator and definition the one that leads, and of
 * every indicator and area the headline of today. Figures about a part (children, tents …) are left out, and those of a
 * day still to come are not: an alert looks for them. Only what a dashboard may show is in them, because they read the
 * reporting views, which go through the list of series and not through the observations. A bound that a figure leaves open
 * has no sample. They are read again only after a write or at midnight.
 */
@ApplicationScoped
class ObservationGauges {

    /** What the gauges depend on: the last write, and the day, for the headline is the one of today. */
    private static final String STATE =
            "select last_recorded_at || ' ' || cast(now() at time zone 'Asia/Gaza' as date) from change_clock";

    private static final String FIGURE = "indicator, area, originator, definition, lower, best, upper,"
            + " cast(extract(epoch from time) as double precision) as valid_to";

    private static final String STANDING = "select " + FIGURE + " from reporting.latest_observation";

    private static final String HEADLINES = "select " + FIGURE + " from reporting.headline";

    private static final String INTERVALS = """
            select code as indicator, cast(expected_interval_days * 86400 as double precision) as seconds
            from reporting.indicator
            where superseded_at is null and expected_interval_days is not null""";

    private final EntityManager entityManager;
    private final SteadyGauge values;
    private final SteadyGauge headlines;
    private final SteadyGauge validTo;
    private final SteadyGauge intervals;
    private final GaugeRefresh refresh;
    private String shown;

    ObservationGauges(EntityManager entityManager, MeterRegistry registry, GaugeRefreshes refreshes) {
        this.entityManager = entityManager;
        this.values = new SteadyGauge(MultiGauge.builder("humdash.indicator.value")
                .description("The newest figure of an originator, by bound, in the unit of the indicator")
                .register(registry));
        this.headlines = new SteadyGauge(MultiGauge.builder("humdash.indicator.headline.value")
                .description("The figure that the headline policy chose, by bound, in the unit of the indicator")
                .register(registry));
        this.validTo = new SteadyGauge(MultiGauge.builder("humdash.indicator.valid.to.timestamp")
                .description("The end of the period that the newest figure of an originator is about")
                .baseUnit("seconds")
                .register(registry));
        this.intervals = new SteadyGauge(MultiGauge.builder("humdash.indicator.expected.interval")
                .description("How long after the last figure a new one is due; no sample where none is")
                .baseUnit("seconds")
                .register(registry));
        this.refresh = refreshes.of("observations", values, headlines, validTo, intervals);
    }

    // A refresh that takes longer than the interval must not be joined by the next one.
    @Scheduled(every = "${humdash.humanitarian.gauge-refresh}", concurrentExecution = ConcurrentExecution.SKIP)
    @Transactional
    synchronized void refresh() {
        refresh.run(this::read);
    }

    private void read() {
        String state = entityManager
                .unwrap(Session.class)
                .createNativeQuery(STATE, String.class)
                .getSingleResult();
        if (state.equals(shown) && refresh.isShown()) {
            return;
        }
        List<Row> valueRows = new ArrayList<>();
        List<Row> validToRows = new ArrayList<>();
        for (Tuple figure : rows(STANDING)) {
            bounds(figure, valueRows);
            validToRows.add(Row.of(figureTags(figure), figure.get("valid_to", Double.class)));
        }
        List<Row> headlineRows = new ArrayList<>();
        rows(HEADLINES).forEach(figure -> bounds(figure, headlineRows));
        List<Row> intervalRows = new ArrayList<>();
        rows(INTERVALS)
                .forEach(row -> intervalRows.add(Row.of(tags(row, "indicator"), row.get("seconds", Double.class))));
        values.show(valueRows);
        validTo.show(validToRows);
        headlines.show(headlineRows);
        intervals.show(intervalRows);
        shown = state;
    }

    private List<Tuple> rows(String sql) {
        return entityManager
                .unwrap(Session.class)
                .createNativeQuery(sql, Tuple.class)
                .getResultList();
    }

    private static void bounds(Tuple figure, List<Row> rows) {
        for (String bound : List.of("lower", "best", "upper")) {
            if (figure.get(bound) instanceof Number number) {
                rows.add(Row.of(figureTags(figure).and("bound", bound), number.doubleValue()));
            }
        }
    }

    private static Tags figureTags(Tuple figure) {
        return tags(figure, "indicator", "area", "originator", "definition");
    }

    private static Tags tags(Tuple row, String... names) {
        Tags tags = Tags.empty();
        for (String name : names) {
            tags = tags.and(name, row.get(name, String.class));
        }
        return tags;
    }
}
