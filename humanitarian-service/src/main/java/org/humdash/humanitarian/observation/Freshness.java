package org.humdash.humanitarian.observation;

/** Whether a figure is as recent as its indicator lets one expect. */
public enum Freshness {
    FRESH,
    /** A newer figure is overdue: the age is above the indicator's expected interval. */
    STALE;

    /**
     * @param ageDays days from the end of the figure's period to the as-of day
     * @param expectedIntervalDays null where no update is due
     * @return null where no update is due: such a figure does not go stale
     */
    static Freshness of(long ageDays, Integer expectedIntervalDays) {
        if (expectedIntervalDays == null) {
            return null;
        }
        return ageDays > expectedIntervalDays ? STALE : FRESH;
    }
}
