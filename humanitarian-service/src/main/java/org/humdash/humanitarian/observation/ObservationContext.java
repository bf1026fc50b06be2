package org.humdash.humanitarian.observation;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.humdash.humanitarian.indicator.IndicatorSummary;
import org.humdash.humanitarian.source.SourceSummary;

/**
 * What observations are shown against: the indicators, the names of the sources, the as-of day.
 *
 * @param hiddenHazards the codes of hazards that the reader may not know of
 */
record ObservationContext(
        Map<String, IndicatorSummary> indicators,
        Map<String, SourceSummary> sources,
        Set<String> hiddenHazards,
        LocalDate asOf) {

    /** The hazard that an observation is about, unless it may not be named. */
    String hazard(Observation observation) {
        return observation.hazard == null || hiddenHazards.contains(observation.hazard) ? null : observation.hazard;
    }
}
