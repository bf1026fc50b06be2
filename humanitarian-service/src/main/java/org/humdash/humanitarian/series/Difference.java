package org.humdash.humanitarian.series;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.estimate.Trilean;

/**
 * How far a figure is from an earlier one. A bound is null where one that it follows from is open; nothing is then known
 * of it. Bounds may be below zero.
 *
 * @param lower least possible difference: lower bound now minus upper bound then
 * @param best best value now minus best value then
 * @param upper greatest possible difference: upper bound now minus lower bound then
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Difference(BigDecimal lower, BigDecimal best, BigDecimal upper, Direction direction) {

    /** What is certain of the direction. */
    enum Direction {
        RISEN,
        FALLEN,
        UNCHANGED,
        /** The bounds allow for more than one. */
        UNKNOWN
    }

    static Difference of(Estimate then, Estimate now) {
        BigDecimal lower = minus(now.lower(), then.upper());
        BigDecimal upper = minus(now.upper(), then.lower());
        return new Difference(lower, minus(now.best(), then.best()), upper, direction(then, now, lower, upper));
    }

    private static Direction direction(Estimate then, Estimate now, BigDecimal lower, BigDecimal upper) {
        if (now.isMoreThan(then) == Trilean.TRUE) {
            return Direction.RISEN;
        }
        if (now.isLessThan(then) == Trilean.TRUE) {
            return Direction.FALLEN;
        }
        boolean isNone = lower != null && upper != null && lower.signum() == 0 && upper.signum() == 0;
        return isNone ? Direction.UNCHANGED : Direction.UNKNOWN;
    }

    private static BigDecimal minus(BigDecimal a, BigDecimal b) {
        return a == null || b == null ? null : a.subtract(b);
    }
}
