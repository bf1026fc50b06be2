package org.humdash.incident.claim;

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
import org.humdash.kit.meter.GaugeRefresh;
import org.humdash.kit.meter.GaugeRefreshes;
import org.humdash.kit.meter.SteadyGauge;
import org.humdash.kit.meter.SteadyGauge.Row;

/**
 * The claims that stand now, as gauges: of every measure and originator the one that leads. Only what a dashboard may
 * show is in them, because they read the reporting view. A bound that a claim leaves open has no sample.
 */
@ApplicationScoped
class ClaimGauges {

    private static final String STANDING = """
            with newest as (
                select distinct on (ceasefire, area, measure, originator) claim_id
                from reporting.violation_claim
                where superseded_at is null and type = 'ALL'
                    and ceasefire in (select code from reporting.ceasefire where superseded_at is null)
                order by ceasefire, area, measure, originator, valid_to desc, relay_of is not null,
                    published_on desc nulls last, reference collate "C")
            select ceasefire, area, measure, type, originator, lower, best, upper,
                cast(extract(epoch from time) as double precision) as valid_to
            from reporting.violation_claim join newest using (claim_id)
            where superseded_at is null""";

    private final EntityManager entityManager;
    private final SteadyGauge values;
    private final SteadyGauge validTo;
    private final GaugeRefresh refresh;

    ClaimGauges(EntityManager entityManager, MeterRegistry registry, GaugeRefreshes refreshes) {
        this.entityManager = entityManager;
        this.values = new SteadyGauge(MultiGauge.builder("humdash.claim.value")
                .description("The newest cumulative claim of an originator, by bound")
                .register(registry));
        this.validTo = new SteadyGauge(MultiGauge.builder("humdash.claim.valid.to.timestamp")
                .description("The end of the period that the newest claim of an originator is about")
                .baseUnit("seconds")
                .register(registry));
        this.refresh = refreshes.of("claims", values, validTo);
    }

    // A refresh that takes longer than the interval must not be joined by the next one.
    @Scheduled(every = "${humdash.incident.gauge-refresh}", concurrentExecution = ConcurrentExecution.SKIP)
    @Transactional
    void refresh() {
        refresh.run(this::read);
    }

    private void read() {
        List<Row> valueRows = new ArrayList<>();
        List<Row> validToRows = new ArrayList<>();
        for (Object found :
                entityManager.createNativeQuery(STANDING, Tuple.class).getResultList()) {
            Tuple claim = (Tuple) found;
            Tags tags = tags(claim, "ceasefire", "area", "measure", "originator");
            for (String bound : List.of("lower", "best", "upper")) {
                if (claim.get(bound) instanceof Number number) {
                    valueRows.add(Row.of(
                            tags.and("type", claim.get("type", String.class), "bound", bound), number.doubleValue()));
                }
            }
            if ("ALL".equals(claim.get("type"))) {
                validToRows.add(Row.of(tags, claim.get("valid_to", Double.class)));
            }
        }
        values.show(valueRows);
        validTo.show(validToRows);
    }

    private static Tags tags(Tuple row, String... names) {
        Tags tags = Tags.empty();
        for (String name : names) {
            tags = tags.and(name, row.get(name, String.class));
        }
        return tags;
    }
}
