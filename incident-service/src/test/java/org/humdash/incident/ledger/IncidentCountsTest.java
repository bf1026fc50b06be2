package org.humdash.incident.ledger;

import static org.humdash.incident.ledger.Ledgers.ceasefire;
import static org.humdash.incident.ledger.Ledgers.on;
import static org.humdash.incident.ledger.Ledgers.row;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.humdash.incident.incident.Grade;
import org.humdash.incident.ledger.IncidentCounts.Cell;
import org.humdash.incident.rollup.FigureSum;
import org.humdash.incident.rollup.RollupRow;
import org.humdash.incident.rollup.Timing;
import org.humdash.incident.violation.ViolationType;
import org.humdash.vocabulary.time.DayCount;
import org.junit.jupiter.api.Test;

class IncidentCountsTest {

    private static final Set<ViolationType> ALL = EnumSet.allOf(ViolationType.class);

    private static List<Bucket> buckets(String asOf, Bucket.Length length, DayOfWeek weekStart) {
        MonitoredPeriod period = MonitoredPeriod.of(ceasefire(null), LocalDate.parse(asOf), 1, DayCount.INCLUSIVE);
        return Bucket.of(period, length, weekStart, period.from(), 1_000);
    }

    private static Bucket bucket(String from, String to, boolean isPartial) {
        return new Bucket(LocalDate.parse(from), LocalDate.parse(to), isPartial);
    }

    private static RollupRow in(String adm1, String adm2, ViolationType type) {
        RollupRow row = on("2025-10-11", type, 1);
        return new RollupRow(
                row.from(),
                row.to(),
                row.datePrecision(),
                row.timing(),
                row.type(),
                adm1,
                adm2,
                row.grade(),
                row.incidents(),
                0,
                0,
                FigureSum.NOTHING,
                FigureSum.NOTHING,
                FigureSum.NOTHING);
    }

    @Test
    void isoWeeksBeginOnMondayAndTheClippedOnesAreMarked() {
        // 10 October 2025 was a Friday.
        assertEquals(
                List.of(
                        bucket("2025-10-10", "2025-10-12", true),
                        bucket("2025-10-13", "2025-10-19", false),
                        bucket("2025-10-20", "2025-10-22", true)),
                buckets("2025-10-22", Bucket.Length.WEEK, DayOfWeek.MONDAY));
    }

    @Test
    void weeksCanBeginOnSaturday() {
        assertEquals(
                List.of(
                        bucket("2025-10-10", "2025-10-10", true),
                        bucket("2025-10-11", "2025-10-17", false),
                        bucket("2025-10-18", "2025-10-24", false)),
                buckets("2025-10-24", Bucket.Length.WEEK, DayOfWeek.SATURDAY));
    }

    @Test
    void monthsAreClippedLikeWeeks() {
        assertEquals(
                List.of(
                        bucket("2025-10-10", "2025-10-31", true),
                        bucket("2025-11-01", "2025-11-30", false),
                        bucket("2025-12-01", "2025-12-19", true)),
                buckets("2025-12-19", Bucket.Length.MONTH, DayOfWeek.MONDAY));
    }

    @Test
    void theWeekInWhichClocksChangeHasSevenDays() {
        assertEquals(
                bucket("2025-10-20", "2025-10-26", false),
                buckets("2025-10-27", Bucket.Length.WEEK, DayOfWeek.MONDAY).get(2));
    }

    @Test
    void anIncidentCountsInTheWeekItBeganIn() {
        List<IncidentCounts> counts = IncidentCounts.of(
                buckets("2025-10-22", Bucket.Length.WEEK, DayOfWeek.MONDAY),
                List.of(
                        on("2025-10-12", ViolationType.AIR_STRIKE, 2),
                        on("2025-10-13", ViolationType.AIR_STRIKE, 3),
                        row("2025-10-19", "2025-10-25", 3, Timing.AFTER, ViolationType.ARREST, Grade.WEAK, 1),
                        row("2025-10-01", "2025-10-31", 4, Timing.UNKNOWN, ViolationType.ARREST, Grade.WEAK, 7)),
                ALL,
                false);
        assertEquals(
                List.of(2L, 4L, 0L),
                counts.stream().map(IncidentCounts::incidents).toList());
    }

    @Test
    void contestedIncidentsAreCountedAndShown() {
        List<IncidentCounts> counts = IncidentCounts.of(
                buckets("2025-10-11", Bucket.Length.PERIOD, DayOfWeek.MONDAY),
                List.of(
                        row("2025-10-11", "2025-10-11", 1, Timing.AFTER, ViolationType.ARREST, Grade.CONTESTED, 2),
                        on("2025-10-11", ViolationType.ARREST, 1)),
                ALL,
                false);
        assertEquals(List.of(new IncidentCounts(bucket("2025-10-10", "2025-10-11", false), 3, 2, List.of())), counts);
    }

    @Test
    void bombardmentContainsItsSubTypesOnce() {
        List<RollupRow> rows = List.of(
                on("2025-10-11", ViolationType.AIR_STRIKE, 2),
                on("2025-10-11", ViolationType.ARTILLERY_SHELLING, 3),
                on("2025-10-11", ViolationType.BOMBARDMENT, 1));
        IncidentCounts counts = IncidentCounts.of(
                        buckets("2025-10-11", Bucket.Length.PERIOD, DayOfWeek.MONDAY), rows, ALL, true)
                .getFirst();
        assertEquals(6, counts.incidents());
        assertEquals(
                List.of(
                        new Cell(ViolationType.BOMBARDMENT, null, 6, 0),
                        new Cell(ViolationType.AIR_STRIKE, null, 2, 0),
                        new Cell(ViolationType.ARTILLERY_SHELLING, null, 3, 0)),
                counts.cells());
    }

    @Test
    void theWiderTypeHasNoCountWhenOnlyASubTypeIsAskedFor() {
        IncidentCounts counts = IncidentCounts.of(
                        buckets("2025-10-11", Bucket.Length.PERIOD, DayOfWeek.MONDAY),
                        List.of(on("2025-10-11", ViolationType.AIR_STRIKE, 2)),
                        EnumSet.of(ViolationType.AIR_STRIKE),
                        true)
                .getFirst();
        assertEquals(List.of(new Cell(ViolationType.AIR_STRIKE, null, 2, 0)), counts.cells());
    }

    @Test
    void anIncidentStandsUnderTheFinestAreaKnownOrUnderNone() {
        IncidentCounts counts = IncidentCounts.of(
                        buckets("2025-10-11", Bucket.Length.PERIOD, DayOfWeek.MONDAY),
                        List.of(
                                in("PS02", "PS0255", ViolationType.ARREST),
                                in("PS02", null, ViolationType.ARREST),
                                in(null, null, ViolationType.ARREST)),
                        ALL,
                        true)
                .getFirst();
        assertEquals(
                List.of(
                        new Cell(ViolationType.ARREST, "PS02", 1, 0),
                        new Cell(ViolationType.ARREST, "PS0255", 1, 0),
                        new Cell(ViolationType.ARREST, null, 1, 0)),
                counts.cells());
    }
}
