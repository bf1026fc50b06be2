package org.humdash.incident.ledger;

import static org.humdash.incident.ledger.Ledgers.ceasefire;
import static org.humdash.incident.ledger.Ledgers.covered;
import static org.humdash.incident.ledger.Ledgers.on;
import static org.humdash.incident.ledger.Ledgers.row;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.humdash.incident.coverage.CoverageStatus;
import org.humdash.incident.incident.Grade;
import org.humdash.incident.rollup.RollupRow;
import org.humdash.incident.rollup.Timing;
import org.humdash.incident.violation.ViolationType;
import org.humdash.vocabulary.time.DayCount;
import org.junit.jupiter.api.Test;

class WeeklyRateTest {

    /** 12 to 18 December. */
    private static final MonitoredPeriod WEEK = MonitoredPeriod.of(
                    ceasefire(null), LocalDate.parse("2025-12-19"), 1, DayCount.INCLUSIVE)
            .lastSevenCompleteDays()
            .orElseThrow();

    private static final List<RollupRow> INCIDENTS = List.of(
            on("2025-12-11", ViolationType.AIR_STRIKE, 100),
            on("2025-12-12", ViolationType.AIR_STRIKE, 4),
            on("2025-12-18", ViolationType.ARREST, 3),
            on("2025-12-19", ViolationType.AIR_STRIKE, 100),
            row("2025-12-01", "2025-12-31", 4, Timing.AFTER, ViolationType.AIR_STRIKE, Grade.WEAK, 100),
            row("2025-12-15", "2025-12-15", 1, Timing.AFTER, ViolationType.AIR_STRIKE, Grade.DISCOUNTED, 100));

    @Test
    void theIncidentsOfTheSevenDaysAreDividedByTheDaysCovered() {
        WeeklyRate rate = WeeklyRate.of(WEEK, INCIDENTS, covered(CoverageStatus.REPORTED, "2025-12-12", "2025-12-14"));
        assertEquals(new WeeklyRate(LocalDate.parse("2025-12-12"), LocalDate.parse("2025-12-18"), 7, 3), rate);
        assertEquals(Optional.of(new BigDecimal("2.3333")), rate.perDay());
    }

    @Test
    void withoutACoveredDayThereIsNoRate() {
        assertEquals(Optional.empty(), WeeklyRate.of(WEEK, INCIDENTS, Map.of()).perDay());
        assertEquals(
                Optional.empty(),
                WeeklyRate.of(WEEK, INCIDENTS, covered(CoverageStatus.PARTIAL, "2025-12-12", "2025-12-18"))
                        .perDay());
    }

    @Test
    void aWeekWithoutIncidentsThatIsCoveredHasTheRateZero() {
        assertEquals(
                Optional.of(new BigDecimal("0.0000")),
                WeeklyRate.of(WEEK, List.of(), covered(CoverageStatus.NIL, "2025-12-12", "2025-12-18"))
                        .perDay());
    }
}
