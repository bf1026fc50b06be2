package org.humdash.incident.incident;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.estimate.Qualifier;

/**
 * The figures of an incident as its reports give them. The rule:
 *
 * <ol>
 *   <li>One voice for each originator, however many relays pass it on: its own report before a relay, then the one
 *       published last, then the one listed last. A report that does not state a figure has no voice in it.
 *   <li>One originator alone, or several that say the same: what was said.
 *   <li>Several that differ: the span that holds all of them, never an average. It begins at the least number that any of
 *       them gives as lower bound or best value, and is open below if one gives neither; it ends at the greatest upper
 *       bound or best value, and is open above if one gives neither. It has a best value only if all who state one state the
 *       same.
 * </ol>
 */
final class DerivedFigures {

    private static final Comparator<Report> BY_WEIGHT = Comparator.comparing(
                    (Report report) -> report.relayOf() == null)
            .thenComparing(Report::publishedOn, Comparator.nullsFirst(Comparator.naturalOrder()));

    private DerivedFigures() {}

    static Figures of(List<Report> reports) {
        if (reports.size() == 1) {
            return reports.getFirst().figures();
        }
        return new Figures(
                figure(reports, Figures::killed),
                figure(reports, Figures::injured),
                figure(reports, Figures::detained));
    }

    private static Estimate figure(List<Report> reports, Function<Figures, Estimate> figure) {
        Map<String, Report> voices = reports.stream()
                .filter(report -> figure.apply(report.figures()) != null)
                .collect(Collectors.toMap(
                        Report::originator, Function.identity(), DerivedFigures::weightier, LinkedHashMap::new));
        List<Estimate> stated = voices.values().stream()
                .map(report -> figure.apply(report.figures()))
                .distinct()
                .toList();
        return stated.isEmpty() ? null : stated.size() == 1 ? stated.getFirst() : span(stated);
    }

    private static Report weightier(Report earlier, Report later) {
        return BY_WEIGHT.compare(earlier, later) > 0 ? earlier : later;
    }

    /** The narrowest estimate that holds all of these. People are counted whole, so every span can be written inclusive. */
    static Estimate span(Collection<Estimate> stated) {
        List<BigDecimal> lowers = new ArrayList<>();
        List<BigDecimal> uppers = new ArrayList<>();
        for (Estimate e : stated) {
            lowers.add(
                    e.lower() == null
                            ? e.best()
                            : e.lowerInclusive() ? e.lower() : e.lower().add(BigDecimal.ONE));
            uppers.add(
                    e.upper() == null
                            ? e.best()
                            : e.upperInclusive() ? e.upper() : e.upper().subtract(BigDecimal.ONE));
        }
        BigDecimal lower = lowers.contains(null)
                ? null
                : lowers.stream().min(Comparator.naturalOrder()).orElseThrow();
        BigDecimal upper = uppers.contains(null)
                ? null
                : uppers.stream().max(Comparator.naturalOrder()).orElseThrow();
        if (lower == null) {
            return upper == null ? Estimate.atLeast(0) : Estimate.atMost(upper);
        }
        if (upper == null) {
            return Estimate.atLeast(lower);
        }
        List<BigDecimal> bests = stated.stream()
                .map(Estimate::best)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        BigDecimal best = bests.size() == 1 ? bests.getFirst() : null;
        return Estimate.of(
                lower.equals(upper) ? Qualifier.EXACT : Qualifier.RANGE,
                lower,
                lower.equals(upper) ? lower : best,
                upper);
    }
}
