package org.humdash.incident.ledger;

import java.util.List;

/**
 * The streak that still runs at the end of a ledger, and the longest one; of two as long, the earlier. NO_REPORT and
 * PENDING break no streak, any other status than its own does.
 */
record Streaks(Streak current, Streak longest) {

    /** @param days ascending, without gaps */
    static Streaks of(DayStatus status, List<LedgerDay> days) {
        Streak current = Streak.NONE;
        Streak longest = Streak.NONE;
        for (LedgerDay day : days) {
            current = next(current, status, day);
            if (current.days() > longest.days() || isSame(current, longest)) {
                longest = current;
            }
        }
        return new Streaks(current, longest);
    }

    private static Streak next(Streak current, DayStatus status, LedgerDay day) {
        if (day.status() == status) {
            return current.and(day.date());
        }
        return switch (day.status()) {
            case NO_REPORT -> current.andUnreported();
            case PENDING -> current;
            case ATTACK, POSSIBLE, QUIET -> Streak.NONE;
        };
    }

    /** The longest one while it goes on: its unreported days are still being counted. */
    private static boolean isSame(Streak current, Streak longest) {
        return current.days() == longest.days()
                && current.days() > 0
                && current.from().equals(longest.from());
    }
}
