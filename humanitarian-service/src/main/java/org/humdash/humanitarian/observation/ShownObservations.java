package org.humdash.humanitarian.observation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.humdash.humanitarian.hazard.HazardRegister;
import org.humdash.humanitarian.indicator.IndicatorCatalogue;
import org.humdash.humanitarian.source.Sources;
import org.humdash.kit.revision.ReadClock;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.TimeTravel;
import org.humdash.vocabulary.access.Clearance;

/** Shows observations as their reader may see them: without a link to a record that is not for the reader. */
@ApplicationScoped
public class ShownObservations {

    private final ObservationRepository observations;
    private final IndicatorCatalogue indicators;
    private final Sources sources;
    private final HazardRegister hazards;
    private final ReadClock clock;

    ShownObservations(
            ObservationRepository observations,
            IndicatorCatalogue indicators,
            Sources sources,
            HazardRegister hazards,
            ReadClock clock) {
        this.observations = observations;
        this.indicators = indicators;
        this.sources = sources;
        this.hazards = hazards;
        this.clock = clock;
    }

    /**
     * Revisions as a caller is shown them now, by their number. Those that do not stand any more are left out, and those of
     * observations beyond the clearance.
     */
    public Map<Long, ObservationResponse> byRevision(Collection<Long> revisionIds, Clearance clearance) {
        if (revisionIds.isEmpty()) {
            return Map.of();
        }
        ReadScope now = new TimeTravel().scope(clock, clearance);
        List<Observation> found = observations.standing(revisionIds, clearance);
        ObservationContext context = context(found, now);
        return found.stream()
                .collect(Collectors.toMap(
                        observation -> observation.revisionId,
                        observation -> ObservationResponse.of(observation, context)));
    }

    /** The same observations, in the same order. */
    List<ObservationResponse> of(List<Observation> found, ReadScope scope) {
        ObservationContext context = context(found, scope);
        return found.stream()
                .map(observation -> ObservationResponse.of(observation, context))
                .toList();
    }

    ObservationResponse of(Observation observation, ReadScope scope) {
        return of(List.of(observation), scope).getFirst();
    }

    /** What observations that are yet to be searched for are shown against. */
    ObservationContext context(ReadScope scope) {
        return context(List.of(), scope);
    }

    private ObservationContext context(List<Observation> shown, ReadScope scope) {
        return new ObservationContext(
                indicators.knownAt(scope.knownAt()),
                sources.quoted(),
                hazards.hiddenFrom(scope),
                observations.shownAmong(shown, scope),
                scope);
    }
}
