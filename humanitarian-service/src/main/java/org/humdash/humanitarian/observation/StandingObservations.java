package org.humdash.humanitarian.observation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.humdash.humanitarian.hazard.HazardRegister;
import org.humdash.humanitarian.indicator.IndicatorSummary;
import org.humdash.humanitarian.source.Sources;
import org.humdash.kit.revision.ReadScope;

/** The observations that stand on a day, as the choice of headlines needs them. */
@ApplicationScoped
public class StandingObservations {

    /** The most observations of one indicator that stand in one answer. */
    public static final int MOST = 200;

    /** Newest validity first, a statement before its relays, then newest publication. */
    static final Comparator<ObservationResponse> ORDER = Comparator.comparing(ObservationResponse::validTo)
            .reversed()
            .thenComparing(observation -> observation.relayOf() != null)
            .thenComparing(ObservationResponse::publishedOn, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(observation -> observation.originator().code())
            .thenComparing(ObservationResponse::reference);

    private final ObservationRepository observations;
    private final Sources sources;
    private final HazardRegister hazards;

    StandingObservations(ObservationRepository observations, Sources sources, HazardRegister hazards) {
        this.observations = observations;
        this.sources = sources;
        this.hazards = hazards;
    }

    /**
     * Of every originator, definition, part and hazard the observations with the newest validity, by indicator, in
     * {@link #ORDER}; an indicator without any is left out.
     */
    public Map<String, List<ObservationResponse>> byIndicator(
            String area, Map<String, IndicatorSummary> indicators, ReadScope scope) {
        if (indicators.isEmpty()) {
            return Map.of();
        }
        ObservationContext context =
                new ObservationContext(indicators, sources.quoted(), hazards.hiddenFrom(scope), scope.asOf());
        return observations.standing(area, indicators.keySet(), scope, MOST).stream()
                .map(observation -> ObservationResponse.of(observation, context))
                .sorted(ORDER)
                .collect(Collectors.groupingBy(ObservationResponse::indicator, TreeMap::new, Collectors.toList()));
    }
}
