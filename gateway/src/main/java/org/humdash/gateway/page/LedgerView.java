package org.humdash.gateway.page;

import java.util.List;

/**
 * What each day since the ceasefire was, by what is documented, beside what is claimed of the same days.
 *
 * @param monitored how many days of which period
 * @param attackDays the days with attacks that are documented; null where nobody reported, which is no number
 * @param covered on how many of the days somebody reported
 */
public record LedgerView(
        String monitored,
        Phrase attackDays,
        String covered,
        List<CountView> statuses,
        List<CountView> dayCounts,
        List<FigureView> claimed) {

    /** A number of days and what it means. */
    public record CountView(String code, String name, String number, Phrase meaning) {}
}
