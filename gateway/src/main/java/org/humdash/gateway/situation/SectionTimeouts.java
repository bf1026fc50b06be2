package org.humdash.gateway.situation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** How long each section may take. */
@ApplicationScoped
class SectionTimeouts {

    private final Map<SectionName, Duration> timeouts = new EnumMap<>(SectionName.class);

    /** @throws IllegalArgumentException if a time is configured that is none, or for a section that does not exist */
    SectionTimeouts(SituationConfig config) {
        Map<String, Duration> configured = config.sectionTimeouts();
        for (SectionName section : SectionName.values()) {
            timeouts.put(section, configured.getOrDefault(section.label(), config.sectionTimeout()));
        }
        configured.forEach((label, timeout) -> {
            boolean known = Arrays.stream(SectionName.values())
                    .anyMatch(section -> section.label().equals(label));
            if (!known || timeout.toMillis() < 1) {
                throw new IllegalArgumentException("humdash.gateway.situation.section-timeouts." + label
                        + " must be a section and a time of a millisecond at least");
            }
        });
    }

    Duration of(SectionName section) {
        return timeouts.get(section);
    }
}
