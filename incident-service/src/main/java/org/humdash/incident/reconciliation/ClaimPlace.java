package org.humdash.incident.reconciliation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.humdash.incident.ceasefire.CeasefireSummary;
import org.humdash.incident.claim.ClaimFigure;

/**
 * What claims are about besides their periods; claims about one place are looked into together.
 *
 * @param whole whether the area is the ceasefire's own
 */
record ClaimPlace(String ceasefire, String area, boolean whole) {

    /** The claims that fit, by place. */
    static Map<ClaimPlace, List<ClaimFigure>> group(
            List<ClaimFigure> claims, Map<String, CeasefireSummary> ceasefires, Predicate<ClaimFigure> which) {
        return claims.stream()
                .filter(which)
                .collect(Collectors.groupingBy(claim -> new ClaimPlace(
                        claim.series().ceasefire(),
                        claim.series().area(),
                        claim.series()
                                .area()
                                .equals(ceasefires
                                        .get(claim.series().ceasefire())
                                        .area()))));
    }

    /** The first day that any of the claims is about. */
    static LocalDate first(List<ClaimFigure> claims) {
        return claims.stream()
                .map(claim -> claim.series().validFrom())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** The last day that any of the claims is about. */
    static LocalDate last(List<ClaimFigure> claims) {
        return claims.stream()
                .map(ClaimFigure::validTo)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
