package org.humdash.humanitarian.series;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.humdash.humanitarian.indicator.Aggregation;
import org.humdash.humanitarian.indicator.DefinitionHistory;
import org.humdash.humanitarian.indicator.IndicatorKind;
import org.humdash.humanitarian.indicator.IndicatorSummary;
import org.humdash.humanitarian.observation.Disaggregation;
import org.humdash.humanitarian.source.SourceSummary;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.estimate.EstimateView;
import org.humdash.vocabulary.estimate.Qualifier;
import org.humdash.vocabulary.text.BilingualText;

/**
 * The series of an indicator in an area, one for each source and definition. They come while they are read, so an answer
 * of any length needs the memory of what one source stated.
 *
 * @param from the first day asked for; null when each series begins with its first figure
 * @param to the last day asked for; null when each series ends with its last figure
 * @param flags what the flags of the points mean
 */
record SeriesAnswer(
        IndicatorView indicator,
        String area,
        LocalDate asOf,
        Instant knownAt,
        Bucket.Length bucket,
        DayOfWeek weekStart,
        LocalDate from,
        LocalDate to,
        List<FlagView> flags,

        @Schema(type = SchemaType.ARRAY, implementation = SeriesView.class)
        Iterator<SeriesView> series) {

    private static final List<FlagView> FLAGS = Arrays.stream(PointFlag.values())
            .map(flag -> new FlagView(flag, flag.text()))
            .toList();

    /** The indicator as far as a reader of its series needs it. */
    record IndicatorView(String code, BilingualText name, String unit, IndicatorKind kind, Aggregation aggregation) {}

    /** What a flag means. */
    record FlagView(PointFlag code, BilingualText text) {}

    /**
     * One series: what one source stated, by one definition, about one hazard or none, of all or of one part.
     *
     * @param disaggregation the part its figures are limited to; null when they are about all
     * @param latest the newest statement of it in the days asked for
     * @param changes the newest statement beside those of a week and a month earlier
     * @param points ascending and without gaps between their days
     */
    record SeriesView(
            SourceSummary source,
            DefinitionHistory definition,
            String hazard,
            Disaggregation disaggregation,
            FigureView latest,
            List<ChangeView> changes,
            List<PointView> points) {

        static SeriesView of(ShownSeries series, SeriesQuestion question, Map<String, SourceSummary> sources) {
            String unit = question.indicator().unitSuffix();
            return new SeriesView(
                    sources.get(series.key().originator()),
                    series.definition(),
                    series.key().hazard(),
                    series.key().part(),
                    FigureView.of(series, series.newest(), unit),
                    series.changes().stream()
                            .map(change -> ChangeView.of(series, change, unit))
                            .toList(),
                    series.points().stream().map(PointView::of).toList());
        }
    }

    /**
     * A statement with all that has to be known of it.
     *
     * @param definitionVersion the version of the definition it follows
     * @param others how many further observations of the originator say it: relays, and repetitions about the same period
     */
    record FigureView(
            EstimateView value,
            LocalDate validFrom,
            LocalDate validTo,
            LocalDate publishedOn,
            String originator,
            String publisher,
            String definition,
            int definitionVersion,
            int others,
            UUID observation) {

        static FigureView of(ShownSeries series, Statement statement, String unit) {
            Figure figure = statement.figure();
            return new FigureView(
                    EstimateView.of(figure.estimate(), unit),
                    figure.validFrom(),
                    figure.validTo(),
                    figure.publishedOn(),
                    series.key().originator(),
                    figure.publisher(),
                    series.key().definition(),
                    series.timeline().version(statement),
                    statement.others(),
                    figure.observation());
        }
    }

    /**
     * How the newest statement differs from an earlier one of the series.
     *
     * @param day the day on which the period of the earlier one has to end
     * @param then null where there is none of just that day; nothing is interpolated
     * @param difference null without an earlier one, and where the two follow different versions of the definition
     */
    record ChangeView(Change.Span against, LocalDate day, FigureView then, Difference difference) {

        static ChangeView of(ShownSeries series, Change change, String unit) {
            return new ChangeView(
                    change.against(),
                    change.day(),
                    change.then() == null ? null : FigureView.of(series, change.then(), unit),
                    change.difference());
        }
    }

    /**
     * One day, week or month. What is said of the figures is left out for a gap.
     *
     * @param partial whether the series holds only some of the days of the week or month
     * @param daysCovered of a flow, how many of its days are in the periods of the figures the value is
     *     made of; of anything else, on how many of its days the period of a figure ends
     * @param value null for a gap, and where figures cannot be put together; a stated zero is EXACT 0
     * @param figures how many statements the value is made of
     * @param others how many further observations say the same: relays, and repetitions about the same period
     * @param observation the one figure that is the value, with its publisher and day of publication; left out where the
     *     value is made of several
     * @param unreported days of it on which the source is recorded as not having reported on the indicator; left out where
     *     there is none, and for a day that has a figure
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PointView(
            LocalDate from,
            LocalDate to,
            boolean partial,
            int days,
            int daysCovered,
            @JsonInclude(JsonInclude.Include.ALWAYS) ValueView value,
            int figures,
            Integer others,
            LocalDate validFrom,
            LocalDate validTo,
            Integer definitionVersion,
            UUID observation,
            String publisher,
            LocalDate publishedOn,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PointFlag> flags,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<LocalDate> unreported) {

        static PointView of(Point point) {
            Bucket bucket = point.bucket();
            Figure only = point.only();
            int others = point.parts().stream().mapToInt(Statement::others).sum();
            return new PointView(
                    bucket.from(),
                    bucket.to(),
                    bucket.isPartial(),
                    bucket.days(),
                    point.daysCovered(),
                    ValueView.of(point.value()),
                    point.parts().size(),
                    others == 0 ? null : others,
                    point.validFrom(),
                    point.validTo(),
                    point.version(),
                    only == null ? null : only.observation(),
                    only == null ? null : only.publisher(),
                    only == null ? null : only.publishedOn(),
                    List.copyOf(point.flags()),
                    point.unreported());
        }
    }

    /**
     * An estimate in numbers; a bound left open is left out.
     *
     * @param lowerInclusive false where the lower bound itself is excluded, else left out
     * @param upperInclusive false where the upper bound itself is excluded, else left out
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ValueView(
            Qualifier qualifier,
            BigDecimal lower,
            Boolean lowerInclusive,
            BigDecimal best,
            BigDecimal upper,
            Boolean upperInclusive) {

        static ValueView of(Estimate estimate) {
            return estimate == null
                    ? null
                    : new ValueView(
                            estimate.qualifier(),
                            estimate.lower(),
                            estimate.lower() == null || estimate.lowerInclusive() ? null : Boolean.FALSE,
                            estimate.best(),
                            estimate.upper(),
                            estimate.upper() == null || estimate.upperInclusive() ? null : Boolean.FALSE);
        }
    }

    static SeriesAnswer of(SeriesQuestion question, Iterator<SeriesView> series) {
        IndicatorSummary indicator = question.indicator();
        return new SeriesAnswer(
                new IndicatorView(
                        indicator.code(),
                        indicator.name(),
                        indicator.unit(),
                        indicator.kind(),
                        indicator.aggregation()),
                question.area(),
                question.scope().asOf(),
                question.scope().knownAt(),
                question.length(),
                question.weekStart(),
                question.from(),
                question.to(),
                FLAGS,
                series);
    }
}
