package org.humdash.humanitarian.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The indicators as other features need them. */
@ApplicationScoped
public class IndicatorCatalogue {

    private final IndicatorRepository indicators;

    IndicatorCatalogue(IndicatorRepository indicators) {
        this.indicators = indicators;
    }

    /** The indicators by code, as they were known at an instant. */
    public Map<String, IndicatorSummary> knownAt(Instant knownAt) {
        return byCode(indicators.knownAt(knownAt));
    }

    /** The indicators that a new observation may be of, by code. */
    public Map<String, IndicatorSummary> current() {
        return byCode(indicators.allCurrent());
    }

    private static Map<String, IndicatorSummary> byCode(List<Indicator> found) {
        return found.stream()
                .map(Indicator::summary)
                .collect(Collectors.toMap(IndicatorSummary::code, Function.identity()));
    }
}
