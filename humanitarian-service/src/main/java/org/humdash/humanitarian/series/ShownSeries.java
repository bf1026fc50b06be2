package org.humdash.humanitarian.series;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import org.humdash.humanitarian.indicator.DefinitionHistory;

/**
 * One series as it is shown.
 *
 * @param newest the last statement up to the end of the days asked for
 */
record ShownSeries(
        SeriesKey key,
        DefinitionHistory definition,
        Timeline timeline,
        Statement newest,
        List<Change> changes,
        List<Point> points) {

    /** Empty when no figure of the series lies in the days asked for. */
    static Optional<ShownSeries> of(SourceSeries series, SeriesQuestion question, UnreportedDates unreported) {
        NavigableSet<LocalDate> silent = unreported.of(series.key().originator());
        DefinitionHistory definition =
                question.indicator().history(series.key().definition()).orElseThrow();
        Timeline timeline = new Timeline(
                Statement.of(series.figures()),
                question.indicator().kind(),
                question.indicator().aggregation(),
                definition);
        LocalDate from = question.from() == null ? timeline.first() : question.from();
        LocalDate to = question.to() == null ? timeline.last() : question.to();
        if (timeline.last().isBefore(from)) {
            return Optional.empty();
        }
        Statement newest = timeline.statements().getLast();
        return Optional.of(new ShownSeries(
                series.key().withoutNaming(question.hiddenHazards()),
                definition,
                timeline,
                newest,
                List.of(Change.of(timeline, newest, Change.Span.WEEK), Change.of(timeline, newest, Change.Span.MONTH)),
                timeline.points(Bucket.of(from, to, question.length(), question.weekStart())).stream()
                        .map(point -> point.withUnreported(UnreportedDates.named(silent, point)))
                        .toList()));
    }
}
