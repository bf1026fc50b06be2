package org.humdash.humanitarian.observation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.humdash.humanitarian.indicator.IndicatorSummary;
import org.humdash.humanitarian.source.Sources;
import org.humdash.kit.revision.ReadScope;

/** The observations about one hazard, as its impacts are told by them. */
@ApplicationScoped
public class HazardObservations {

    /** The most observations of one indicator in one answer. */
    public static final int MOST = 200;

    private final HazardObservationRepository observations;
    private final ObservationRepository relayed;
    private final Sources sources;

    HazardObservations(HazardObservationRepository observations, ObservationRepository relayed, Sources sources) {
        this.observations = observations;
        this.relayed = relayed;
        this.sources = sources;
    }

    /**
     * Of every indicator, area, originator, definition and part the observations with the newest validity, newest first.
     * They are claims of different sources about different things, and nothing in them may be added up.
     *
     * @param hazard the code of a hazard that the reader may see
     */
    public List<ObservationResponse> standing(
            String hazard, Map<String, IndicatorSummary> indicators, ReadScope scope) {
        List<Observation> standing = observations.standing(hazard, scope, MOST);
        ObservationContext context = new ObservationContext(
                indicators, sources.quoted(), Set.of(), relayed.shownAmong(standing, scope), scope);
        return standing.stream()
                .map(observation -> ObservationResponse.of(observation, context))
                .sorted(StandingObservations.ORDER)
                .toList();
    }
}
