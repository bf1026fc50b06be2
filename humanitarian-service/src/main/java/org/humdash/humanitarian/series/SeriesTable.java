package org.humdash.humanitarian.series;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.humdash.humanitarian.indicator.IndicatorSummary;
import org.humdash.humanitarian.observation.Disaggregation;
import org.humdash.humanitarian.source.SourceSummary;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.export.Column;
import org.humdash.vocabulary.export.Column.Kind;
import org.humdash.vocabulary.export.ExportFormat;
import org.humdash.vocabulary.export.TableLayout;
import org.humdash.vocabulary.export.TableWriter;

/** The points of series as a table, a row for each; gaps are rows without numbers. */
final class SeriesTable {

    /** What the file is called. */
    static final String NAME = "series";

    private static final List<Column> COLUMNS = List.of(
            new Column("indicator", "#indicator+code", Kind.TEXT),
            new Column("unit", "#meta+unit", Kind.TEXT),
            new Column("area", "#loc+code+v_pcode", Kind.TEXT),
            new Column("originator", "#meta+source+original", Kind.TEXT),
            new Column("originator_name", "#meta+source+name", Kind.TEXT),
            new Column("definition", "#meta+definition", Kind.TEXT),
            new Column("definition_version", "#meta+definition+version", Kind.NUMBER),
            new Column("hazard", "#crisis+code", Kind.TEXT),
            new Column("disaggregation", "#meta+disaggregation", Kind.TEXT),
            new Column("from", "#date+start", Kind.DATE),
            new Column("to", "#date+end", Kind.DATE),
            new Column("partial", "#meta+partial", Kind.TEXT),
            new Column("days", "#meta+days+num", Kind.NUMBER),
            new Column("days_covered", "#meta+days+covered+num", Kind.NUMBER),
            new Column("qualifier", "#meta+qualifier", Kind.TEXT),
            new Column("lower", "#indicator+num+min", Kind.NUMBER),
            new Column("best", "#indicator+num+best", Kind.NUMBER),
            new Column("upper", "#indicator+num+max", Kind.NUMBER),
            new Column("figures", "#meta+figures+num", Kind.NUMBER),
            new Column("valid_from", "#date+valid+start", Kind.DATE),
            new Column("valid_to", "#date+valid+end", Kind.DATE),
            new Column("publisher", "#meta+source+publisher", Kind.TEXT),
            new Column("published_on", "#date+reported", Kind.DATE),
            new Column("flags", "#meta+flags", Kind.TEXT));

    private SeriesTable() {}

    static void write(
            SeriesQuestion question,
            Iterator<ShownSeries> series,
            Map<String, SourceSummary> sources,
            ExportFormat format,
            OutputStream out)
            throws IOException {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("asOf", question.scope().asOf().toString());
        about.put("knownAt", question.scope().knownAt().toString());
        try (TableWriter table = format.writer(out, new TableLayout(NAME, COLUMNS, about))) {
            while (series.hasNext()) {
                ShownSeries next = series.next();
                String name = sources.get(next.key().originator()).name().en();
                for (Point point : next.points()) {
                    row(question, next.key(), name, point, table);
                }
            }
            table.finish();
        }
    }

    private static void row(SeriesQuestion question, SeriesKey key, String name, Point point, TableWriter table)
            throws IOException {
        IndicatorSummary indicator = question.indicator();
        Estimate value = point.value();
        Figure only = point.only();
        table.text(indicator.code())
                .text(indicator.unit())
                .text(question.area())
                .text(key.originator())
                .text(name)
                .text(key.definition());
        if (point.version() == null) {
            table.skip();
        } else {
            table.number(point.version());
        }
        table.text(key.hazard())
                .text(part(key.part()))
                .date(point.bucket().from())
                .date(point.bucket().to())
                .text(Boolean.toString(point.bucket().isPartial()))
                .number(point.bucket().days())
                .number(point.daysCovered())
                .text(value == null ? null : value.qualifier().name())
                .number(value == null ? null : value.lower())
                .number(value == null ? null : value.best())
                .number(value == null ? null : value.upper())
                .number(point.parts().size())
                .date(point.validFrom())
                .date(point.validTo())
                .text(only == null ? null : only.publisher())
                .date(only == null ? null : only.publishedOn())
                .text(point.flags().stream().map(Enum::name).collect(Collectors.joining(" ")))
                .endRow();
    }

    /** As in the view reporting.observation: "FEMALE, CHILD". */
    private static String part(Disaggregation part) {
        return part == null
                ? null
                : Stream.of(part.sex(), part.age(), part.cause(), part.shelterType())
                        .filter(Objects::nonNull)
                        .map(Enum::name)
                        .collect(Collectors.joining(", "));
    }
}
