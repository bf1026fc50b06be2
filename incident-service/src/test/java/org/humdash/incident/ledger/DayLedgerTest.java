package org.humdash.incident.ledger;

import static org.humdash.incident.ledger.Ledgers.ceasefire;
import static org.humdash.incident.ledger.Ledgers.covered;
import static org.humdash.incident.ledger.Ledgers.letters;
import static org.humdash.incident.ledger.Ledgers.on;
import static org.humdash.incident.ledger.Ledgers.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.humdash.incident.coverage.CoverageStatus;
import org.humdash.incident.coverage.DayCoverage;
import org.humdash.incident.coverage.SourceCoverage;
import org.humdash.incident.incident.Grade;
import org.humdash.incident.rollup.RollupRow;
import org.humdash.incident.rollup.Timing;
import org.humdash.incident.violation.ViolationType;
import org.humdash.vocabulary.time.DayCount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Days are told by letters: Attack, Possible, penDing, Quiet, No report. */
class DayLedgerTest {

    private static final Map<LocalDate, DayCoverage> NOBODY = Map.of();
    private static final Map<LocalDate, DayCoverage> EVERY_DAY =
            covered(CoverageStatus.REPORTED, "2025-10-10", "2025-12-31");

    private static DayLedger ledger(String asOf, Map<LocalDate, DayCoverage> coverage, RollupRow... rows) {
        MonitoredPeriod period = MonitoredPeriod.of(ceasefire(null), LocalDate.parse(asOf), 1, DayCount.INCLUSIVE);
        return DayLedger.of(period, Arrays.asList(rows), coverage);
    }

    private static RollupRow imprecise(String from, String to, long incidents) {
        return row(from, to, 3, Timing.AFTER, ViolationType.DEMOLITION, Grade.WEAK, incidents);
    }

    @Test
    void withoutIncidentsAndCoverageEveryDayIsUnreportedUntilThePendingOne() {
        assertEquals("NNNNND", letters(ledger("2025-10-15", NOBODY)));
    }

    @Test
    void aDayIsQuietOnlyWhenASourceReportedOnAllOfIt() {
        assertEquals("QQQQQD", letters(ledger("2025-10-15", EVERY_DAY)));
        assertEquals("NQQNND", letters(ledger("2025-10-15", covered(CoverageStatus.NIL, "2025-10-11", "2025-10-12"))));
        assertEquals(
                "NNNNND", letters(ledger("2025-10-15", covered(CoverageStatus.PARTIAL, "2025-10-11", "2025-10-12"))));
        assertEquals(
                "NNNNND", letters(ledger("2025-10-15", covered(CoverageStatus.NO_REPORT, "2025-10-11", "2025-10-12"))));
    }

    @Test
    void oneSourceThatReportedIsEnoughWhateverTheOthersDid() {
        LocalDate day = LocalDate.parse("2025-10-11");
        DayCoverage coverage = new DayCoverage(List.of(
                new SourceCoverage(day, "A", CoverageStatus.NO_REPORT, null),
                new SourceCoverage(day, "B", CoverageStatus.PARTIAL, null),
                new SourceCoverage(day, "C", CoverageStatus.NIL, null)));
        assertEquals("NQD", letters(ledger("2025-10-12", Map.of(day, coverage))));
        assertFalse(coverage.isPartial());
    }

    @Test
    void partialReportsAloneLeaveTheDayUnreportedAndAreShown() {
        LedgerDay day = ledger("2025-10-12", covered(CoverageStatus.PARTIAL, "2025-10-11", "2025-10-11"))
                .days()
                .get(1);
        assertEquals(DayStatus.NO_REPORT, day.status());
        assertTrue(day.coverage().isPartial());
    }

    @ParameterizedTest
    @EnumSource(
            value = Timing.class,
            names = {"AFTER", "UNKNOWN"})
    void onTheEffectiveDayTheMomentDecides(Timing timing) {
        String expected = switch (timing) {
            case BEFORE -> throw new IllegalArgumentException("never in a ledger");
            case AFTER -> "AQD";
            case UNKNOWN -> "PQD";
        };
        assertEquals(
                expected,
                letters(ledger(
                        "2025-10-12",
                        EVERY_DAY,
                        row("2025-10-10", "2025-10-10", 1, timing, ViolationType.AIR_STRIKE, Grade.FAIR, 1))));
    }

    @Test
    void anImpreciseSpanMakesEachDayItCoversPossibleUnlessThereIsAnAttack() {
        DayLedger ledger = ledger(
                "2025-10-16",
                EVERY_DAY,
                on("2025-10-13", ViolationType.AIR_STRIKE, 2),
                imprecise("2025-10-12", "2025-10-14", 1));
        assertEquals("QQPAPQD", letters(ledger));
        assertEquals(new AttackDays(1, 2, 1), ledger.attackDays());
        assertEquals("1–2", ledger.attackDays().estimate().toString());
        assertEquals(2, ledger.days().get(3).attacks());
        assertEquals(1, ledger.days().get(3).possibleAttacks());
    }

    @Test
    void aDateGivenAsOneDayButImpreciseIsPossible() {
        assertEquals(
                "NPD",
                letters(ledger(
                        "2025-10-12",
                        NOBODY,
                        row("2025-10-11", "2025-10-11", 2, Timing.AFTER, ViolationType.AIR_STRIKE, Grade.FAIR, 1))));
    }

    @Test
    void aSpanThatBeganBeforeTheCeasefireMayBeOfItsDays() {
        DayLedger ledger = ledger(
                "2025-10-13",
                NOBODY,
                row("2025-10-01", "2025-10-11", 4, Timing.UNKNOWN, ViolationType.AIR_STRIKE, Grade.FAIR, 1));
        assertEquals("PPND", letters(ledger));
        assertEquals(new AttackDays(0, 2, 1), ledger.attackDays());
    }

    @Test
    void aSpanThatEndsAfterTheAsOfDayMakesItPossibleAndNotPending() {
        assertEquals("NNPP", letters(ledger("2025-10-13", NOBODY, imprecise("2025-10-12", "2025-10-31", 1))));
    }

    @Test
    void aSpanWhollyOfAttackDaysCausesNoPossibleDay() {
        DayLedger ledger = ledger(
                "2025-10-13",
                NOBODY,
                on("2025-10-11", ViolationType.AIR_STRIKE, 1),
                on("2025-10-12", ViolationType.AIR_STRIKE, 1),
                imprecise("2025-10-11", "2025-10-12", 5));
        assertEquals("NAAD", letters(ledger));
        assertEquals(new AttackDays(2, 0, 0), ledger.attackDays());
        assertEquals("2", ledger.attackDays().estimate().toString());
    }

    @Test
    void moreIncidentsThanPossibleDaysFillOnlyThoseDays() {
        DayLedger ledger = ledger("2025-10-13", NOBODY, imprecise("2025-10-11", "2025-10-12", 9));
        assertEquals(new AttackDays(0, 2, 9), ledger.attackDays());
        assertEquals(2, ledger.attackDays().upper());
    }

    @Test
    void anAttackOnAPendingDayIsAnAttack() {
        assertEquals("NNA", letters(ledger("2025-10-12", NOBODY, on("2025-10-12", ViolationType.AIR_STRIKE, 1))));
    }

    @Test
    void aReportOnAPendingDayDoesNotMakeItQuietYet() {
        assertEquals("QQD", letters(ledger("2025-10-12", EVERY_DAY)));
    }

    @Test
    void theDayOnWhichClocksChangeHasOneStatus() {
        DayLedger ledger = ledger(
                "2025-10-27",
                EVERY_DAY,
                on("2025-10-24", ViolationType.AIR_STRIKE, 1),
                on("2025-10-25", ViolationType.AIR_STRIKE, 1));
        assertEquals("QQQQQQQQQQQQQQAAQD", letters(ledger));
    }

    @Test
    void monthsWithoutCoverageAreUnreportedAndNotQuiet() {
        DayLedger ledger = ledger(
                "2026-02-01",
                EVERY_DAY,
                on("2025-12-31", ViolationType.AIR_STRIKE, 1),
                on("2026-01-15", ViolationType.AIR_STRIKE, 1));
        assertEquals(2, ledger.count(DayStatus.ATTACK));
        assertEquals(82, ledger.count(DayStatus.QUIET));
        assertEquals(30, ledger.count(DayStatus.NO_REPORT));
        assertEquals(1, ledger.count(DayStatus.PENDING));
        assertEquals(115, ledger.days().size());
    }

    @Test
    void beforeTheCeasefireTheLedgerIsEmpty() {
        DayLedger ledger = ledger("2025-10-01", EVERY_DAY, on("2025-10-01", ViolationType.AIR_STRIKE, 1));
        assertEquals(List.of(), ledger.days());
        assertEquals(0, ledger.count(DayStatus.ATTACK));
        assertEquals(new AttackDays(0, 0, 0), ledger.attackDays());
        assertEquals(new Streaks(Streak.NONE, Streak.NONE), ledger.streaks(DayStatus.QUIET));
    }
}
