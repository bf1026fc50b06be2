package org.humdash.gateway.situation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.humdash.gateway.peer.PeerFailure;

/** Counts how the sections of the situation turned out. Every series exists from the start, at zero. */
@ApplicationScoped
class SectionMeters {

    static final String AVAILABLE = "available";

    private final Map<SectionName, Map<String, Counter>> outcomes = new EnumMap<>(SectionName.class);
    private final Map<SectionName, Counter> stale = new EnumMap<>(SectionName.class);
    private final Map<SectionName, Timer> durations = new EnumMap<>(SectionName.class);

    SectionMeters(MeterRegistry registry) {
        for (SectionName section : SectionName.values()) {
            Map<String, Counter> ofSection = new HashMap<>();
            ofSection.put(AVAILABLE, counter(registry, section, AVAILABLE));
            for (PeerFailure.Kind kind : PeerFailure.Kind.values()) {
                ofSection.put(kind.label(), counter(registry, section, kind.label()));
            }
            outcomes.put(section, ofSection);
            stale.put(
                    section,
                    Counter.builder("humdash.gateway.section.stale")
                            .description("Sections that failed and were served as their last good value")
                            .tag("section", section.label())
                            .register(registry));
            durations.put(
                    section,
                    Timer.builder("humdash.gateway.section.duration")
                            .description("Time from asking a service for a section to its last byte or its failure")
                            .tag("section", section.label())
                            .register(registry));
        }
    }

    void count(SectionName section, String outcome) {
        outcomes.get(section).get(outcome).increment();
    }

    void countStale(SectionName section) {
        stale.get(section).increment();
    }

    void took(SectionName section, Duration duration) {
        durations.get(section).record(duration);
    }

    private static Counter counter(MeterRegistry registry, SectionName section, String outcome) {
        return Counter.builder("humdash.gateway.section")
                .description("Sections asked for, by what became of them")
                .tag("section", section.label())
                .tag("outcome", outcome)
                .register(registry);
    }
}
