package org.humdash.incident.incident;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/**
 * When an incident happened, in local calendar days of the ceasefire's time zone.
 *
 * @param localTime wall clock on the one day it happened; null when not known
 * @param precision 1 a day, 2 two to six days, 3 a week, 4 a month, 5 a year or less precise (UCDP's scale)
 */
public record Occurrence(LocalDate from, LocalDate to, LocalTime localTime, int precision) {

    private static final int DAY = 1;
    private static final int DAYS = 2;
    private static final int WEEK = 3;
    private static final int MONTH = 4;
    private static final int YEAR = 5;

    /** The precision that the length of a span speaks for. */
    static int precisionOf(LocalDate from, LocalDate to) {
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        return days <= 1 ? DAY : days <= 6 ? DAYS : days == 7 ? WEEK : days <= 31 ? MONTH : YEAR;
    }
}
