package org.humdash.humanitarian.observation;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.humdash.humanitarian.indicator.IndicatorSummary;
import org.humdash.humanitarian.source.SourceSummary;
import org.humdash.kit.revision.ReadScope;

/**
 * What observations are shown against: the indicators, the names of the sources, what the reader may see.
 *
 * @param hiddenHazards the codes of hazards that the reader may not know of
 * @param shown the observations that relays may name: those within the reader's clearance
 */
record ObservationContext(
        Map<String, IndicatorSummary> indicators,
        Map<String, SourceSummary> sources,
        Set<String> hiddenHazards,
        Set<UUID> shown,
        ReadScope scope) {

    LocalDate asOf() {
        return scope.asOf();
    }

    /** The hazard that an observation is about, unless it may not be named. */
    String hazard(Observation observation) {
        return observation.hazard == null || hiddenHazards.contains(observation.hazard) ? null : observation.hazard;
    }

    /** The observation that this one passes on; null for a statement, and where that observation is not for the reader. */
    UUID relayOf(Observation observation) {
        return observation.relayOf != null && shown.contains(observation.relayOf) ? observation.relayOf : null;
    }
}
