package org.humdash.incident.ledger;

import static org.humdash.incident.ledger.Ledgers.EFFECTIVE;
import static org.humdash.incident.ledger.Ledgers.ceasefire;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.humdash.incident.coverage.CoverageStatus;
import org.humdash.incident.coverage.DayCoverage;
import org.humdash.incident.coverage.SourceCoverage;
import org.humdash.incident.incident.Grade;
import org.humdash.incident.rollup.RollupRow;
import org.humdash.incident.rollup.Timing;
import org.humdash.incident.violation.ViolationType;
import org.humdash.vocabulary.time.DayCount;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every ledger, on ledgers drawn at random; the seed of one that fails is in its name. */
class DayLedgerPropertyTest {

    private static final int LEDGERS = 100;

    /** A ledger with what it was made of. */
    private record Drawn(MonitoredPeriod period, List<RollupRow> rows, DayLedger ledger) {}

    static long[] seeds() {
        return LongStream.range(0, LEDGERS).toArray();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void countsAddUpRangesAreOrderedAndStreaksFit(long seed) {
        Drawn drawn = draw(seed);
        DayLedger ledger = drawn.ledger();
        int monitored = drawn.period().days();

        assertEquals(
                monitored,
                Arrays.stream(DayStatus.values()).mapToInt(ledger::count).sum());
        AttackDays attackDays = ledger.attackDays();
        assertTrue(attackDays.lower() <= attackDays.upper());
        assertTrue(attackDays.upper() <= monitored);
        assertEquals(attackDays.possible() == 0, attackDays.possibleIncidents() == 0);
        for (DayStatus status : List.of(DayStatus.ATTACK, DayStatus.QUIET)) {
            Streaks streaks = ledger.streaks(status);
            assertTrue(streaks.current().days() <= streaks.longest().days());
            assertTrue(streaks.longest().days() <= ledger.count(status));
            assertEquals(ledger.count(status) > 0, streaks.longest().days() > 0);
        }
        assertTrue(ledger.streaks(DayStatus.ATTACK).current().days() == 0
                || ledger.streaks(DayStatus.QUIET).current().days() == 0);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyDayHasTheStatusThatItsDefinitionGives(long seed) {
        Drawn drawn = draw(seed);
        for (LedgerDay day : drawn.ledger().days()) {
            assertEquals(defined(drawn, day), day.status(), day.date().toString());
        }
    }

    /** The definition read off word by word, with no care for speed. */
    private static DayStatus defined(Drawn drawn, LedgerDay day) {
        List<RollupRow> covering = drawn.rows().stream()
                .filter(row -> !day.date().isBefore(row.from()) && !day.date().isAfter(row.to()))
                .toList();
        if (covering.stream().anyMatch(row -> row.datePrecision() == 1 && row.timing() == Timing.AFTER)) {
            return DayStatus.ATTACK;
        }
        if (!covering.isEmpty()) {
            return DayStatus.POSSIBLE;
        }
        if (drawn.period().isPending(day.date())) {
            return DayStatus.PENDING;
        }
        boolean isReported = day.coverage().sources().stream()
                .anyMatch(
                        source -> source.status() == CoverageStatus.REPORTED || source.status() == CoverageStatus.NIL);
        return isReported ? DayStatus.QUIET : DayStatus.NO_REPORT;
    }

    private static Drawn draw(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        LocalDate asOf = EFFECTIVE.plusDays(random.nextInt(-3, 60));
        LocalDate ended = random.nextInt(4) == 0 ? EFFECTIVE.plusDays(random.nextInt(1, 60)) : null;
        MonitoredPeriod period = MonitoredPeriod.of(
                ceasefire(ended), asOf, random.nextInt(4), DayCount.values()[random.nextInt(DayCount.values().length)]);
        List<RollupRow> rows = new ArrayList<>();
        for (int i = random.nextInt(30); i > 0; i--) {
            LocalDate from = EFFECTIVE.plusDays(random.nextInt(-5, 65));
            int length = random.nextInt(3) == 0 ? random.nextInt(40) : 0;
            rows.add(Ledgers.row(
                    from.toString(),
                    from.plusDays(length).toString(),
                    length == 0 ? random.nextInt(1, 3) : 3,
                    random.nextInt(4) == 0 ? Timing.UNKNOWN : Timing.AFTER,
                    ViolationType.AIR_STRIKE,
                    Grade.FAIR,
                    random.nextInt(1, 4)));
        }
        Map<LocalDate, DayCoverage> coverage = new TreeMap<>();
        for (int i = random.nextInt(60); i > 0; i--) {
            LocalDate day = EFFECTIVE.plusDays(random.nextInt(60));
            CoverageStatus status = CoverageStatus.values()[random.nextInt(CoverageStatus.values().length)];
            coverage.put(day, new DayCoverage(List.of(new SourceCoverage(day, "OFFICE", status, null))));
        }
        return new Drawn(period, rows, DayLedger.of(period, rows, coverage));
    }
}
