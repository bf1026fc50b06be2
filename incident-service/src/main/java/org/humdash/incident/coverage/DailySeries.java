package org.humdash.incident.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a daily series of one source says about the days it reported on. Such a series tells, for every report date, how
 * many hours the report is for:
 *
 * <table>
 * <caption>Reporting period and coverage</caption>
 * <tr><th>report_period</th><th>coverage</th></tr>
 * <tr><td>0</td><td>the day is NO_REPORT</td></tr>
 * <tr><td>24</td><td>the day is REPORTED</td></tr>
 * <tr><td>48, 72, 96 …</td><td>the day is REPORTED, and the one, two, three … days before it, whose figures were rolled
 * together with it, are PARTIAL</td></tr>
 * </table>
 *
 * <p>A rolled-together day that the series itself gives as 0 is PARTIAL, because something was reported on it later; one
 * that it gives as reported stays so.
 *
 * @param days ascending
 */
record DailySeries(List<Day> days) {

    /** @param number which entry of the series it comes from, the first being 1 */
    record Day(long number, LocalDate day, CoverageStatus status, String note) {}

    /** One entry of the series as it was read; {@code hours} is a multiple of 24. */
    record Entry(long number, LocalDate day, int hours) {}

    private static final int HOURS_OF_A_DAY = 24;

    static DailySeries of(List<Entry> entries) {
        Map<LocalDate, Day> days = new TreeMap<>();
        for (Entry entry : entries) {
            days.put(
                    entry.day(),
                    entry.hours() == 0
                            ? new Day(entry.number(), entry.day(), CoverageStatus.NO_REPORT, "report_period 0")
                            : new Day(
                                    entry.number(),
                                    entry.day(),
                                    CoverageStatus.REPORTED,
                                    "report_period " + entry.hours()));
        }
        for (Entry entry : entries) {
            for (int back = 1; back < entry.hours() / HOURS_OF_A_DAY; back++) {
                LocalDate day = entry.day().minusDays(back);
                Day known = days.get(day);
                if (known == null || known.status() != CoverageStatus.REPORTED) {
                    days.put(
                            day,
                            new Day(
                                    entry.number(),
                                    day,
                                    CoverageStatus.PARTIAL,
                                    "rolled together with " + entry.day() + ", report_period " + entry.hours()));
                }
            }
        }
        return new DailySeries(new ArrayList<>(days.values()));
    }
}
