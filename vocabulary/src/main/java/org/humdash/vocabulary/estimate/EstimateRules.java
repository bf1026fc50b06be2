package org.humdash.vocabulary.estimate;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.humdash.vocabulary.estimate.EstimateFormatException.Reason;

/** What numbers an {@link Estimate} may have: the rules its constructor enforces. */
final class EstimateRules {

    private EstimateRules() {}

    /**
     * Strips trailing zeros and the exponent. It looks at the size before doing arithmetic: 1e999999999 is eleven
     * characters to read and a gigabyte to expand.
     */
    static BigDecimal normalise(BigDecimal n) {
        if (n == null) {
            return null;
        }
        if (n.signum() < 0) {
            throw new EstimateFormatException(Reason.NEGATIVE, "An estimate is never below zero");
        }
        if (n.signum() == 0) {
            return BigDecimal.ZERO;
        }
        long digitsBeforePoint = (long) n.precision() - n.scale();
        if (digitsBeforePoint > Estimate.MAX.precision()
                || (digitsBeforePoint == Estimate.MAX.precision() && n.compareTo(Estimate.MAX) > 0)) {
            throw new EstimateFormatException(Reason.TOO_LARGE, "An estimate is at most 10^15");
        }
        BigDecimal stripped = n.stripTrailingZeros();
        if (stripped.scale() > Estimate.MAX_DECIMALS) {
            throw unfit("An estimate has at most " + Estimate.MAX_DECIMALS + " digits behind the decimal point");
        }
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static void requireOrdered(BigDecimal lower, BigDecimal best, BigDecimal upper) {
        if (isAbove(lower, upper)) {
            throw new EstimateFormatException(
                    Reason.LOWER_ABOVE_UPPER, "The lower bound " + lower + " is above the upper bound " + upper);
        }
        if (isAbove(lower, best) || isAbove(best, upper)) {
            throw unfit("The best value " + best + " is outside the bounds");
        }
    }

    static void requireNumbers(Qualifier qualifier, BigDecimal lower, BigDecimal best, BigDecimal upper) {
        boolean isFit = switch (qualifier) {
            case EXACT -> lower != null && lower.equals(best) && lower.equals(upper);
            case AT_LEAST -> lower != null && upper == null;
            case MORE_THAN -> lower != null && best == null && upper == null;
            case AT_MOST, FEWER_THAN -> lower == null && best == null && upper != null && upper.signum() > 0;
            case APPROXIMATELY -> lower == null && best != null && upper == null;
            case RANGE -> lower != null && upper != null && !lower.equals(upper);
            case ORDER -> best == null && isOrder(lower, upper);
        };
        if (!isFit) {
            throw unfit(qualifier + " takes " + numbersOf(qualifier));
        }
    }

    static void requireFlags(Qualifier qualifier, boolean lowerInclusive, boolean upperInclusive) {
        boolean isLowerFit = lowerInclusive == (qualifier != Qualifier.MORE_THAN);
        boolean isUpperFit = qualifier == Qualifier.RANGE || upperInclusive == (qualifier != Qualifier.FEWER_THAN);
        if (!isLowerFit || !isUpperFit) {
            throw unfit(qualifier + " does not fit the inclusive flags of its bounds");
        }
    }

    /** Whether the bounds are those of an order of magnitude from 10^1 on. */
    static boolean isOrder(BigDecimal lower, BigDecimal upper) {
        return lower != null
                && upper != null
                && lower.compareTo(BigDecimal.TEN) >= 0
                && lower.stripTrailingZeros().unscaledValue().equals(BigInteger.ONE)
                && lastOfOrder(lower).compareTo(upper) == 0;
    }

    /** The upper bound, 10^(k+1) − 1, of the order of magnitude whose lower bound is 10^k. */
    static BigDecimal lastOfOrder(BigDecimal lower) {
        return lower.multiply(BigDecimal.TEN).subtract(BigDecimal.ONE);
    }

    /** The qualifier of numbers that fit one, by the table at {@link Estimate#plus}. */
    static Qualifier qualifierOf(
            BigDecimal lower, boolean lowerInclusive, BigDecimal best, BigDecimal upper, boolean upperInclusive) {
        if (upper == null && lower == null) {
            return Qualifier.APPROXIMATELY;
        }
        if (upper == null) {
            return lowerInclusive ? Qualifier.AT_LEAST : Qualifier.MORE_THAN;
        }
        if (lower == null) {
            return upperInclusive ? Qualifier.AT_MOST : Qualifier.FEWER_THAN;
        }
        return best != null && lower.compareTo(upper) == 0 ? Qualifier.EXACT : Qualifier.RANGE;
    }

    static EstimateFormatException unfit(String message) {
        return new EstimateFormatException(Reason.NOT_AN_ESTIMATE, message);
    }

    private static String numbersOf(Qualifier qualifier) {
        return switch (qualifier) {
            case EXACT -> "the same number as lower, best and upper";
            case AT_LEAST, MORE_THAN -> "lower only";
            case AT_MOST, FEWER_THAN -> "upper only, and above 0";
            case APPROXIMATELY -> "best only";
            case RANGE -> "a lower, a higher upper, and best only if it was stated";
            case ORDER -> "10^k as lower and 10^(k+1) - 1 as upper, such as 100000 and 999999";
        };
    }

    private static boolean isAbove(BigDecimal a, BigDecimal b) {
        return a != null && b != null && a.compareTo(b) > 0;
    }
}
