package org.humdash.vocabulary.time;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How a source counts the days of a ceasefire. All three are in use, so a number of days means nothing without one:
 * from 10 October 2025 to 19 December 2025 it is 71, 70 or 69 days.
 *
 * <p>Both dates are calendar days in the ceasefire's own time zone. Dates are counted and never hours: a day on which
 * clocks change has 23 or 25 of them.
 */
public enum DayCount {

    /** Both the effective date and the as-of date count: P − E + 1. */
    INCLUSIVE(1),

    /** Days gone by since the effective date: P − E. */
    ELAPSED(0),

    /** Only days complete after the effective date and before the as-of date: P − E − 1. */
    FULL_DAYS_AFTER_EFFECTIVE(-1);

    private final int beyondElapsed;

    DayCount(int beyondElapsed) {
        this.beyondElapsed = beyondElapsed;
    }

    /**
     * @param effective the date the ceasefire took effect
     * @param asOf the date of looking
     * @return days, 0 when {@code asOf} is before {@code effective}
     * @throws ArithmeticException if the dates are more than two milliard days apart
     */
    public int between(LocalDate effective, LocalDate asOf) {
        if (asOf.isBefore(effective)) {
            return 0;
        }
        return Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(effective, asOf) + beyondElapsed));
    }
}
