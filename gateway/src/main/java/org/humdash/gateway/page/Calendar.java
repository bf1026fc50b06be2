package org.humdash.gateway.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.humdash.gateway.page.CalendarView.DayView;
import org.humdash.gateway.page.CalendarView.EarlierView;
import org.humdash.gateway.page.CalendarView.KeyView;
import org.humdash.gateway.page.CalendarView.MonthView;
import org.humdash.gateway.page.CalendarView.WeekdayView;
import org.humdash.gateway.situation.View;

/**
 * Words the days of the ledger, as a calendar of two years: the month of the as-of day and those before it. Weeks begin on
 * Monday, as those of the API do. A ceasefire may last longer, and its first days are a question about an earlier day.
 */
final class Calendar {

    /** More than 24 months can have, and what the page asks for. */
    static final int MOST_DAYS = 750;

    private static final int MONTHS_BEFORE = 23;
    private static final int MONTHS_AT_ONCE = 3;
    private static final int WEEK = DayOfWeek.values().length;

    private final Words words;

    Calendar(Words words) {
        this.words = words;
    }

    static LocalDate firstShown(LocalDate asOf) {
        return asOf.withDayOfMonth(1).minusMonths(MONTHS_BEFORE);
    }

    /**
     * @param data the days of {@code GET /api/v1/ceasefires/{code}/ledger/days}
     * @param link where the API has them
     * @return empty if the ceasefire has no day yet, or nothing says that it has
     */
    Optional<CalendarView> of(JsonNode data, View view, String link) {
        NavigableMap<LocalDate, DayView> days = days(data.path("items"), view.asOf());
        EarlierView earlier = earlier(data.path("monitored"), view);
        if (days.isEmpty() && earlier == null) {
            return Optional.empty();
        }
        List<MonthView> months = months(days);
        int first = Math.max(0, months.size() - MONTHS_AT_ONCE);
        return Optional.of(new CalendarView(
                Days.statusCodes().stream()
                        .map(code -> new KeyView(code, sign(code), status(code)))
                        .toList(),
                Arrays.stream(DayOfWeek.values())
                        .map(day -> new WeekdayView(
                                words.say("page.calendar.short." + day), words.say("page.calendar.weekday." + day)))
                        .toList(),
                months.subList(first, months.size()),
                months.subList(0, first),
                words.counted("page.calendar.more", first),
                earlier,
                link));
    }

    private NavigableMap<LocalDate, DayView> days(JsonNode items, LocalDate asOf) {
        NavigableMap<LocalDate, DayView> days = new TreeMap<>();
        LocalDate first = firstShown(asOf);
        for (JsonNode item : items) {
            LocalDate date = Words.dayOf(item.path("date"));
            String code = Words.text(item.path("status"));
            // However much a service sends, the page is no longer than was asked for.
            if (date != null && code != null && !date.isBefore(first) && !date.isAfter(asOf)) {
                days.put(date, day(date, code, item.path("incidents")));
            }
        }
        return days;
    }

    private DayView day(LocalDate date, String code, JsonNode number) {
        boolean known = Days.statusCodes().contains(code);
        long incidents = number.isIntegralNumber() ? number.asLong() : 0;
        String said =
                words.say("page.calendar.said", Map.of("day", words.day(date), "status", known ? status(code) : code));
        return new DayView(
                String.valueOf(date.getDayOfMonth()),
                known ? code : "",
                known ? sign(code) : code,
                incidents > 0 ? words.number(incidents) : null,
                incidents > 0
                        ? said + words.say("list.separator") + " " + words.counted("page.calendar.incidents", incidents)
                        : said);
    }

    private String status(String code) {
        return words.say("page.days.status." + code);
    }

    private String sign(String code) {
        return words.say("page.calendar.sign." + code);
    }

    private List<MonthView> months(NavigableMap<LocalDate, DayView> days) {
        List<MonthView> months = new ArrayList<>();
        if (days.isEmpty()) {
            return months;
        }
        YearMonth last = YearMonth.from(days.lastKey());
        for (YearMonth month = YearMonth.from(days.firstKey()); !month.isAfter(last); month = month.plusMonths(1)) {
            months.add(new MonthView(name(month), weeks(month, days)));
        }
        return months;
    }

    private String name(YearMonth month) {
        return words.say(
                "page.calendar.month",
                Map.of("month", "m" + month.getMonthValue(), "year", String.valueOf(month.getYear())));
    }

    /** Those that have a day in them. */
    private static List<List<DayView>> weeks(YearMonth month, NavigableMap<LocalDate, DayView> days) {
        List<List<DayView>> weeks = new ArrayList<>();
        LocalDate first = month.atDay(1);
        for (LocalDate monday = first.with(DayOfWeek.MONDAY);
                !monday.isAfter(month.atEndOfMonth());
                monday = monday.plusDays(WEEK)) {
            List<DayView> week = new ArrayList<>();
            for (int i = 0; i < WEEK; i++) {
                LocalDate date = monday.plusDays(i);
                week.add(YearMonth.from(date).equals(month) ? days.getOrDefault(date, DayView.EMPTY) : DayView.EMPTY);
            }
            if (week.stream().anyMatch(day -> day != DayView.EMPTY)) {
                weeks.add(week);
            }
        }
        return weeks;
    }

    /** Null if no monitored day is before those shown. */
    private EarlierView earlier(JsonNode monitored, View view) {
        LocalDate from = Words.dayOf(monitored.path("from"));
        LocalDate to = Words.dayOf(monitored.path("to"));
        LocalDate first = firstShown(view.asOf());
        if (from == null || to == null || !from.isBefore(first)) {
            return null;
        }
        LocalDate last = to.isBefore(first) ? to : first.minusDays(1);
        return new EarlierView(
                words.say(
                        "page.calendar.earlier",
                        Map.of(
                                "first", words.day(first),
                                "period", words.period(monitored.path("from"), monitored.path("to")))),
                PageLinks.upTo(last, view, words.language()),
                words.say("page.calendar.show", Map.of("day", words.day(last))));
    }
}
