package org.humdash.humanitarian.observation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.humdash.humanitarian.hazard.HazardRegister;
import org.humdash.humanitarian.indicator.IndicatorSummary;
import org.humdash.humanitarian.source.Sources;
import org.humdash.kit.revision.ReadScope;

/** The observations that stand on a day, as the choice of headlines needs them. */
@ApplicationScoped
public class StandingObservations {

    /** The most observations of one indicator in one area that stand in one answer. */
    public static final int MOST = 200;

    /** How many steps of a chain of relays are followed. */
    private static final int LONGEST_CHAIN = 10;

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
     * Of every indicator, area, originator, definition, part and hazard the observations with the newest validity, newest
     * first.
     *
     * @param areas P-codes; what is stated of the areas inside them is not looked at
     * @param orders for each indicator that has one, the originators that come first; it only matters where more than
     *     {@link #MOST} stand
     */
    public List<StandingClaim> find(
            Collection<String> areas,
            Map<String, IndicatorSummary> indicators,
            Map<String, List<String>> orders,
            ReadScope scope) {
        if (indicators.isEmpty() || areas.isEmpty()) {
            return List.of();
        }
        List<Observation> standing = observations.standing(areas, indicators.keySet(), orders, scope, MOST);
        Map<UUID, Observation> relayed = relayed(standing, scope);
        ObservationContext context = new ObservationContext(
                indicators, sources.quoted(), hazards.hiddenFrom(scope), relayed.keySet(), scope);
        return standing.stream()
                .map(observation -> claim(observation, relayed, context))
                .sorted(Comparator.comparing(StandingClaim::shown, ORDER))
                .toList();
    }

    private static StandingClaim claim(
            Observation observation, Map<UUID, Observation> relayed, ObservationContext context) {
        List<RelayLink> chain = new ArrayList<>();
        Observation at = relayed.get(observation.relayOf);
        while (at != null && chain.size() < LONGEST_CHAIN) {
            chain.add(RelayLink.of(at, context));
            at = relayed.get(at.relayOf);
        }
        return new StandingClaim(
                ObservationResponse.of(observation, context),
                observation.estimate.estimate(),
                observation.hazard,
                chain);
    }

    /** The observations that these pass on, and those that those pass on, as far as they may be seen, by id. */
    private Map<UUID, Observation> relayed(List<Observation> standing, ReadScope scope) {
        Map<UUID, Observation> known = new HashMap<>();
        Set<UUID> wanted = relays(standing);
        for (int step = 0; step < LONGEST_CHAIN && !wanted.isEmpty(); step++) {
            List<Observation> found = observations.byIds(wanted, scope);
            found.forEach(observation -> known.put(observation.id, observation));
            wanted = relays(found);
            wanted.removeAll(known.keySet());
        }
        return known;
    }

    private static Set<UUID> relays(List<Observation> observations) {
        return observations.stream()
                .map(observation -> observation.relayOf)
                .filter(id -> id != null)
                .collect(Collectors.toSet());
    }
}
