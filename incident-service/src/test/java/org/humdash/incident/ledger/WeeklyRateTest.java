package org.humdash.incident.ledger;

import static org.humdash.incident.ledger.Ledgers.ceasefire;
import static org.humdash.incident.ledger.Ledgers.covered;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.humdash.incident.coverage.CoverageStatus;
import org.humdash.vocabulary.time.DayCount;
import org.junit.jupiter.api.Test;

class WeeklyRateTest {

    /** 12 to 18 December. */
    private static final MonitoredPeriod WEEK = MonitoredPeriod.of(
                    ceasefire(null), LocalDate.parse("2025-12-19"), 1, DayCount.INCLUSIVE)
            .lastSevenCompleteDays()
            .orElseThrow();

    @Test
    void theIncidentsOfTheSevenDaysAreDividedByTheDaysCovered() {
        WeeklyRate rate = WeeklyRate.of(WEEK, 7, covered(CoverageStatus.REPORTED, "2025-12-12", "2025-12-14"));
        assertEquals(new WeeklyRate(LocalDate.parse("2025-12-12"), LocalDate.parse("2025-12-18"), 7, 3), rate);
        assertEquals(Optional.of(new BigDecimal("2.3333")), rate.perDay());
    }

    @Test
    void withoutACoveredDayThereIsNoRate() {
        assertEquals(Optional.empty(), WeeklyRate.of(WEEK, 7, Map.of()).perDay());
        assertEquals(
                Optional.empty(),
                WeeklyRate.of(WEEK, 7, covered(CoverageStatus.PARTIAL, "2025-12-12", "2025-12-18"))
                        .perDay());
    }

    @Test
    void aWeekWithoutIncidentsThatIsCoveredHasTheRateZero() {
        assertEquals(
                Optional.of(new BigDecimal("0.0000")),
                WeeklyRate.of(WEEK, 0, covered(CoverageStatus.NIL, "2025-12-12", "2025-12-18"))
                        .perDay());
    }
}
