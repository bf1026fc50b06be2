package org.humdash.gateway.limit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Counts what was refused, and shows how much is under way. Every series exists from the start, at zero. */
@ApplicationScoped
class LimitMeters {

    /** Of what there was too much. */
    enum Shed {
        REQUESTS,
        BODIES,
        /** More at once than one caller may have. */
        CALLER
    }

    private final MeterRegistry registry;
    private final List<Gauge> gauges = new ArrayList<>();
    private final Map<Tier, Counter> limited = new EnumMap<>(Tier.class);
    private final Map<Shed, Counter> shed = new EnumMap<>(Shed.class);

    LimitMeters(MeterRegistry registry) {
        this.registry = registry;
        for (Tier tier : Tier.values()) {
            limited.put(
                    tier,
                    Counter.builder("humdash.gateway.limited")
                            .description("Requests refused because their caller asked too often")
                            .tag("tier", tier.label())
                            .register(registry));
        }
        for (Shed reason : Shed.values()) {
            shed.put(
                    reason,
                    Counter.builder("humdash.gateway.shed")
                            .description("Requests refused because too much was under way")
                            .tag("reason", reason.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
    }

    void limited(Tier tier) {
        limited.get(tier).increment();
    }

    void shed(Shed reason) {
        shed.get(reason).increment();
    }

    void show(Supplier<Number> underWay) {
        gauges.add(Gauge.builder("humdash.gateway.under.way", underWay)
                .description("Requests under way at the gateway")
                .register(registry));
    }

    /** The registry may outlive what is shown here, as when the program is started anew in development. */
    @PreDestroy
    void hide() {
        gauges.forEach(registry::remove);
    }
}
