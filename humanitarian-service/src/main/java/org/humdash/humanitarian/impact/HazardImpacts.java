package org.humdash.humanitarian.impact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.humdash.humanitarian.indicator.DefinitionView;
import org.humdash.humanitarian.indicator.IndicatorSummary;
import org.humdash.humanitarian.observation.ObservationResponse;
import org.humdash.kit.revision.ReadScope;
import org.humdash.vocabulary.text.BilingualText;

/**
 * What sources state of the impacts of a hazard, by what is counted. Nothing is added up, within a group no more than
 * across: the claims of a group are different sources' figures of one thing, or figures of parts, areas and periods that
 * overlap, and two groups count different things, such as families and people.
 *
 * @param hazard its code
 */
record HazardImpacts(String hazard, LocalDate asOf, Instant knownAt, List<Impact> impacts) {

    /**
     * One definition of one indicator.
     *
     * @param unit what one is of; families are not people
     * @param claims newest validity first; a figure about all before figures about parts such as a cause of death
     */
    record Impact(
            String indicator,
            BilingualText name,
            String unit,
            DefinitionView definition,
            List<ObservationResponse> claims) {}

    private record Group(String indicator, String definition) {}

    /** @param claims in the order they are to be shown in */
    static HazardImpacts of(
            String hazard,
            List<ObservationResponse> claims,
            Map<String, IndicatorSummary> indicators,
            ReadScope scope) {
        Map<Group, List<ObservationResponse>> groups = claims.stream()
                .sorted(Comparator.comparing(claim -> claim.disaggregation() != null))
                .collect(Collectors.groupingBy(
                        claim -> new Group(claim.indicator(), claim.definition().code()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return new HazardImpacts(
                hazard,
                scope.asOf(),
                scope.knownAt(),
                groups.entrySet().stream()
                        .map(group -> impact(indicators.get(group.getKey().indicator()), group.getValue()))
                        .sorted(HazardImpacts::inOrder)
                        .toList());
    }

    private static Impact impact(IndicatorSummary indicator, List<ObservationResponse> claims) {
        return new Impact(
                indicator.code(),
                indicator.name(),
                indicator.unit(),
                claims.getFirst().definition(),
                claims);
    }

    /** By the code of the indicator, its own definition before the others. */
    private static int inOrder(Impact a, Impact b) {
        return Comparator.comparing(Impact::indicator)
                .thenComparing(impact -> !impact.definition().code().equals(impact.indicator()))
                .thenComparing(impact -> impact.definition().code())
                .compare(a, b);
    }
}
