package org.humdash.gateway.idempotency;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Counts requests with a key. Every series exists from the start, at zero. */
@Startup
@ApplicationScoped
class IdempotencyMeters {

    enum Outcome {
        /** Not heard of before, and done. */
        FIRST,
        REPLAYED,
        /** Done before, and its answer was not kept. */
        NOT_KEPT,
        UNDER_WAY,
        /** The key stood for another request. */
        REUSED
    }

    private final Map<Outcome, Counter> counters = new EnumMap<>(Outcome.class);

    IdempotencyMeters(MeterRegistry registry) {
        for (Outcome outcome : Outcome.values()) {
            counters.put(
                    outcome,
                    Counter.builder("humdash.gateway.idempotency")
                            .description("Requests with an Idempotency-Key, by what was known of them")
                            .tag(
                                    "outcome",
                                    outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                            .register(registry));
        }
    }

    void count(Outcome outcome) {
        counters.get(outcome).increment();
    }
}
