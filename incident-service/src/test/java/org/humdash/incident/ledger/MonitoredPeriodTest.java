package org.humdash.incident.ledger;

import static org.humdash.incident.ledger.Ledgers.ceasefire;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import org.humdash.vocabulary.time.DayCount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MonitoredPeriodTest {

    private static MonitoredPeriod period(String asOf, DayCount convention) {
        return MonitoredPeriod.of(ceasefire(null), LocalDate.parse(asOf), 1, convention);
    }

    @ParameterizedTest
    @CsvSource({
        "INCLUSIVE, 2025-10-10, 2025-12-19, 71",
        "ELAPSED, 2025-10-10, 2025-12-18, 70",
        "FULL_DAYS_AFTER_EFFECTIVE, 2025-10-11, 2025-12-18, 69"
    })
    void theMonitoredDaysAreThoseOfTheConvention(DayCount convention, LocalDate from, LocalDate to, int days) {
        MonitoredPeriod period = period("2025-12-19", convention);
        assertEquals(from, period.from());
        assertEquals(to, period.to());
        assertEquals(days, period.days());
    }

    @ParameterizedTest
    @EnumSource(DayCount.class)
    void beforeTheEffectiveDayThereAreNone(DayCount convention) {
        MonitoredPeriod period = period("2025-10-09", convention);
        assertTrue(period.isEmpty());
        assertEquals(0, period.days());
        assertEquals(Optional.empty(), period.lastSevenCompleteDays());
    }

    @Test
    void theDayOnWhichClocksChangeIsOneDay() {
        // Clocks went back in Gaza on 25 October 2025, which had 25 hours.
        assertEquals(16, period("2025-10-25", DayCount.INCLUSIVE).days());
        assertEquals(17, period("2025-10-26", DayCount.INCLUSIVE).days());
    }

    @Test
    void aCeasefireThatEndedIsMonitoredUntilItsEnd() {
        MonitoredPeriod period = MonitoredPeriod.of(
                ceasefire(LocalDate.parse("2025-11-01")), LocalDate.parse("2025-12-19"), 1, DayCount.INCLUSIVE);
        assertEquals(LocalDate.parse("2025-11-01"), period.to());
        assertEquals(23, period.days());
        assertFalse(period.isPending(period.to()));
        assertEquals(
                LocalDate.parse("2025-10-31"),
                period.lastSevenCompleteDays().orElseThrow().to());
    }

    @Test
    void aCeasefireThatEndsLaterIsMonitoredUntilTheAsOfDay() {
        MonitoredPeriod period = MonitoredPeriod.of(
                ceasefire(LocalDate.parse("2025-11-01")), LocalDate.parse("2025-10-20"), 1, DayCount.INCLUSIVE);
        assertEquals(LocalDate.parse("2025-10-20"), period.to());
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "2, 2", "7, 7"})
    void asManyDaysArePendingAsTheLagSays(int lagDays, int pending) {
        MonitoredPeriod period =
                MonitoredPeriod.of(ceasefire(null), LocalDate.parse("2025-12-19"), lagDays, DayCount.INCLUSIVE);
        assertEquals(
                pending,
                period.from()
                        .datesUntil(period.to().plusDays(1))
                        .filter(period::isPending)
                        .count());
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-19, 1, 2025-12-12, 2025-12-18",
        "2025-12-19, 0, 2025-12-12, 2025-12-18",
        "2025-12-19, 3, 2025-12-10, 2025-12-16",
        "2025-10-13, 1, 2025-10-11, 2025-10-12",
        "2025-10-12, 1, 2025-10-11, 2025-10-11"
    })
    void theLastSevenCompleteDaysAreNeitherPendingNorCutByTheEffectiveMoment(
            LocalDate asOf, int lagDays, LocalDate from, LocalDate to) {
        MonitoredPeriod week = MonitoredPeriod.of(ceasefire(null), asOf, lagDays, DayCount.INCLUSIVE)
                .lastSevenCompleteDays()
                .orElseThrow();
        assertEquals(from, week.from());
        assertEquals(to, week.to());
    }

    @Test
    void onTheDayAfterTheEffectiveDayNoDayIsCompleteYet() {
        assertEquals(Optional.empty(), period("2025-10-11", DayCount.INCLUSIVE).lastSevenCompleteDays());
    }
}
