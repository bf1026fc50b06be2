package org.humdash.incident.reconciliation;

import java.math.BigDecimal;
import org.humdash.incident.claim.Measure;
import org.humdash.incident.rollup.FigureSum;
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
    private FigureSum certain = FigureSum.NOTHING;
    private FigureSum possible = FigureSum.NOTHING;

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
            BigDecimal count = BigDecimal.valueOf(certainIncidents);
            return estimate(
                    count, possibleIncidents == 0 ? count : null, count.add(BigDecimal.valueOf(possibleIncidents)));
        }
        FigureSum all = certain.plus(possible);
        if (all.stated() == 0 && certainIncidents + possibleIncidents > 0) {
            return Estimate.atLeast(0);
        }
        boolean isBestKnown = possible.stated() == 0 && certain.withoutBest() == 0;
        return estimate(certain.lower(), isBestKnown ? certain.best() : null, all.open() > 0 ? null : all.upper());
    }

    /** Sums beyond what an estimate holds come from absurd figures only; they stay lower bounds. */
    private static Estimate estimate(BigDecimal lower, BigDecimal best, BigDecimal upper) {
        BigDecimal least = lower.min(Estimate.MAX);
        BigDecimal likely = best == null ? null : best.min(Estimate.MAX);
        if (upper == null || upper.compareTo(Estimate.MAX) > 0) {
            return new Estimate(least, true, likely, null, true, Qualifier.AT_LEAST);
        }
        return least.compareTo(upper) == 0 ? Estimate.exact(least) : Estimate.range(least, likely, upper);
    }
}
