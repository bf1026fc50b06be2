package org.humdash.humanitarian.commitment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.humdash.humanitarian.commitment.Compliance.Basis;
import org.humdash.humanitarian.indicator.IndicatorKind;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.time.DayCount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComplianceTest {

    private static final LocalDate EFFECT = LocalDate.of(2025, 10, 10);
    private static final Promise AID = new Promise(new BigDecimal(600), "trucks", EFFECT, null, DayCount.INCLUSIVE);
    private static final Promise FUEL = new Promise(new BigDecimal(50), "trucks", EFFECT, null, DayCount.INCLUSIVE);

    /** The statements of the Gaza Government Media Office on aid lorries, by hand: days from 10 October 2025. */
    @ParameterizedTest(name = "{1} of {2} up to {0} by {3}")
    @CsvSource(nullValues = "-", textBlock = """
            2025-10-31, 3203,  13200, INCLUSIVE, 22, 13200, 24.27, STATED_EXPECTED
            2025-12-08, 13511, 36000, INCLUSIVE, 60, 36000, 37.53, STATED_EXPECTED
            2025-12-22, 17819, 42800, INCLUSIVE, 74, 44400, 40.13, COMMITMENT
            2025-12-28, 19764, 48000, INCLUSIVE, 80, 48000, 41.18, STATED_EXPECTED
            2025-12-28, 19764, -,     INCLUSIVE, 80, 48000, 41.18, COMMITMENT
            """)
    void aidIsHeldAgainstTheDaysThatTheSourceCounts(
            LocalDate validTo,
            long delivered,
            Long expected,
            DayCount dayCount,
            int days,
            BigDecimal recomputed,
            BigDecimal percent,
            Basis basis) {
        Compliance compliance = cumulative(AID, validTo, delivered, expected);
        assertEquals(dayCount, compliance.used().dayCount());
        assertEquals(days, compliance.used().days());
        assertEquals(recomputed, compliance.used().expected());
        assertEquals(Estimate.exact(percent), compliance.used().percent());
        assertEquals(basis, compliance.basis());
    }

    @Test
    void fuelIsCountedByTheSourceInDaysGoneBy() {
        Compliance compliance = cumulative(FUEL, LocalDate.of(2025, 12, 22), 394, 3650L);
        assertEquals(DayCount.ELAPSED, compliance.used().dayCount());
        assertEquals(73, compliance.used().days());
        assertEquals(Estimate.exact(new BigDecimal("10.79")), compliance.used().percent());
        assertEquals(Basis.STATED_EXPECTED, compliance.basis());
    }

    @Test
    void everyConventionIsShown() {
        Compliance compliance = cumulative(AID, LocalDate.of(2025, 12, 19), 17000, null);
        assertEquals(
                List.of(
                        "INCLUSIVE 71 42600 39.91",
                        "ELAPSED 70 42000 40.48",
                        "FULL_DAYS_AFTER_EFFECTIVE 69 41400 41.06"),
                compliance.ways().stream()
                        .map(way -> way.dayCount() + " " + way.days() + " " + way.expected() + " "
                                + way.percent().best())
                        .toList());
    }

    @Test
    void theConventionOfTheCommitmentHoldsWhereTheSourceShowsNone() {
        Promise elapsed = new Promise(new BigDecimal(600), "trucks", EFFECT, null, DayCount.ELAPSED);
        assertEquals(
                DayCount.ELAPSED,
                cumulative(elapsed, LocalDate.of(2025, 12, 22), 17819, 42800L)
                        .used()
                        .dayCount());
    }

    @Test
    void openBoundsStayOpen() {
        Compliance compliance = Compliance.of(
                AID,
                IndicatorKind.CUMULATIVE,
                Estimate.moreThan(3203),
                EFFECT,
                LocalDate.of(2025, 10, 31),
                Optional.of(Estimate.exact(13200)));
        assertEquals(
                Estimate.moreThan(new BigDecimal("24.26")), compliance.used().percent());
    }

    @Test
    void anAverageADayIsHeldAgainstThePromiseOfADay() {
        Compliance compliance = Compliance.of(
                AID, IndicatorKind.RATIO, Estimate.exact(94), EFFECT, LocalDate.of(2025, 10, 21), Optional.empty());
        assertEquals(Basis.AVERAGE, compliance.basis());
        assertNull(compliance.used().days());
        assertEquals(new BigDecimal(600), compliance.used().expected());
        assertEquals(Estimate.exact(new BigDecimal("15.67")), compliance.used().percent());
    }

    @Test
    void whatCameInAPeriodIsHeldAgainstTheDaysOfThatPeriod() {
        LocalDate day = LocalDate.of(2025, 10, 16);
        Compliance compliance = Compliance.of(AID, IndicatorKind.FLOW, Estimate.exact(206), day, day, Optional.empty());
        assertEquals(Basis.PERIOD, compliance.basis());
        assertEquals(1, compliance.used().days());
        assertEquals(Estimate.exact(new BigDecimal("34.33")), compliance.used().percent());
    }

    @Test
    void onlyTheDaysOfTheCommitmentAreCounted() {
        Promise ended =
                new Promise(new BigDecimal(600), "trucks", EFFECT, LocalDate.of(2025, 10, 19), DayCount.INCLUSIVE);
        Compliance compliance = Compliance.of(
                ended,
                IndicatorKind.CUMULATIVE,
                Estimate.exact(3000),
                LocalDate.of(2025, 10, 1),
                LocalDate.of(2025, 12, 1),
                Optional.empty());
        assertEquals(10, compliance.used().days());
        assertEquals(Estimate.exact(50), compliance.used().percent());
    }

    @Test
    void noShareIsMadeOfNoDays() {
        assertNull(cumulative(FUEL, EFFECT, 5, null).ways().get(1).percent());
    }

    private static Compliance cumulative(Promise promise, LocalDate validTo, long delivered, Long expected) {
        return Compliance.of(
                promise,
                IndicatorKind.CUMULATIVE,
                Estimate.exact(delivered),
                EFFECT,
                validTo,
                Optional.ofNullable(expected).map(Estimate::exact));
    }
}
