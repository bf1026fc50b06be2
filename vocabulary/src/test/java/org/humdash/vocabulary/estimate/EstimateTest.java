package org.humdash.vocabulary.estimate;

import static org.humdash.vocabulary.estimate.Estimate.approximately;
import static org.humdash.vocabulary.estimate.Estimate.atLeast;
import static org.humdash.vocabulary.estimate.Estimate.atMost;
import static org.humdash.vocabulary.estimate.Estimate.exact;
import static org.humdash.vocabulary.estimate.Estimate.fewerThan;
import static org.humdash.vocabulary.estimate.Estimate.moreThan;
import static org.humdash.vocabulary.estimate.Estimate.order;
import static org.humdash.vocabulary.estimate.Estimate.range;
import static org.humdash.vocabulary.estimate.Qualifier.APPROXIMATELY;
import static org.humdash.vocabulary.estimate.Qualifier.AT_LEAST;
import static org.humdash.vocabulary.estimate.Qualifier.AT_MOST;
import static org.humdash.vocabulary.estimate.Qualifier.EXACT;
import static org.humdash.vocabulary.estimate.Qualifier.FEWER_THAN;
import static org.humdash.vocabulary.estimate.Qualifier.MORE_THAN;
import static org.humdash.vocabulary.estimate.Qualifier.ORDER;
import static org.humdash.vocabulary.estimate.Qualifier.RANGE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.humdash.vocabulary.estimate.EstimateFormatException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EstimateTest {

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of(exact(58), new Estimate(n("58"), true, n("58"), n("58"), true, EXACT)),
                Arguments.of(atLeast(738), new Estimate(n("738"), true, null, null, true, AT_LEAST)),
                Arguments.of(moreThan(80), new Estimate(n("80"), false, null, null, true, MORE_THAN)),
                Arguments.of(atMost(5), new Estimate(null, true, null, n("5"), true, AT_MOST)),
                Arguments.of(fewerThan(5), new Estimate(null, true, null, n("5"), false, FEWER_THAN)),
                Arguments.of(approximately(850_000), new Estimate(null, true, n("850000"), null, true, APPROXIMATELY)),
                Arguments.of(range(40, 50), new Estimate(n("40"), true, null, n("50"), true, RANGE)),
                Arguments.of(range(40, 45, 50), new Estimate(n("40"), true, n("45"), n("50"), true, RANGE)),
                Arguments.of(order(5), new Estimate(n("100000"), true, null, n("999999"), true, ORDER)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyQualifierHasItsOwnNumbers(Estimate made, Estimate expected) {
        assertEquals(expected, made);
        assertEquals(expected, Estimate.of(made.qualifier(), made.lower(), made.best(), made.upper()));
    }

    @Test
    void equalNumbersWrittenDifferentlyAreEqual() {
        assertEquals(exact(1200), exact(n("1200.00")));
        assertEquals(exact(1200), exact(n("1.2E+3")));
        assertEquals(exact(1200).hashCode(), exact(n("1.2E+3")).hashCode());
        assertEquals(n("1200"), exact(n("1.2E+3")).best());
        assertEquals(n("0"), exact(n("0E+999999999")).best());
        assertEquals(n("22.5"), exact(n("22.500")).best());
    }

    @Test
    void oneQuadrillionIsTheMost() {
        assertEquals(Estimate.MAX, exact(1_000_000_000_000_000L).best());
        assertEquals(Reason.TOO_LARGE, reasonOf(() -> exact(1_000_000_000_000_001L)));
        assertEquals(Reason.TOO_LARGE, reasonOf(() -> exact(Estimate.MAX).plus(exact(1))));
    }

    /** Expanding any of these would fill the memory. */
    @ParameterizedTest
    @CsvSource({"1e999999999, TOO_LARGE", "1e2147483647, TOO_LARGE", "1e-999999999, NOT_AN_ESTIMATE"})
    void numberWithAHugeExponentIsRefused(BigDecimal number, Reason reason) {
        assertEquals(reason, reasonOf(() -> exact(number)));
        assertEquals(reason, reasonOf(() -> range(BigDecimal.ONE, BigDecimal.TEN, number)));
    }

    @Test
    void numbersOutOfOrderAreRefused() {
        assertEquals(Reason.LOWER_ABOVE_UPPER, reasonOf(() -> range(50, 40)));
        assertEquals(Reason.NOT_AN_ESTIMATE, reasonOf(() -> range(40, 51, 50)));
        assertEquals(Reason.NOT_AN_ESTIMATE, reasonOf(() -> range(40, 39, 50)));
        assertEquals(Reason.NEGATIVE, reasonOf(() -> exact(-1)));
        assertEquals(Reason.NEGATIVE, reasonOf(() -> range(-1, 1)));
    }

    @Test
    void numbersThatDoNotFitTheQualifierAreRefused() {
        assertEquals("EXACT takes the same number as lower, best and upper", messageOf(EXACT, "5", "5", null));
        assertEquals("AT_LEAST takes lower only", messageOf(AT_LEAST, null, null, "5"));
        assertEquals(
                "AT_LEAST takes lower only; leave best out, or state a RANGE", messageOf(AT_LEAST, "5", "6", null));
        assertEquals("MORE_THAN takes lower only", messageOf(MORE_THAN, "5", "6", null));
        assertEquals("AT_MOST takes upper only, and above 0", messageOf(AT_MOST, null, null, "0"));
        assertEquals("FEWER_THAN takes upper only, and above 0", messageOf(FEWER_THAN, "1", null, "5"));
        assertEquals("APPROXIMATELY takes best only", messageOf(APPROXIMATELY, "4", "5", "6"));
        assertEquals(
                "RANGE takes a lower, a higher upper, and best only if it was stated", messageOf(RANGE, "5", "5", "5"));
        assertEquals(
                "ORDER takes 10^k as lower and 10^(k+1) - 1 as upper, such as 100000 and 999999",
                messageOf(ORDER, "100000", null, "1000000"));
        assertEquals("An estimate needs a qualifier", messageOf(null, "5", null, null));
    }

    @Test
    void inclusiveFlagsThatDoNotFitTheQualifierAreRefused() {
        assertThrows(EstimateFormatException.class, () -> new Estimate(n("5"), false, null, null, true, AT_LEAST));
        assertThrows(EstimateFormatException.class, () -> new Estimate(n("5"), true, null, null, true, MORE_THAN));
        assertThrows(EstimateFormatException.class, () -> new Estimate(null, true, null, n("5"), true, FEWER_THAN));
        assertThrows(EstimateFormatException.class, () -> new Estimate(null, true, n("5"), null, false, APPROXIMATELY));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 15})
    void orderOutsideTenToTheFirstToFourteenthIsRefused(int exponent) {
        assertThrows(EstimateFormatException.class, () -> order(exponent));
    }

    @Test
    void statedNumberIsTheOneTheSourcePutIntoWords() {
        assertEquals(Optional.of(n("58")), exact(58).stated());
        assertEquals(Optional.of(n("738")), atLeast(738).stated());
        assertEquals(Optional.of(n("620")), moreThan(620).stated());
        assertEquals(Optional.of(n("9")), atMost(9).stated());
        assertEquals(Optional.of(n("9")), fewerThan(9).stated());
        assertEquals(Optional.of(n("850000")), approximately(850_000).stated());
        assertEquals(Optional.empty(), range(40, 45, 50).stated());
        assertEquals(Optional.empty(), order(5).stated());
    }

    @Test
    void opennessIsThatOfTheBounds() {
        assertTrue(atLeast(738).isOpenAbove());
        assertFalse(atLeast(738).isOpenBelow());
        assertTrue(atMost(5).isOpenBelow());
        assertFalse(atMost(5).isOpenAbove());
        assertTrue(approximately(5).isOpenAbove());
        assertTrue(approximately(5).isOpenBelow());
    }

    static Stream<Arguments> sums() {
        return Stream.of(
                Arguments.of(exact(205), exact(37), exact(242)),
                Arguments.of(exact(5), atLeast(13), atLeast(18)),
                Arguments.of(atLeast(5), moreThan(13), moreThan(18)),
                Arguments.of(moreThan(5), range(1, 2), moreThan(6)),
                Arguments.of(exact(5), range(40, 50), range(45, 55)),
                Arguments.of(exact(5), range(40, 45, 50), range(45, 50, 55)),
                Arguments.of(order(2), order(2), range(200, 1998)),
                Arguments.of(approximately(10), approximately(20), approximately(30)),
                Arguments.of(approximately(10), atLeast(5), atLeast(5)),
                Arguments.of(approximately(10), atMost(5), atLeast(0)),
                Arguments.of(approximately(10), range(4, 5), atLeast(4)),
                Arguments.of(atMost(5), atMost(6), atMost(11)),
                Arguments.of(atMost(5), fewerThan(6), fewerThan(11)),
                Arguments.of(atMost(5), exact(6), range(6, 11)),
                Arguments.of(atMost(5), atLeast(6), atLeast(6)),
                Arguments.of(exact(5), approximately(10), new Estimate(n("5"), true, n("15"), null, true, AT_LEAST)),
                Arguments.of(exact(5), fewerThan(10), new Estimate(n("5"), true, null, n("15"), false, RANGE)));
    }

    @ParameterizedTest
    @MethodSource("sums")
    void sumKeepsWhatIsKnownOfItsTerms(Estimate a, Estimate b, Estimate sum) {
        assertEquals(sum, a.plus(b));
        assertEquals(sum, b.plus(a));
    }

    @Test
    void partsOfTheStatementOfNineDecemberAddUpToItsTotal() {
        List<Estimate> parts = List.of(exact(205), exact(37), exact(358), exact(138));
        assertEquals(exact(738), Estimate.sum(parts));
    }

    @Test
    void sumOfOneTermIsThatTerm() {
        assertEquals(order(5), Estimate.sum(List.of(order(5))));
    }

    @Test
    void sumOfNothingIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Estimate.sum(List.of()));
    }

    @Test
    void onlySumsHaveFormsThatNoSourceStates() {
        assertTrue(exact(5).plus(approximately(10)).isOnlyASum());
        assertTrue(exact(5).plus(fewerThan(10)).isOnlyASum());
        assertFalse(exact(5).plus(atLeast(10)).isOnlyASum());
    }

    static Stream<Arguments> comparisons() {
        return Stream.of(
                Arguments.of(exact(5), exact(6), Trilean.TRUE),
                Arguments.of(exact(5), exact(5), Trilean.FALSE),
                Arguments.of(exact(5), atLeast(5), Trilean.UNKNOWN),
                Arguments.of(exact(5), moreThan(5), Trilean.TRUE),
                Arguments.of(fewerThan(5), exact(5), Trilean.TRUE),
                Arguments.of(atMost(5), exact(5), Trilean.UNKNOWN),
                Arguments.of(atMost(5), atLeast(5), Trilean.UNKNOWN),
                Arguments.of(atMost(5), moreThan(5), Trilean.TRUE),
                Arguments.of(atLeast(5), exact(5), Trilean.FALSE),
                Arguments.of(atLeast(5), atMost(5), Trilean.FALSE),
                Arguments.of(atLeast(5), exact(6), Trilean.UNKNOWN),
                Arguments.of(range(1, 4), range(5, 9), Trilean.TRUE),
                Arguments.of(range(1, 5), range(5, 9), Trilean.UNKNOWN),
                Arguments.of(range(5, 9), range(1, 5), Trilean.FALSE),
                Arguments.of(order(4), order(5), Trilean.TRUE),
                Arguments.of(approximately(1), exact(1_000_000), Trilean.UNKNOWN),
                Arguments.of(approximately(1), approximately(1_000_000), Trilean.UNKNOWN));
    }

    @ParameterizedTest
    @MethodSource("comparisons")
    void comparisonAnswersOnlyWhatTheBoundsSettle(Estimate a, Estimate b, Trilean isLess) {
        assertEquals(isLess, a.isLessThan(b));
        assertEquals(isLess, b.isMoreThan(a));
        assertEquals(isLess.not(), a.isAtLeast(b));
        assertEquals(isLess.not(), b.isAtMost(a));
    }

    private static BigDecimal n(String number) {
        return number == null ? null : new BigDecimal(number);
    }

    private static Reason reasonOf(Runnable making) {
        return assertThrows(EstimateFormatException.class, making::run).reason();
    }

    private static String messageOf(Qualifier qualifier, String lower, String best, String upper) {
        return assertThrows(EstimateFormatException.class, () -> Estimate.of(qualifier, n(lower), n(best), n(upper)))
                .getMessage();
    }
}
