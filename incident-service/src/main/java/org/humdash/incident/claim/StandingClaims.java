package org.humdash.incident.claim;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.humdash.kit.revision.ReadScope;
import org.humdash.vocabulary.text.BilingualText;

/** The claims that stand on a day, by measure, those of different sources side by side. */
record StandingClaims(String ceasefire, String area, LocalDate asOf, Instant knownAt, List<MeasureClaims> measures) {

    /** The claims of one measure; never added up, because they are different sources' words for the same thing. */
    record MeasureClaims(Measure measure, BilingualText name, List<ClaimResponse> claims) {}

    static StandingClaims of(
            String ceasefire, String area, List<ViolationClaim> claims, ClaimContext context, ReadScope scope) {
        Map<Measure, List<ViolationClaim>> byMeasure = claims.stream()
                .sorted(order(context))
                .collect(Collectors.groupingBy(c -> c.measure, TreeMap::new, Collectors.toList()));
        return new StandingClaims(
                ceasefire,
                area,
                scope.asOf(),
                scope.knownAt(),
                byMeasure.entrySet().stream()
                        .map(entry -> new MeasureClaims(
                                entry.getKey(),
                                entry.getKey().label(),
                                entry.getValue().stream()
                                        .map(claim -> ClaimResponse.of(claim, context))
                                        .toList()))
                        .toList());
    }

    /**
     * The order in which claims of one measure stand: newest validity first, a statement before its relays, then newest
     * publication. The first one leads; it is no more true than the others. What the reader is not told to be a relay does
     * not stand as one either.
     */
    private static Comparator<ViolationClaim> order(ClaimContext context) {
        return Comparator.comparing((ViolationClaim claim) -> claim.validTo)
                .reversed()
                .thenComparing(claim -> context.relayOf(claim) != null)
                .thenComparing(claim -> claim.publishedOn, Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(claim -> claim.originator)
                .thenComparing(claim -> claim.reference);
    }
}
