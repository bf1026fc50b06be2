package org.humdash.incident.reconciliation;

import java.math.BigDecimal;
import org.humdash.incident.claim.Measure;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.estimate.Qualifier;

/**
 * Adds up one measure over incidents: those certain to be meant, and those that only may be. The latter widen the sum
 * upwards and never move its lower bound.
 */
final class Tally {

    private final Measure measure;
    private long certainIncidents;
    private long possibleIncidents;
    private FigureSum certain = FigureSum.NONE;
    private FigureSum possible = FigureSum.NONE;

    /** @param measure VIOLATIONS, KILLED, INJURED or DETAINED */
    Tally(Measure measure) {
        this.measure = measure;
    }

    void add(RollupCell cell, boolean isCertain) {
        if (isCertain) {
            certainIncidents += cell.incidents();
            certain = certain.plus(cell.figure(measure));
        } else {
            possibleIncidents += cell.incidents();
            possible = possible.plus(cell.figure(measure));
        }
    }

    long certainIncidents() {
        return certainIncidents;
    }

    long possibleIncidents() {
        return possibleIncidents;
    }

    /** How many of the incidents state the figure; for VIOLATIONS every one does. */
    long stated() {
        return measure == Measure.VIOLATIONS
                ? certainIncidents + possibleIncidents
                : certain.stated() + possible.stated();
    }

    /** The sum; "at least 0" where incidents are documented of which none states the figure, for missing is not zero. */
    Estimate sum() {
        if (measure == Measure.VIOLATIONS) {
            Long exact = possibleIncidents == 0 ? certainIncidents : null;
            return estimate(certainIncidents, exact, certainIncidents + possibleIncidents);
        }
        FigureSum all = certain.plus(possible);
        boolean nothingStated = all.stated() == 0 && certainIncidents + possibleIncidents > 0;
        Long best = possible.stated() == 0 && certain.withoutBest() == 0 ? certain.best() : null;
        return estimate(
                certain.lower(), nothingStated ? null : best, all.open() > 0 || nothingStated ? null : all.upper());
    }

    private static Estimate estimate(long lower, Long best, Long upper) {
        BigDecimal least = BigDecimal.valueOf(lower).min(Estimate.MAX);
        BigDecimal likely = best == null ? null : BigDecimal.valueOf(best).min(Estimate.MAX);
        BigDecimal most = upper == null || BigDecimal.valueOf(upper).compareTo(Estimate.MAX) > 0
                ? null
                : BigDecimal.valueOf(upper);
        if (most == null) {
            return new Estimate(least, true, likely, null, true, Qualifier.AT_LEAST);
        }
        return least.compareTo(most) == 0 ? Estimate.exact(least) : Estimate.range(least, likely, most);
    }
}
