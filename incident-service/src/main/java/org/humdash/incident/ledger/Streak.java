package org.humdash.incident.ledger;

import java.time.LocalDate;

/**
 * Days of one status in a row. Unreported and pending days between or after them neither count nor break it, and are
 * shown.
 *
 * @param days days of the status
 * @param unreported days without a report since its first day
 * @param from its first day; null when there is no streak
 * @param to its last day of the status; null when there is no streak
 */
record Streak(int days, int unreported, LocalDate from, LocalDate to) {

    static final Streak NONE = new Streak(0, 0, null, null);

    Streak and(LocalDate day) {
        return new Streak(days + 1, unreported, from == null ? day : from, day);
    }

    /** A day without a report belongs to a streak that has begun. */
    Streak andUnreported() {
        return days == 0 ? this : new Streak(days, unreported + 1, from, to);
    }
}
