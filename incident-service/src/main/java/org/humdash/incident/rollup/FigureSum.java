package org.humdash.incident.rollup;

import java.math.BigDecimal;
import java.util.Optional;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.estimate.Qualifier;

/**
 * The sum of one figure over incidents, bound by bound. A bound that an incident does not state adds nothing to its sum.
 *
 * @param stated how many incidents state the figure at all
 * @param withoutBest how many of those give no best value
 * @param open how many of those are open above
 */
public record FigureSum(BigDecimal lower, BigDecimal best, BigDecimal upper, long stated, long withoutBest, long open) {

    public static final FigureSum NOTHING = new FigureSum(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, 0, 0, 0);

    public FigureSum plus(FigureSum other) {
        return new FigureSum(
                lower.add(other.lower),
                best.add(other.best),
                upper.add(other.upper),
                stated + other.stated,
                withoutBest + other.withoutBest,
                open + other.open);
    }

    /**
     * The sum as an estimate; empty when no incident states the figure, because missing is not zero. One open term
     * opens the sum above, and it has a best value only when each term has one. Bounds that a term excludes ("more than
     * 3") are included in the sum, which makes it wider and never wrong.
     */
    public Optional<Estimate> estimate() {
        if (stated == 0) {
            return Optional.empty();
        }
        // The roll-up holds what passed as estimates; only a sum of absurd ones gets beyond what an estimate may hold.
        boolean isOpen = open > 0 || upper.compareTo(Estimate.MAX) > 0;
        BigDecimal sumBest = withoutBest > 0 || best.compareTo(Estimate.MAX) > 0 ? null : best;
        BigDecimal sumLower = lower.min(Estimate.MAX);
        if (isOpen) {
            boolean isOnlyAbout = sumLower.signum() == 0 && sumBest != null && sumBest.signum() > 0;
            return Optional.of(
                    isOnlyAbout
                            ? Estimate.approximately(sumBest)
                            : new Estimate(sumLower, true, sumBest, null, true, Qualifier.AT_LEAST));
        }
        if (sumLower.compareTo(upper) == 0) {
            return Optional.of(Estimate.exact(sumLower));
        }
        boolean isOnlyAtMost = sumLower.signum() == 0 && sumBest == null;
        return Optional.of(
                isOnlyAtMost
                        ? Estimate.atMost(upper)
                        : new Estimate(sumLower, true, sumBest, upper, true, Qualifier.RANGE));
    }
}
