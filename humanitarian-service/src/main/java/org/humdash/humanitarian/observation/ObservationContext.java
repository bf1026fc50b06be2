package org.humdash.humanitarian.observation;

import java.time.LocalDate;
import java.util.Map;
import org.humdash.humanitarian.indicator.IndicatorSummary;
import org.humdash.humanitarian.source.SourceSummary;

/** What observations are shown against: the indicators, the names of the sources, the as-of day. */
record ObservationContext(
        Map<String, IndicatorSummary> indicators, Map<String, SourceSummary> sources, LocalDate asOf) {}
