package org.humdash.humanitarian.series;

import static org.humdash.humanitarian.series.Figures.definition;
import static org.humdash.humanitarian.series.Figures.estimate;
import static org.humdash.humanitarian.series.Figures.statements;
import static org.humdash.humanitarian.series.Figures.timeline;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.humdash.humanitarian.indicator.Aggregation;
import org.humdash.humanitarian.indicator.IndicatorKind;
import org.humdash.humanitarian.series.Change.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeTest {

    @Test
    void theNewestFigureIsHeldAgainstThoseOfJustAWeekAndAMonthBefore() {
        Timeline timeline = timeline(
                IndicatorKind.STOCK,
                Aggregation.LAST,
                "2025-11-12 70",
                "2025-12-04 80",
                "2025-12-05 90",
                "2025-12-12 100");
        assertEquals("2025-12-05: 2025-12-05 90, 10 10 10 RISEN", change(timeline, Span.WEEK));
        assertEquals("2025-11-12: 2025-11-12 70, 30 30 30 RISEN", change(timeline, Span.MONTH));
    }

    @Test
    void nothingIsInterpolated() {
        Timeline timeline =
                timeline(IndicatorKind.STOCK, Aggregation.LAST, "2025-12-04 80", "2025-12-06 90", "2025-12-12 100");
        assertEquals("2025-12-05: none", change(timeline, Span.WEEK));
        assertEquals("2025-11-12: none", change(timeline, Span.MONTH));
    }

    @Test
    void aFlowIsHeldAgainstAPeriodOfTheSameLengthOnly() {
        Timeline timeline = timeline(
                IndicatorKind.FLOW,
                Aggregation.SUM,
                "2025-11-11..2025-11-12 4",
                "2025-12-04..2025-12-05 9",
                "2025-12-12 3");
        assertEquals("2025-12-05: none", change(timeline, Span.WEEK));
        assertEquals("2025-11-12: none", change(timeline, Span.MONTH));
    }

    @Test
    void aMonthIsHeldAgainstTheMonthBeforeItHoweverLong() {
        Timeline timeline =
                timeline(IndicatorKind.FLOW, Aggregation.SUM, "2025-10-01..2025-10-31 50", "2025-11-01..2025-11-30 40");
        assertEquals("2025-10-31: 2025-10-01..2025-10-31 50, -10 -10 -10 FALLEN", change(timeline, Span.MONTH));
    }

    @Test
    void figuresByTwoMethodsStandSideBySideWithoutADifference() {
        Timeline timeline = new Timeline(
                statements("2025-12-05 90", "2025-12-12 100"),
                IndicatorKind.STOCK,
                Aggregation.LAST,
                definition("2025-12-10"));
        assertEquals("2025-12-05: 2025-12-05 90, no difference", change(timeline, Span.WEEK));
    }

    @ParameterizedTest
    @CsvSource({
        "90, 100, 10 10 10 RISEN",
        "100, 100, 0 0 0 UNCHANGED",
        "at least 90, at least 100, null null null UNKNOWN",
        "90, at least 100, 10 null null RISEN",
        "at least 90, 80, null null -10 FALLEN",
        "10-20, 15-30, -5 null 20 UNKNOWN",
        "10-20, 20-30, 0 null 20 UNKNOWN",
        "10-20, 21-30, 1 null 20 RISEN",
        "about 10, about 12, null 2 null UNKNOWN"
    })
    void aDifferenceIsAsOpenAsItsBounds(String then, String now, String difference) {
        assertEquals(difference, text(Difference.of(estimate(then), estimate(now))));
    }

    private static String change(Timeline timeline, Span against) {
        Change change = Change.of(timeline, timeline.statements().getLast(), against);
        if (change.then() == null) {
            return change.day() + ": none";
        }
        return change.day() + ": " + change.then().figure().reference() + ", "
                + (change.difference() == null ? "no difference" : text(change.difference()));
    }

    private static String text(Difference difference) {
        return difference.lower() + " " + difference.best() + " " + difference.upper() + " " + difference.direction();
    }
}
