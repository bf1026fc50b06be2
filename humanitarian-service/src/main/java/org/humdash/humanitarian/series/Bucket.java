package org.humdash.humanitarian.series;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * The days of one point of a series.
 *
 * @param isPartial whether the series holds only some of the days of the week or month
 */
record Bucket(LocalDate from, LocalDate to, boolean isPartial) {

    /** What days are put together by. */
    enum Length {
        DAY,
        WEEK,
        MONTH
    }

    /**
     * The buckets of a period, ascending and without gaps, each clipped to the period.
     *
     * @param weekStart the day on which weeks begin; Monday for ISO weeks
     */
    static List<Bucket> of(LocalDate first, LocalDate last, Length length, DayOfWeek weekStart) {
        List<Bucket> buckets = new ArrayList<>();
        LocalDate day = first;
        while (!day.isAfter(last)) {
            LocalDate begin = begin(day, length, weekStart);
            LocalDate end = end(begin, length);
            LocalDate from = begin.isBefore(first) ? first : begin;
            LocalDate to = end.isAfter(last) ? last : end;
            buckets.add(new Bucket(from, to, !from.equals(begin) || !to.equals(end)));
            day = end.plusDays(1);
        }
        return buckets;
    }

    int days() {
        return (int) ChronoUnit.DAYS.between(from, to) + 1;
    }

    private static LocalDate begin(LocalDate day, Length length, DayOfWeek weekStart) {
        return switch (length) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(weekStart));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    private static LocalDate end(LocalDate begin, Length length) {
        return switch (length) {
            case DAY -> begin;
            case WEEK -> begin.plusDays(6);
            case MONTH -> begin.with(TemporalAdjusters.lastDayOfMonth());
        };
    }
}
