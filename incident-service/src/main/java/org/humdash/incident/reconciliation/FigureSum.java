package org.humdash.incident.reconciliation;

/**
 * The sums of one figure over a number of incidents, as the roll-up keeps them.
 *
 * @param lower sum of the lower bounds stated; an absent one adds nothing
 * @param stated how many incidents state the figure
 * @param withoutBest how many of those give no best value
 * @param open how many of those give no upper bound
 */
record FigureSum(long lower, long best, long upper, long stated, long withoutBest, long open) {

    static final FigureSum NONE = new FigureSum(0, 0, 0, 0, 0, 0);

    FigureSum plus(FigureSum other) {
        return new FigureSum(
                lower + other.lower,
                best + other.best,
                upper + other.upper,
                stated + other.stated,
                withoutBest + other.withoutBest,
                open + other.open);
    }
}
