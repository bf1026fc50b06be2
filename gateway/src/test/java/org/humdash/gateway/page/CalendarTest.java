package org.humdash.gateway.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.humdash.gateway.language.Messages;
import org.humdash.gateway.page.CalendarView.DayView;
import org.humdash.gateway.page.CalendarView.MonthView;
import org.humdash.gateway.situation.View;
import org.humdash.vocabulary.place.Gazetteer;
import org.humdash.vocabulary.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarTest {

    private static final LocalDate DAY = LocalDate.of(2025, 12, 19);
    private static final String LINK = "api/v1/ceasefires/C/ledger/days";

    @Test
    void aDayIsSaidInWordsAndByItsSign() throws Exception {
        CalendarView calendar = of(Language.EN, DAY, """
                        {"monitored": {"from": "2025-10-10", "to": "2025-12-19"}, "items": [
                          {"date": "2025-12-15", "status": "ATTACK", "incidents": 3},
                          {"date": "2025-12-16", "status": "POSSIBLE", "incidents": 1},
                          {"date": "2025-12-17", "status": "QUIET", "incidents": 0},
                          {"date": "2025-12-18", "status": "NO_REPORT"},
                          {"date": "2025-12-19", "status": "PENDING", "incidents": -1}]}
                        """).orElseThrow();

        assertEquals(
                List.of(new MonthView(
                        "December 2025",
                        List.of(List.of(
                                new DayView("15", "ATTACK", "A", "3", "15 December 2025: With attacks, 3 incidents"),
                                new DayView(
                                        "16",
                                        "POSSIBLE",
                                        "A?",
                                        "1",
                                        "16 December 2025: Possibly with attacks, 1 incident"),
                                new DayView("17", "QUIET", "Q", null, "17 December 2025: Quiet"),
                                new DayView("18", "NO_REPORT", "–", null, "18 December 2025: Not reported on"),
                                new DayView("19", "PENDING", "…", null, "19 December 2025: Pending"),
                                DayView.EMPTY,
                                DayView.EMPTY)))),
                calendar.newest());
        assertEquals(List.of(), calendar.before());
        assertNull(calendar.earlier());
        assertEquals("Mo", calendar.weekdays().getFirst().sign());
        assertEquals("Sunday", calendar.weekdays().getLast().name());
        assertEquals(5, calendar.key().size());
        assertEquals(
                new CalendarView.KeyView("NO_REPORT", "–", "Not reported on"),
                calendar.key().get(3));
    }

    @Test
    void arabicCountsInArabic() throws Exception {
        CalendarView calendar = of(
                        Language.AR,
                        DAY,
                        "{\"items\": [{\"date\": \"2025-12-19\", \"status\": \"ATTACK\", \"incidents\": 2}]}")
                .orElseThrow();

        assertEquals(
                "19 كانون الأول/ديسمبر 2025: بهجمات، حادثان",
                calendar.newest().getFirst().weeks().getFirst().get(4).said());
        assertEquals("كانون الأول/ديسمبر 2025", calendar.newest().getFirst().name());
    }

    @Test
    void allButThreeMonthsAreOneClickAway() throws Exception {
        StringBuilder items = new StringBuilder();
        LocalDate.of(2025, 9, 30)
                .datesUntil(DAY.plusDays(1))
                .forEach(day -> items.append(items.isEmpty() ? "" : ",")
                        .append("{\"date\":\"")
                        .append(day)
                        .append("\",\"status\":\"QUIET\"}"));
        CalendarView calendar =
                of(Language.EN, DAY, "{\"items\":[" + items + "]}").orElseThrow();

        assertEquals(
                List.of("October 2025", "November 2025", "December 2025"),
                calendar.newest().stream().map(MonthView::name).toList());
        assertEquals(
                List.of("September 2025"),
                calendar.before().stream().map(MonthView::name).toList());
        assertEquals(1, calendar.before().getFirst().weeks().size(), "weeks without a day are left out");
        assertEquals("The month before (1)", calendar.more());
        assertEquals(
                31,
                calendar.newest().getFirst().weeks().stream()
                        .flatMap(List::stream)
                        .filter(day -> day.number() != null)
                        .count());
    }

    @Test
    void earlierDaysAreAQuestionAboutAnEarlierDay() throws Exception {
        CalendarView calendar = of(
                        Language.EN,
                        DAY,
                        "{\"monitored\": {\"from\": \"2023-12-31\", \"to\": \"2025-12-19\"},"
                                + "\"items\": [{\"date\": \"2025-12-19\", \"status\": \"PENDING\"}]}")
                .orElseThrow();

        assertEquals(
                new CalendarView.EarlierView(
                        "Days before 1 January 2024 are not shown here. The ceasefire has been monitored from"
                                + " 31 December 2023 to 19 December 2025.",
                        "./?ceasefire=C&area=PS02&asOf=2023-12-31&knownAt=2025-12-19T17%3A00%3A00Z",
                        "Show the page with the facts up to 31 December 2023"),
                calendar.earlier());
    }

    @Test
    void aCeasefireThatEndedLongAgoIsShownAsOfItsEnd() throws Exception {
        CalendarView calendar = of(
                        Language.AR,
                        LocalDate.of(2027, 11, 26),
                        "{\"monitored\": {\"from\": \"2025-01-19\", \"to\": \"2025-03-18\"}, \"items\": []}")
                .orElseThrow();

        assertEquals(List.of(), calendar.newest());
        assertTrue(calendar.earlier().link().startsWith("ar?ceasefire=C&area=PS02&asOf=2025-03-18&"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"items\": 5, \"monitored\": []}",
                "{\"items\": [null, {}, {\"date\": \"x\", \"status\": \"QUIET\"}, {\"date\": \"2025-12-01\"}]}",
                "{\"items\": [{\"date\": \"0001-01-01\", \"status\": \"QUIET\"}, {\"date\": \"9999-12-31\", \"status\": \"QUIET\"}]}",
                "{\"monitored\": {\"from\": null, \"to\": null, \"days\": 0}, \"items\": []}"
            })
    void withoutADayOfTheTimeThereIsNoCalendar(String data) throws Exception {
        assertEquals(Optional.empty(), of(Language.EN, DAY, data));
    }

    @Test
    void aStatusThatIsNotKnownIsSaidAsItCame() throws Exception {
        CalendarView calendar = of(
                        Language.EN,
                        DAY,
                        "{\"items\": [{\"date\": \"2025-12-19\", \"status\": \"x\\\" class=\\\"y\"}]}")
                .orElseThrow();

        assertEquals(
                new DayView("19", "", "x\" class=\"y", null, "19 December 2025: x\" class=\"y"),
                calendar.newest().getFirst().weeks().getFirst().get(4));
    }

    @Test
    void twoYearsAreNeverMoreThanIsAskedFor() {
        assertEquals(LocalDate.of(2024, 1, 1), Calendar.firstShown(DAY));
        assertEquals(
                731,
                Calendar.firstShown(LocalDate.of(2025, 1, 31))
                        .datesUntil(LocalDate.of(2025, 2, 1))
                        .count());
        assertTrue(731 <= Calendar.MOST_DAYS);
    }

    private static Optional<CalendarView> of(Language language, LocalDate asOf, String data) throws Exception {
        View view = new View(
                "C",
                Gazetteer.palestine().find("PS02").orElseThrow(),
                true,
                asOf,
                Instant.parse("2025-12-19T17:00:00Z"));
        Words words = new Words(new Messages().speaker(language));
        return new Calendar(words).of(new ObjectMapper().readTree(data), view, LINK);
    }
}
