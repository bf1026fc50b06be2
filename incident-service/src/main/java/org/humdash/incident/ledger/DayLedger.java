package org.humdash.incident.ledger;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.humdash.incident.coverage.DayCoverage;
import org.humdash.incident.rollup.RollupRow;
import org.humdash.incident.rollup.Timing;

/**
 * What each monitored day of a ceasefire was. The status of a day d is the first that applies:
 *
 * <ol>
 *   <li>ATTACK: at least one incident of an attack type, not discounted, with a precise date on d; on the day the
 *       ceasefire took effect only after that instant
 *   <li>POSSIBLE: an imprecise incident of an attack type may be of d because its span covers d, or one of unknown time
 *       on the day the ceasefire took effect
 *   <li>PENDING: d is later than the as-of day minus the lag
 *   <li>QUIET: a source gave REPORTED or NIL for d
 *   <li>NO_REPORT: anything else, PARTIAL included
 * </ol>
 */
final class DayLedger {

    private final List<LedgerDay> days;
    private final Map<DayStatus, Integer> counts;
    private final long possibleIncidents;

    private DayLedger(List<LedgerDay> days, long possibleIncidents) {
        this.days = List.copyOf(days);
        this.possibleIncidents = possibleIncidents;
        this.counts = new EnumMap<>(DayStatus.class);
        for (DayStatus status : DayStatus.values()) {
            counts.put(status, 0);
        }
        days.forEach(day -> counts.merge(day.status(), 1, Integer::sum));
    }

    /**
     * @param period the days to judge
     * @param attacks the incidents of attack types that touch the period, not discounted and none of them before the
     *     ceasefire, told apart by span and timing at least
     * @param coverage what sources said of the days; a day left out has no report
     */
    static DayLedger of(MonitoredPeriod period, Collection<RollupRow> attacks, Map<LocalDate, DayCoverage> coverage) {
        Spans spans = new Spans(period.from(), period.days());
        attacks.forEach(spans::add);
        List<LedgerDay> days = new ArrayList<>(period.days());
        for (int i = 0; i < period.days(); i++) {
            LocalDate date = period.from().plusDays(i);
            DayCoverage covered = coverage.getOrDefault(date, DayCoverage.NONE);
            DayStatus status = status(spans.attacks(i), spans.possible(i), period.isPending(date), covered);
            days.add(new LedgerDay(date, status, spans.attacks(i), spans.possible(i), covered));
        }
        return new DayLedger(days, spans.incidentsThatCause(days));
    }

    /** The monitored days, ascending. */
    List<LedgerDay> days() {
        return days;
    }

    /** What sources said of each monitored day. */
    Map<LocalDate, DayCoverage> coverage() {
        return days.stream().collect(Collectors.toMap(LedgerDay::date, LedgerDay::coverage));
    }

    /** How many days have a status; the five add up to the monitored days. */
    int count(DayStatus status) {
        return counts.get(status);
    }

    AttackDays attackDays() {
        return new AttackDays(count(DayStatus.ATTACK), count(DayStatus.POSSIBLE), possibleIncidents);
    }

    Streaks streaks(DayStatus status) {
        return Streaks.of(status, days);
    }

    private static DayStatus status(long attacks, long possible, boolean isPending, DayCoverage coverage) {
        if (attacks > 0) {
            return DayStatus.ATTACK;
        }
        if (possible > 0) {
            return DayStatus.POSSIBLE;
        }
        if (isPending) {
            return DayStatus.PENDING;
        }
        return coverage.isCovered() ? DayStatus.QUIET : DayStatus.NO_REPORT;
    }

    /**
     * Incidents laid over the days. A span is noted at its two ends only, so that one of a year costs what one of a day
     * does.
     */
    private static final class Spans {

        private final LocalDate first;
        private final int length;
        private final long[] attacks;
        private final long[] changes;
        private final List<RollupRow> uncertain = new ArrayList<>();
        private long[] possible;

        Spans(LocalDate first, int length) {
            this.first = first;
            this.length = length;
            this.attacks = new long[length];
            this.changes = new long[length + 1];
        }

        void add(RollupRow row) {
            int from = Math.max(0, index(row.from()));
            int to = Math.min(length - 1, index(row.to()));
            if (from > to) {
                return;
            }
            if (row.isPrecise() && row.timing() == Timing.AFTER) {
                attacks[from] += row.incidents();
            } else {
                uncertain.add(row);
                changes[from] += row.incidents();
                changes[to + 1] -= row.incidents();
            }
        }

        long attacks(int day) {
            return attacks[day];
        }

        long possible(int day) {
            if (possible == null) {
                possible = new long[length];
                long running = 0;
                for (int i = 0; i < length; i++) {
                    running += changes[i];
                    possible[i] = running;
                }
            }
            return possible[day];
        }

        /** How many incidents cover at least one day that came out as POSSIBLE. */
        long incidentsThatCause(List<LedgerDay> days) {
            int[] possibleBefore = new int[length + 1];
            for (int i = 0; i < length; i++) {
                possibleBefore[i + 1] = possibleBefore[i] + (days.get(i).status() == DayStatus.POSSIBLE ? 1 : 0);
            }
            return uncertain.stream()
                    .filter(row -> possibleBefore[Math.min(length - 1, index(row.to())) + 1]
                            > possibleBefore[Math.max(0, index(row.from()))])
                    .mapToLong(RollupRow::incidents)
                    .sum();
        }

        private int index(LocalDate day) {
            return Math.clamp(ChronoUnit.DAYS.between(first, day), -1, Integer.MAX_VALUE - 1);
        }
    }
}
