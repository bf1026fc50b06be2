package org.humdash.vocabulary.estimate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A part of a whole where either may be known by bounds only: 13 and more of exactly 2,000,000 people are at least 0.0065 of
 * 1,000. What nobody stated stays open, and nothing is guessed.
 *
 * <p>The lower bound is the lower bound of the part over the upper bound of the whole, the upper bound the other way
 * round, the best value the one over the other where both have one. Two exact numbers give an exact one, rounded half
 * up; otherwise a lower bound is rounded down and an upper one up, so that what they enclose is never less than what
 * the statements enclose.
 */
public final class EstimateRatio {

    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final BigDecimal THOUSAND = new BigDecimal(1_000);
    private static final int PERCENT_DECIMALS = 2;
    private static final int PER_THOUSAND_DECIMALS = 4;

    private EstimateRatio() {}

    /** The share in percent, to two decimals; empty where the two do not say enough for any. */
    public static Optional<Estimate> percent(Estimate part, Estimate whole) {
        return scaled(part, whole, HUNDRED, PERCENT_DECIMALS);
    }

    /** How many for each thousand of the whole, to four decimals; empty where the two do not say enough for any. */
    public static Optional<Estimate> perThousand(Estimate part, Estimate whole) {
        return scaled(part, whole, THOUSAND, PER_THOUSAND_DECIMALS);
    }

    private static Optional<Estimate> scaled(Estimate part, Estimate whole, BigDecimal scale, int decimals) {
        boolean isExact = part.qualifier() == Qualifier.EXACT && whole.qualifier() == Qualifier.EXACT;
        RoundingMode down = isExact ? RoundingMode.HALF_UP : RoundingMode.FLOOR;
        RoundingMode up = isExact ? RoundingMode.HALF_UP : RoundingMode.CEILING;
        BigDecimal lower = over(part.lower(), whole.upper(), scale, decimals, down);
        BigDecimal upper = over(part.upper(), whole.lower(), scale, decimals, up);
        BigDecimal best = over(part.best(), whole.best(), scale, decimals, RoundingMode.HALF_UP);
        boolean isLowerIncluded = lower == null || part.lowerInclusive() && whole.upperInclusive();
        boolean isUpperIncluded = upper == null || part.upperInclusive() && whole.lowerInclusive();
        boolean isSaid = lower != null || best != null || upper != null;
        boolean isNothing = lower == null && upper != null && upper.signum() == 0;
        if (!isSaid || isNothing || isTooLarge(lower) || isTooLarge(best) || isTooLarge(upper)) {
            return Optional.empty();
        }
        // With an excluded lower bound and no upper one, a best value has no place in an estimate.
        if (upper == null && lower != null && !isLowerIncluded || lower == null && upper != null) {
            best = null;
        }
        // What rounding brought together: an excluded bound would leave nothing between the two.
        if (lower != null && upper != null && lower.compareTo(upper) == 0) {
            return Optional.of(Estimate.exact(lower));
        }
        return Optional.of(new Estimate(
                lower,
                isLowerIncluded || upper != null,
                best,
                upper,
                isUpperIncluded,
                EstimateRules.qualifierOf(lower, isLowerIncluded, best, upper, isUpperIncluded)));
    }

    private static boolean isTooLarge(BigDecimal number) {
        return number != null && number.compareTo(Estimate.MAX) > 0;
    }

    /** Null where one of the two is not known, and for a whole of nothing. */
    private static BigDecimal over(
            BigDecimal part, BigDecimal whole, BigDecimal scale, int decimals, RoundingMode rounding) {
        return part == null || whole == null || whole.signum() == 0
                ? null
                : part.multiply(scale).divide(whole, decimals, rounding);
    }
}
