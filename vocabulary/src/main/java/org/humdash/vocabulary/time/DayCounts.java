package org.humdash.vocabulary.time;

import java.time.LocalDate;

/** The days between two dates by each {@link DayCount} convention, to be shown side by side. */
public record DayCounts(int inclusive, int elapsed, int fullDaysAfterEffective) {

    /** Counts as {@link DayCount#between} does. */
    public static DayCounts between(LocalDate effective, LocalDate asOf) {
        return new DayCounts(
                DayCount.INCLUSIVE.between(effective, asOf),
                DayCount.ELAPSED.between(effective, asOf),
                DayCount.FULL_DAYS_AFTER_EFFECTIVE.between(effective, asOf));
    }
}
