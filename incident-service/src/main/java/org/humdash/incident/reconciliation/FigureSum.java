package org.humdash.incident.reconciliation;

import java.math.BigDecimal;

/**
 * The sums of one figure over a number of incidents, as the roll-up keeps them.
 *
 * @param lower sum of the lower bounds stated; an absent one adds nothing
 * @param stated how many incidents state the figure
 * @param withoutBest how many of those give no best value
 * @param open how many of those give no upper bound
 */
record FigureSum(BigDecimal lower, BigDecimal best, BigDecimal upper, long stated, long withoutBest, long open) {

    static final FigureSum NONE = new FigureSum(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, 0, 0, 0);

    FigureSum plus(FigureSum other) {
        return new FigureSum(
                lower.add(other.lower),
                best.add(other.best),
                upper.add(other.upper),
                stated + other.stated,
                withoutBest + other.withoutBest,
                open + other.open);
    }
}
