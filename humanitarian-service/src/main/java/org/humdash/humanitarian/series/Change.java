package org.humdash.humanitarian.series;

import java.time.LocalDate;
import java.util.List;
import org.humdash.humanitarian.indicator.IndicatorKind;

/**
 * The newest statement of a series beside the one of a week or a month earlier.
 *
 * @param day the day on which the period of the earlier one has to end
 * @param then null where there is none of just that day; nothing is interpolated
 * @param difference null without an earlier one, or where the two follow different versions of the definition
 */
record Change(Span against, LocalDate day, Statement then, Difference difference) {

    /** How much earlier. */
    enum Span {
        WEEK,
        MONTH;

        LocalDate before(LocalDate day) {
            return this == WEEK ? day.minusWeeks(1) : day.minusMonths(1);
        }
    }

    /** @param timeline with at least one statement */
    static Change of(Timeline timeline, Statement now, Span against) {
        boolean areMonths = against == Span.MONTH
                && timeline.kind() == IndicatorKind.FLOW
                && now.figure().isAboutAWholeMonth();
        // The month before 1 to 30 November is 1 to 31 October and does not end on the 30th.
        LocalDate day = areMonths
                ? now.figure().validFrom().minusDays(1)
                : against.before(now.figure().validTo());
        Statement then = find(timeline.statements(), day).stream()
                .filter(earlier -> timeline.kind() != IndicatorKind.FLOW
                        || (areMonths
                                ? earlier.figure().isAboutAWholeMonth()
                                : earlier.figure().days() == now.figure().days()))
                .min((a, b) -> Figure.PREFERRED.compare(a.figure(), b.figure()))
                .orElse(null);
        boolean isComparable = then != null && timeline.version(then) == timeline.version(now);
        return new Change(
                against,
                day,
                then,
                isComparable
                        ? Difference.of(then.figure().estimate(), now.figure().estimate())
                        : null);
    }

    private static List<Statement> find(List<Statement> statements, LocalDate day) {
        int end = firstAfter(statements, day);
        int begin = firstAfter(statements, day.minusDays(1));
        return statements.subList(begin, end);
    }

    /** The place of the first statement whose period ends after a day. */
    private static int firstAfter(List<Statement> statements, LocalDate day) {
        int low = 0;
        int high = statements.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (statements.get(middle).figure().validTo().isAfter(day)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
