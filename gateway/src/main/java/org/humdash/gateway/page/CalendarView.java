package org.humdash.gateway.page;

import java.util.List;

/**
 * The days of a ceasefire, month by month.
 *
 * @param key the signs that stand in it
 * @param weekdays as weeks begin
 * @param newest the months that are shown at once, earliest first
 * @param before the months before those, earliest first
 * @param earlier which days are not here at all; null if all are
 * @param data where the API has the days that are shown
 */
public record CalendarView(
        List<KeyView> key,
        List<WeekdayView> weekdays,
        List<MonthView> newest,
        List<MonthView> before,
        String more,
        EarlierView earlier,
        String data) {

    public record KeyView(String code, String sign, String name) {}

    public record WeekdayView(String sign, String name) {}

    public record MonthView(String name, List<List<DayView>> weeks) {}

    /**
     * A cell; empty where the month has no day, or the ceasefire.
     *
     * @param number of the day in its month; null for an empty cell
     * @param code of the status, by which it gets its shape; empty for one that is not known
     * @param incidents how many began on it; null for none
     * @param said all of it in words
     */
    public record DayView(String number, String code, String sign, String incidents, String said) {

        static final DayView EMPTY = new DayView(null, "", null, null, null);
    }

    /**
     * @param link to the page as of the last of those days
     * @param show what it says
     */
    public record EarlierView(String text, String link, String show) {}
}
