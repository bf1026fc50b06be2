package org.humdash.humanitarian.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.humdash.kit.revision.ReadScope;

/** The indicators as other features need them. */
@ApplicationScoped
public class IndicatorCatalogue {

    private final IndicatorRepository indicators;

    IndicatorCatalogue(IndicatorRepository indicators) {
        this.indicators = indicators;
    }

    /** The indicators by code as they were known at an instant, retracted ones too: their figures still have names. */
    public Map<String, IndicatorSummary> knownAt(Instant knownAt) {
        return byCode(indicators.knownAt(knownAt));
    }

    /** The indicators that a new observation may be of, by code. */
    public Map<String, IndicatorSummary> current() {
        return byCode(indicators.allCurrent());
    }

    /** Those of them that had not been retracted. */
    public Map<String, IndicatorSummary> offeredAt(Instant knownAt) {
        return byCode(indicators.knownAt(knownAt).stream()
                .filter(indicator -> !indicator.isRetracted())
                .toList());
    }

    /** The codes of the indicators that a cluster followed, as it was known at an instant. */
    public Set<String> followedBy(Cluster cluster, Instant knownAt) {
        return indicators.knownAt(knownAt).stream()
                .filter(indicator -> indicator.cluster == cluster)
                .map(indicator -> indicator.code)
                .collect(Collectors.toSet());
    }

    /** One indicator; empty when none is known by that code, or it was retracted. */
    public Optional<IndicatorSummary> find(String code, ReadScope scope) {
        return indicators.byCode(code, scope).map(Indicator::summary);
    }

    private static Map<String, IndicatorSummary> byCode(List<Indicator> found) {
        return found.stream()
                .map(Indicator::summary)
                .collect(Collectors.toMap(IndicatorSummary::code, Function.identity()));
    }
}
