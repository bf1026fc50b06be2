package org.humdash.incident.ledger;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * Days that are counted together.
 *
 * @param isPartial whether the ledger holds only some of the days of the week or month
 */
record Bucket(LocalDate from, LocalDate to, boolean isPartial) {

    /** What days are counted by. */
    enum Length {
        DAY,
        WEEK,
        MONTH,
        /** All of them together. */
        PERIOD
    }

    /**
     * The buckets of a period from a day on, ascending, each clipped to the period.
     *
     * @param start the first bucket is the one that holds this day of the period
     * @param weekStart the day on which weeks begin; Monday for ISO weeks
     * @param limit at most this many
     */
    static List<Bucket> of(MonitoredPeriod period, Length length, DayOfWeek weekStart, LocalDate start, int limit) {
        List<Bucket> buckets = new ArrayList<>();
        LocalDate day = start;
        while (!day.isAfter(period.to()) && buckets.size() < limit) {
            Bucket whole = whole(day, length, weekStart, period);
            LocalDate from = whole.from.isBefore(period.from()) ? period.from() : whole.from;
            LocalDate to = whole.to.isAfter(period.to()) ? period.to() : whole.to;
            buckets.add(new Bucket(from, to, !from.equals(whole.from) || !to.equals(whole.to)));
            day = whole.to.plusDays(1);
        }
        return buckets;
    }

    boolean holds(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    private static Bucket whole(LocalDate day, Length length, DayOfWeek weekStart, MonitoredPeriod period) {
        return switch (length) {
            case DAY -> new Bucket(day, day, false);
            case WEEK -> {
                LocalDate first = day.with(TemporalAdjusters.previousOrSame(weekStart));
                yield new Bucket(first, first.plusDays(6), false);
            }
            case MONTH -> new Bucket(day.withDayOfMonth(1), day.with(TemporalAdjusters.lastDayOfMonth()), false);
            case PERIOD -> new Bucket(period.from(), period.to(), false);
        };
    }
}
