package org.humdash.vocabulary.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.humdash.vocabulary.estimate.EstimateArbitraries.Witness;
import org.humdash.vocabulary.text.Language;

class EstimatePropertyTest {

    @Property
    void sumIsTheSameInEitherOrder(@ForAll("any") Estimate a, @ForAll("any") Estimate b) {
        assertEquals(a.plus(b), b.plus(a));
    }

    @Property
    void sumIsTheSameHoweverGrouped(@ForAll("any") Estimate a, @ForAll("any") Estimate b, @ForAll("any") Estimate c) {
        assertEquals(a.plus(b).plus(c), a.plus(b.plus(c)));
    }

    @Property
    void sumOfACollectionDoesNotDependOnItsOrder(
            @ForAll("stated several") List<Estimate> terms, @ForAll Random random) {
        List<Estimate> shuffled = new ArrayList<>(terms);
        Collections.shuffle(shuffled, random);
        assertEquals(Estimate.sum(terms), Estimate.sum(shuffled));
    }

    @Property
    void zeroChangesNothing(@ForAll("any") Estimate a) {
        assertEquals(a, a.plus(Estimate.exact(0)));
    }

    @Property
    void exactNumbersAddExactly(
            @ForAll @Size(min = 1, max = 20) List<@LongRange(min = 0, max = 1_000_000_000_000L) Long> numbers) {
        long total = numbers.stream().mapToLong(Long::longValue).sum();
        assertEquals(
                Estimate.exact(total),
                Estimate.sum(numbers.stream().map(Estimate::exact).toList()));
    }

    @Property
    void sumContainsTheSumOfWhateverIsTrue(@ForAll("witnesses") Witness a, @ForAll("witnesses") Witness b) {
        Estimate sum = a.estimate().plus(b.estimate());
        BigDecimal truth = a.truth().add(b.truth());
        assertTrue(isPossible(sum, truth), () -> sum + " does not hold " + truth);
    }

    @Property
    void boundsOfASumAreTheSumsOfTheBounds(@ForAll("any") Estimate a, @ForAll("any") Estimate b) {
        Estimate sum = a.plus(b);
        assertEquals(0, orZero(sum.lower()).compareTo(orZero(a.lower()).add(orZero(b.lower()))));
        assertEquals(a.isOpenAbove() || b.isOpenAbove(), sum.isOpenAbove());
        if (!sum.isOpenAbove()) {
            assertEquals(0, sum.upper().compareTo(a.upper().add(b.upper())));
        }
    }

    @Property
    void sumHasABestValueIfEveryTermHasOne(@ForAll("any") Estimate a, @ForAll("any") Estimate b) {
        boolean isExpected = a.best() != null && b.best() != null;
        BigDecimal best = a.plus(b).best();
        assertEquals(isExpected, best != null);
        if (isExpected) {
            assertEquals(0, best.compareTo(a.best().add(b.best())));
        }
    }

    /** Adding more never lowers what is known to be reached. */
    @Property
    void sumGrowsWithItsTerms(@ForAll("any") Estimate a, @ForAll("any") Estimate b) {
        assertTrue(orZero(a.plus(b).lower()).compareTo(orZero(a.lower())) >= 0);
    }

    @Property
    void answersHoldForWhateverIsTrue(@ForAll("witnesses") Witness a, @ForAll("witnesses") Witness b) {
        int order = a.truth().compareTo(b.truth());
        assertNotRefuted(a.estimate().isLessThan(b.estimate()), order < 0);
        assertNotRefuted(a.estimate().isAtMost(b.estimate()), order <= 0);
        assertNotRefuted(a.estimate().isMoreThan(b.estimate()), order > 0);
        assertNotRefuted(a.estimate().isAtLeast(b.estimate()), order >= 0);
    }

    @Property
    void approximationsCompareAsUnknown(@ForAll @LongRange(min = 0, max = 20) long n, @ForAll("any") Estimate other) {
        assertEquals(Trilean.UNKNOWN, Estimate.approximately(n).isLessThan(other));
        assertEquals(Trilean.UNKNOWN, Estimate.approximately(n).isAtLeast(other));
        assertEquals(Trilean.UNKNOWN, other.isMoreThan(Estimate.approximately(n)));
    }

    @Property
    void exactNumbersCompareAsNumbers(
            @ForAll @LongRange(min = 0, max = 20) long a, @ForAll @LongRange(min = 0, max = 20) long b) {
        assertEquals(Trilean.of(a < b), Estimate.exact(a).isLessThan(Estimate.exact(b)));
        assertEquals(Trilean.of(a <= b), Estimate.exact(a).isAtMost(Estimate.exact(b)));
        assertEquals(Trilean.of(a > b), Estimate.exact(a).isMoreThan(Estimate.exact(b)));
        assertEquals(Trilean.of(a >= b), Estimate.exact(a).isAtLeast(Estimate.exact(b)));
    }

    @Property
    void printedIsReadBackTheSame(@ForAll("any") Estimate estimate, @ForAll Language language) {
        assertEquals(estimate, EstimateText.parse(EstimateText.print(estimate, language)));
    }

    @Property
    void printedPercentIsReadBackTheSame(@ForAll("any") Estimate estimate, @ForAll Language language) {
        assertEquals(estimate, EstimateText.parse(EstimateText.print(estimate, language, "%")));
    }

    @Property
    void anyTextIsReadOrRefusedAsAnEstimate(@ForAll String text) {
        try {
            EstimateText.parse(text);
        } catch (EstimateFormatException e) {
            assertTrue(e.getMessage().length() < 500, e.getMessage());
        }
    }

    @Property
    void dataColumnsBuildTheSameEstimate(@ForAll("stated") Estimate e) {
        assertEquals(e, Estimate.of(e.qualifier(), e.lower(), e.best(), e.upper()));
    }

    @Provide
    Arbitrary<Estimate> any() {
        return EstimateArbitraries.any();
    }

    @Provide
    Arbitrary<Estimate> stated() {
        return EstimateArbitraries.stated();
    }

    @Provide("stated several")
    Arbitrary<List<Estimate>> statedSeveral() {
        return EstimateArbitraries.stated().list().ofMinSize(1).ofMaxSize(6);
    }

    @Provide
    Arbitrary<Witness> witnesses() {
        return EstimateArbitraries.witnesses();
    }

    private static void assertNotRefuted(Trilean answer, boolean truth) {
        assertTrue(answer == Trilean.UNKNOWN || answer == Trilean.of(truth), () -> answer + " but " + truth);
    }

    private static boolean isPossible(Estimate estimate, BigDecimal truth) {
        int fromLower = truth.compareTo(orZero(estimate.lower()));
        int toUpper = estimate.upper() == null ? 1 : estimate.upper().compareTo(truth);
        return (fromLower > 0 || (fromLower == 0 && estimate.lowerInclusive()))
                && (toUpper > 0 || (toUpper == 0 && estimate.upperInclusive()));
    }

    private static BigDecimal orZero(BigDecimal bound) {
        return Objects.requireNonNullElse(bound, BigDecimal.ZERO);
    }
}
