package org.humdash.humanitarian.commitment;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.humdash.vocabulary.time.DayCount;

/**
 * What was promised.
 *
 * @param perDay in {@code unit}s
 * @param from the first day it holds for
 * @param to the last one; null while it lasts
 * @param dayCount how days are counted where a statement does not show it
 */
record Promise(BigDecimal perDay, String unit, LocalDate from, LocalDate to, DayCount dayCount) {

    /** The day from which days are counted for a figure whose period begins on one: the later of the two. */
    LocalDate countedFrom(LocalDate validFrom) {
        return validFrom.isAfter(from) ? validFrom : from;
    }

    /** The day up to which they are counted: the earlier of the two. */
    LocalDate countedTo(LocalDate validTo) {
        return to != null && to.isBefore(validTo) ? to : validTo;
    }

    /** Whether a period has a day in common with the promise. */
    boolean concerns(LocalDate validFrom, LocalDate validTo) {
        return !validTo.isBefore(from) && (to == null || !validFrom.isAfter(to));
    }
}
