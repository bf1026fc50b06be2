package org.humdash.vocabulary.estimate;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;
import org.humdash.vocabulary.text.Language;

/**
 * A number as somebody stated it: bounds, a best value and the qualifier that tells which of them were said. It is a
 * count or a measure, so never negative, and has no unit of its own.
 *
 * <p>Numbers are kept without trailing zeros and without an exponent, and the inclusive flag of an absent bound is
 * true, so two estimates that say the same are equal. {@link Qualifier} tells which numbers each kind has. Two forms
 * are never stated by a source and only come out of {@link #plus}: {@code AT_LEAST} with a best value, and
 * {@code RANGE} with its upper bound excluded.
 *
 * @param lower least possible value; null when nothing was said about it
 * @param lowerInclusive whether the value may be {@code lower} itself
 * @param best the value held most likely; null when none was given
 * @param upper greatest possible value; null when the estimate is open above
 * @param upperInclusive whether the value may be {@code upper} itself
 */
public record Estimate(
        BigDecimal lower,
        boolean lowerInclusive,
        BigDecimal best,
        BigDecimal upper,
        boolean upperInclusive,
        Qualifier qualifier) {

    /** The greatest number an estimate holds, 10^15: a larger one is a slip of the keyboard. */
    public static final BigDecimal MAX = new BigDecimal("1000000000000000");

    /** Digits kept behind the decimal point; more are refused and never rounded away. */
    public static final int MAX_DECIMALS = 6;

    private static final int MAX_ORDER = 14;

    /** @throws EstimateFormatException if a number is out of bounds or the numbers do not fit the qualifier */
    public Estimate {
        if (qualifier == null) {
            throw EstimateRules.unfit("An estimate needs a qualifier");
        }
        lower = EstimateRules.normalise(lower);
        best = EstimateRules.normalise(best);
        upper = EstimateRules.normalise(upper);
        EstimateRules.requireOrdered(lower, best, upper);
        EstimateRules.requireNumbers(qualifier, lower, best, upper);
        EstimateRules.requireFlags(qualifier, lowerInclusive, upperInclusive);
    }

    public static Estimate exact(BigDecimal n) {
        return of(Qualifier.EXACT, n, n, n);
    }

    public static Estimate exact(long n) {
        return exact(BigDecimal.valueOf(n));
    }

    public static Estimate atLeast(BigDecimal n) {
        return of(Qualifier.AT_LEAST, n, null, null);
    }

    public static Estimate atLeast(long n) {
        return atLeast(BigDecimal.valueOf(n));
    }

    public static Estimate moreThan(BigDecimal n) {
        return of(Qualifier.MORE_THAN, n, null, null);
    }

    public static Estimate moreThan(long n) {
        return moreThan(BigDecimal.valueOf(n));
    }

    public static Estimate atMost(BigDecimal n) {
        return of(Qualifier.AT_MOST, null, null, n);
    }

    public static Estimate atMost(long n) {
        return atMost(BigDecimal.valueOf(n));
    }

    public static Estimate fewerThan(BigDecimal n) {
        return of(Qualifier.FEWER_THAN, null, null, n);
    }

    public static Estimate fewerThan(long n) {
        return fewerThan(BigDecimal.valueOf(n));
    }

    public static Estimate approximately(BigDecimal n) {
        return of(Qualifier.APPROXIMATELY, null, n, null);
    }

    public static Estimate approximately(long n) {
        return approximately(BigDecimal.valueOf(n));
    }

    public static Estimate range(BigDecimal lower, BigDecimal upper) {
        return range(lower, null, upper);
    }

    public static Estimate range(long lower, long upper) {
        return range(BigDecimal.valueOf(lower), BigDecimal.valueOf(upper));
    }

    /** @param best null if the source stated none */
    public static Estimate range(BigDecimal lower, BigDecimal best, BigDecimal upper) {
        return of(Qualifier.RANGE, lower, best, upper);
    }

    public static Estimate range(long lower, long best, long upper) {
        return range(BigDecimal.valueOf(lower), BigDecimal.valueOf(best), BigDecimal.valueOf(upper));
    }

    /**
     * An order of magnitude: 5 is "hundreds of thousands", 100,000 to 999,999.
     *
     * @param exponent the power of ten of the lower bound, 1 to 14
     */
    public static Estimate order(int exponent) {
        if (exponent < 1 || exponent > MAX_ORDER) {
            throw EstimateRules.unfit("An order of magnitude is 10^1 to 10^" + MAX_ORDER);
        }
        BigDecimal lower = BigDecimal.TEN.pow(exponent);
        return of(Qualifier.ORDER, lower, null, EstimateRules.lastOfOrder(lower));
    }

    /**
     * Builds what a source stated from its data columns. Which bounds are included follows from the qualifier.
     *
     * @throws EstimateFormatException if a source cannot state such numbers with such a qualifier
     */
    public static Estimate of(Qualifier qualifier, BigDecimal lower, BigDecimal best, BigDecimal upper) {
        Estimate estimate = new Estimate(
                lower, qualifier != Qualifier.MORE_THAN, best, upper, qualifier != Qualifier.FEWER_THAN, qualifier);
        if (estimate.isOnlyASum()) {
            throw EstimateRules.unfit("AT_LEAST takes lower only; leave best out, or state a RANGE");
        }
        return estimate;
    }

    /** The number a source put into words; empty for a range and an order of magnitude, which are not one number. */
    public Optional<BigDecimal> stated() {
        return switch (qualifier) {
            case EXACT, APPROXIMATELY -> Optional.of(best);
            case AT_LEAST, MORE_THAN -> Optional.of(lower);
            case AT_MOST, FEWER_THAN -> Optional.of(upper);
            case RANGE, ORDER -> Optional.empty();
        };
    }

    /** Whether this is a form that only {@link #plus} makes and no source states. */
    public boolean isOnlyASum() {
        return (qualifier == Qualifier.AT_LEAST && best != null) || (qualifier == Qualifier.RANGE && !upperInclusive);
    }

    /** Whether no upper bound is known. */
    public boolean isOpenAbove() {
        return upper == null;
    }

    /** Whether no lower bound was stated. */
    public boolean isOpenBelow() {
        return lower == null;
    }

    /**
     * The sum. Lower bounds add, and a term without one adds nothing, as no number here is below zero. Upper bounds
     * add unless a term is open above, which makes the sum so. Best values add if every term has one. A bound of the
     * sum is included if those it came from all are. The qualifier follows from what that leaves, first match:
     *
     * <table>
     * <caption>Qualifier of a sum</caption>
     * <tr><th>lower</th><th>best</th><th>upper</th><th>qualifier</th></tr>
     * <tr><td colspan="3">all the same number</td><td>EXACT</td></tr>
     * <tr><td>present</td><td>any</td><td>present</td><td>RANGE</td></tr>
     * <tr><td>absent</td><td>–</td><td>present</td><td>AT_MOST, or FEWER_THAN if excluded</td></tr>
     * <tr><td>absent</td><td>present</td><td>open</td><td>APPROXIMATELY</td></tr>
     * <tr><td>absent</td><td>–</td><td>open</td><td>AT_LEAST 0: nothing else is known</td></tr>
     * <tr><td>present</td><td>any</td><td>open</td><td>AT_LEAST, or MORE_THAN if excluded</td></tr>
     * </table>
     *
     * <p>Adding is commutative and associative, and adding exactly 0 changes nothing. Whether two figures may be added
     * at all (one originator, one date) is for the caller to know.
     *
     * @throws EstimateFormatException if the sum is above {@link #MAX}
     */
    public Estimate plus(Estimate other) {
        if (isZero()) {
            return other;
        }
        if (other.isZero()) {
            return this;
        }
        BigDecimal sumLower = lower == null ? other.lower : other.lower == null ? lower : lower.add(other.lower);
        BigDecimal sumBest = addIfBoth(best, other.best);
        BigDecimal sumUpper = addIfBoth(upper, other.upper);
        boolean isLowerIncluded = lowerInclusive && other.lowerInclusive;
        boolean isUpperIncluded = sumUpper == null || (upperInclusive && other.upperInclusive);
        if (sumLower == null && sumBest == null && sumUpper == null) {
            sumLower = BigDecimal.ZERO;
        }
        Qualifier sumQualifier =
                EstimateRules.qualifierOf(sumLower, isLowerIncluded, sumBest, sumUpper, isUpperIncluded);
        return new Estimate(sumLower, isLowerIncluded, sumBest, sumUpper, isUpperIncluded, sumQualifier);
    }

    /**
     * Adds all up as {@link #plus} does, in any order.
     *
     * @throws IllegalArgumentException if there is nothing to add: missing is not zero
     */
    public static Estimate sum(Collection<Estimate> terms) {
        return terms.stream()
                .reduce(Estimate::plus)
                .orElseThrow(() -> new IllegalArgumentException("There is no sum of nothing: missing is not zero"));
    }

    /** Whether the true value is below the other's. Only stated bounds answer; APPROXIMATELY has none: unknown. */
    public Trilean isLessThan(Estimate other) {
        if (upper != null && other.lower != null) {
            int order = upper.compareTo(other.lower);
            if (order < 0 || (order == 0 && !(upperInclusive && other.lowerInclusive))) {
                return Trilean.TRUE;
            }
        }
        boolean isNeverBelow = lower != null && other.upper != null && lower.compareTo(other.upper) >= 0;
        return isNeverBelow ? Trilean.FALSE : Trilean.UNKNOWN;
    }

    /** The opposite of {@link #isLessThan}. */
    public Trilean isAtLeast(Estimate other) {
        return isLessThan(other).not();
    }

    /** {@link #isLessThan} seen from the other side. */
    public Trilean isMoreThan(Estimate other) {
        return other.isLessThan(this);
    }

    /** The opposite of {@link #isMoreThan}. */
    public Trilean isAtMost(Estimate other) {
        return isMoreThan(other).not();
    }

    /** As {@link EstimateText} prints it in English. */
    @Override
    public String toString() {
        return EstimateText.print(this, Language.EN);
    }

    private boolean isZero() {
        return qualifier == Qualifier.EXACT && best.signum() == 0;
    }

    private static BigDecimal addIfBoth(BigDecimal a, BigDecimal b) {
        return a == null || b == null ? null : a.add(b);
    }
}
