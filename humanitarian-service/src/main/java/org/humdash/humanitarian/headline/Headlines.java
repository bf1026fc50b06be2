package org.humdash.humanitarian.headline;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.humdash.humanitarian.indicator.IndicatorCatalogue;
import org.humdash.humanitarian.indicator.IndicatorSummary;
import org.humdash.humanitarian.observation.StandingClaim;
import org.humdash.humanitarian.observation.StandingObservations;
import org.humdash.kit.revision.ReadScope;

/** Puts the claims that stand side by side and has one of them chosen. */
@ApplicationScoped
public class Headlines {

    private final StandingObservations standing;
    private final IndicatorCatalogue indicators;
    private final Policies policies;

    Headlines(StandingObservations standing, IndicatorCatalogue indicators, Policies policies) {
        this.standing = standing;
        this.indicators = indicators;
        this.policies = policies;
    }

    /**
     * By area, then by indicator; where nobody stated anything there is no headline.
     *
     * @param areas P-codes
     * @param asked the indicators by code
     */
    List<IndicatorHeadline> of(Collection<String> areas, Map<String, IndicatorSummary> asked, ReadScope scope) {
        Map<String, IndicatorSummary> read = withPopulation(asked, scope);
        Map<String, PolicyResponse> applied = policies.of(read, scope);
        Map<String, Map<String, List<StandingClaim>>> claims = claims(areas, read, applied, scope);
        return claims.entrySet().stream()
                .flatMap(ofArea -> {
                    Population population =
                            population(ofArea.getValue(), applied).orElse(null);
                    return ofArea.getValue().entrySet().stream()
                            .filter(entry -> asked.containsKey(entry.getKey()))
                            .map(entry -> IndicatorHeadline.of(
                                    ofArea.getKey(),
                                    asked.get(entry.getKey()),
                                    applied.get(entry.getKey()),
                                    entry.getValue(),
                                    population));
                })
                .toList();
    }

    /** The population of an area as figures per 1,000 people are computed against; empty where nobody stated one. */
    public Optional<Population> population(String area, ReadScope scope) {
        Map<String, IndicatorSummary> read = withPopulation(Map.of(), scope);
        Map<String, PolicyResponse> applied = policies.of(read, scope);
        return population(claims(List.of(area), read, applied, scope).getOrDefault(area, Map.of()), applied);
    }

    /** The claims of one indicator that stand, by area. */
    Map<String, List<StandingClaim>> claims(
            Collection<String> areas, IndicatorSummary indicator, PolicyResponse policy, ReadScope scope) {
        return standing
                .find(
                        areas,
                        Map.of(indicator.code(), indicator),
                        Map.of(indicator.code(), policy.sourcePriority()),
                        scope)
                .stream()
                .collect(Collectors.groupingBy(claim -> claim.shown().area()));
    }

    private Map<String, Map<String, List<StandingClaim>>> claims(
            Collection<String> areas,
            Map<String, IndicatorSummary> read,
            Map<String, PolicyResponse> applied,
            ReadScope scope) {
        return standing.find(areas, read, orders(applied), scope).stream()
                .collect(Collectors.groupingBy(
                        claim -> claim.shown().area(),
                        TreeMap::new,
                        Collectors.groupingBy(claim -> claim.shown().indicator(), TreeMap::new, Collectors.toList())));
    }

    private Map<String, IndicatorSummary> withPopulation(Map<String, IndicatorSummary> asked, ReadScope scope) {
        if (asked.containsKey(Population.INDICATOR)) {
            return asked;
        }
        Map<String, IndicatorSummary> read = new LinkedHashMap<>(asked);
        IndicatorSummary population = indicators.knownAt(scope.knownAt()).get(Population.INDICATOR);
        if (population != null) {
            read.put(Population.INDICATOR, population);
        }
        return read;
    }

    private static Optional<Population> population(
            Map<String, List<StandingClaim>> ofArea, Map<String, PolicyResponse> applied) {
        return Optional.ofNullable(ofArea.get(Population.INDICATOR))
                .flatMap(claims ->
                        Chosen.of(claims, applied.get(Population.INDICATOR).sourcePriority()))
                .map(chosen -> Population.of(chosen.claim()));
    }

    private static Map<String, List<String>> orders(Map<String, PolicyResponse> applied) {
        return applied.entrySet().stream()
                .filter(policy -> !policy.getValue().sourcePriority().isEmpty())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, policy -> policy.getValue().sourcePriority()));
    }
}
