package org.humdash.kit.meter;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Sees to it that no gauge goes on showing what was read long ago. It does so beside the refreshes, because one that waits
 * for its database for ever neither fails nor ends.
 */
@ApplicationScoped
public class GaugeRefreshes {

    private final MeterRegistry registry;
    private final Clock clock;
    private final List<GaugeRefresh> refreshes = new CopyOnWriteArrayList<>();

    public GaugeRefreshes(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /**
     * A refresh of gauges that belong together.
     *
     * @param gauges what they are about, such as "claims": a label, and different for each refresh of a service
     * @param shown the gauges that lose their samples when they are too old
     */
    public GaugeRefresh of(String gauges, SteadyGauge... shown) {
        GaugeRefresh refresh = new GaugeRefresh(gauges, List.of(shown), clock, registry);
        refreshes.add(refresh);
        return refresh;
    }

    @Scheduled(every = "15s", concurrentExecution = ConcurrentExecution.SKIP)
    void forgetWhatIsTooOld() {
        refreshes.forEach(GaugeRefresh::forgetIfTooOld);
    }
}
