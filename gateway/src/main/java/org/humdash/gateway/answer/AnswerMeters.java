package org.humdash.gateway.answer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Counts how reads were answered. Every series exists from the start, at zero. */
@ApplicationScoped
class AnswerMeters {

    /** What was needed to answer a read. */
    enum Outcome {
        /** Nothing: the client has it already (304). */
        NOT_MODIFIED,
        /** The answer was in memory. */
        KEPT,
        /** The services were asked. */
        ASKED,
        /** The services were asked, because one of them does not tell what changes. */
        UNKNOWN
    }

    private final Map<Outcome, Counter> counters = new EnumMap<>(Outcome.class);

    AnswerMeters(MeterRegistry registry) {
        for (Outcome outcome : Outcome.values()) {
            counters.put(
                    outcome,
                    Counter.builder("humdash.gateway.read")
                            .description("Reads of what the services show, by what was needed to answer them")
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
