package org.humdash.humanitarian.series;

import static org.humdash.humanitarian.series.Figures.definition;
import static org.humdash.humanitarian.series.Figures.estimate;
import static org.humdash.humanitarian.series.Figures.statements;
import static org.humdash.humanitarian.series.Figures.timeline;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.humdash.humanitarian.indicator.Aggregation;
import org.humdash.humanitarian.indicator.IndicatorKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineTest {

    @Test
    void aDayNobodySpokeOfIsAGapAndAStatedZeroIsZero() {
        assertEquals(
                List.of("03 5 1/1", "04 - 0/1", "05 0 1/1"),
                days(timeline(IndicatorKind.FLOW, Aggregation.SUM, "2025-11-03 5", "2025-11-05 0")));
    }

    @Test
    void aFigureOfSeveralDaysStandsWhereItsPeriodEndsAndIsNotDivided() {
        assertEquals(
                List.of("01 3 1/1", "02 - 0/1", "03 - 0/1 PART_OF_LATER", "04 8 1/1 SPANS_FROM_BEFORE"),
                days(timeline(IndicatorKind.FLOW, Aggregation.SUM, "2025-11-01 3", "2025-11-03..2025-11-04 8")));
    }

    @Test
    void aFlowIsAddedUpAndOpenBoundsStayOpen() {
        assertEquals(
                List.of("01 – partial 2/2 ≥ 7 of 2", "03 – whole 2/7 10–12 of 2"),
                weeks(timeline(
                        IndicatorKind.FLOW,
                        Aggregation.SUM,
                        "2025-11-01 3",
                        "2025-11-02 at least 4",
                        "2025-11-04 4-6",
                        "2025-11-09 6")));
    }

    @Test
    void theFigureOfTheWholeWeekGoesBeforeThoseOfItsDays() {
        assertEquals(
                List.of("03 – whole 7/7 30 of 1"),
                weeks(timeline(
                        IndicatorKind.FLOW,
                        Aggregation.SUM,
                        "2025-11-03 3",
                        "2025-11-04 4",
                        "2025-11-03..2025-11-09 30")));
    }

    @Test
    void whatOverlapsIsNotCountedTwice() {
        assertEquals(
                List.of("03 – whole 2/7 7 of 2 OVERLAPPING"),
                weeks(timeline(
                        IndicatorKind.FLOW,
                        Aggregation.SUM,
                        "2025-11-03 3",
                        "2025-11-09 4",
                        "2025-11-06..2025-11-09 30")));
    }

    @Test
    void aFigureThatOverlapsAnEarlierPointSaysSo() {
        assertEquals(
                List.of("03 3 1/1 PART_OF_LATER", "04 9 1/1 SPANS_FROM_BEFORE OVERLAPPING"),
                days(timeline(IndicatorKind.FLOW, Aggregation.SUM, "2025-11-03 3", "2025-11-03..2025-11-04 9")));
    }

    @Test
    void ofAStockTheNewestStandsForTheWeekAndNothingIsCarriedOn() {
        assertEquals(
                List.of("03 – whole 2/7 120 of 1", "10 – whole 0/7 - of 0", "17 – partial 1/2 90 of 1"),
                weeks(timeline(
                        IndicatorKind.STOCK, Aggregation.LAST, "2025-11-03 100", "2025-11-05 120", "2025-11-18 90")));
    }

    @Test
    void aStockIsNotAddedUpEvenIfTheCatalogueSaysSo() {
        assertEquals(
                List.of("03 – partial 2/2 120 of 1"),
                weeks(timeline(IndicatorKind.STOCK, Aggregation.SUM, "2025-11-03 100", "2025-11-04 120")));
    }

    @Test
    void sharesAreNotPutTogether() {
        assertEquals(
                List.of("03 – whole 2/7 - of 2 NOT_AGGREGATED", "10 – partial 1/1 55 of 1"),
                weeks(timeline(
                        IndicatorKind.RATIO, Aggregation.NONE, "2025-11-03 50", "2025-11-05 60", "2025-11-10 55")));
    }

    @Test
    void aCumulativeFigureThatFallsIsFlaggedAndKept() {
        assertEquals(
                List.of("08 97 1/1", "09 94 1/1 REVISED_DOWN", "10 94 1/1", "11 99 1/1"),
                days(timeline(
                        IndicatorKind.CUMULATIVE,
                        Aggregation.LAST,
                        "2025-10-10..2025-11-08 97",
                        "2025-10-10..2025-11-09 94",
                        "2025-10-10..2025-11-10 94",
                        "2025-10-10..2025-11-11 99")));
    }

    @Test
    void aStockMayFall() {
        assertEquals(
                List.of("08 97 1/1", "09 94 1/1"),
                days(timeline(IndicatorKind.STOCK, Aggregation.LAST, "2025-11-08 97", "2025-11-09 94")));
    }

    @Test
    void aFallBeforeTheFirstDayShownIsSeenAllTheSame() {
        Timeline timeline = timeline(
                IndicatorKind.CUMULATIVE, Aggregation.LAST, "2025-10-10..2025-10-12 97", "2025-10-10..2025-11-09 94");
        LocalDate day = LocalDate.of(2025, 11, 9);
        assertEquals(
                List.of("09 94 1/1 REVISED_DOWN"),
                shown(timeline.points(Bucket.of(day, day, Bucket.Length.DAY, DayOfWeek.MONDAY))));
    }

    @ParameterizedTest
    @CsvSource({
        "738, 700, true",
        "738, 738, false",
        "at least 738, at least 700, true",
        "at least 738, at least 740, false",
        "at least 738, 700, true",
        "at least 738, 740, false",
        "700, at least 650, false",
        "about 700, about 650, true",
        "10-20, 8-20, true",
        "10-20, 8-22, false"
    })
    void aFigureIsLoweredWhereThatIsCertainOrSoStated(String before, String now, boolean lowered) {
        assertEquals(lowered, Timeline.isLowered(estimate(before), estimate(now)));
    }

    @Test
    void theFirstPointByAnotherMethodSaysSoAndMethodsAreNotAddedUp() {
        Timeline timeline = new Timeline(
                statements("2025-11-05 1", "2025-11-06 2", "2025-11-07 3", "2025-11-10 4"),
                IndicatorKind.FLOW,
                Aggregation.SUM,
                definition("2025-11-06"));
        assertEquals(
                List.of("05 1 1/1", "06 2 1/1 METHOD_CHANGED", "07 3 1/1", "08 - 0/1", "09 - 0/1", "10 4 1/1"),
                days(timeline));
        assertEquals(
                List.of("05 – partial 3/5 - of 3 METHOD_CHANGED NOT_AGGREGATED", "10 – partial 1/1 4 of 1"),
                weeks(timeline));
    }

    @Test
    void whatNoEstimateCanHoldIsNoSum() {
        assertEquals(
                List.of("03 – partial 2/2 - of 2 NOT_AGGREGATED"),
                weeks(timeline(IndicatorKind.FLOW, Aggregation.SUM, "2025-11-03 1000000000000000", "2025-11-04 1")));
    }

    private static List<String> days(Timeline timeline) {
        return shown(
                timeline.points(Bucket.of(timeline.first(), timeline.last(), Bucket.Length.DAY, DayOfWeek.MONDAY)));
    }

    private static List<String> shown(List<Point> points) {
        return points.stream()
                .map(point -> "%02d %s %d/%d%s"
                        .formatted(
                                point.bucket().from().getDayOfMonth(),
                                value(point),
                                point.daysCovered(),
                                point.bucket().days(),
                                flags(point)))
                .toList();
    }

    private static List<String> weeks(Timeline timeline) {
        return timeline
                .points(Bucket.of(timeline.first(), timeline.last(), Bucket.Length.WEEK, DayOfWeek.MONDAY))
                .stream()
                .map(point -> "%02d – %s %d/%d %s of %d%s"
                        .formatted(
                                point.bucket().from().getDayOfMonth(),
                                point.bucket().isPartial() ? "partial" : "whole",
                                point.daysCovered(),
                                point.bucket().days(),
                                value(point),
                                point.parts().size(),
                                flags(point)))
                .toList();
    }

    private static String value(Point point) {
        return point.value() == null ? "-" : point.value().toString();
    }

    private static String flags(Point point) {
        return point.flags().stream().map(flag -> " " + flag).collect(Collectors.joining());
    }
}
