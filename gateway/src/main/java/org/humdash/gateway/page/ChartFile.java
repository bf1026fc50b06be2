package org.humdash.gateway.page;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.humdash.gateway.page.Chart.Amount;
import org.humdash.gateway.page.Chart.Point;
import org.humdash.gateway.page.Chart.Source;
import org.humdash.vocabulary.export.Column;
import org.humdash.vocabulary.export.Column.Kind;
import org.humdash.vocabulary.export.ExportFormat;
import org.humdash.vocabulary.export.TableLayout;
import org.humdash.vocabulary.export.TableWriter;

/** The points of a chart as CSV, with HXL hashtags below the header. */
final class ChartFile {

    private static final List<Column> COLUMNS = List.of(
            new Column("period_from", "#date+start", Kind.DATE),
            new Column("period_to", "#date+end", Kind.DATE),
            new Column("category", "#indicator+category", Kind.TEXT),
            new Column("figure", "#indicator+name", Kind.TEXT),
            new Column("value", "#indicator+value+text", Kind.TEXT),
            new Column("lower", "#indicator+value+min", Kind.NUMBER),
            new Column("best", "#indicator+value", Kind.NUMBER),
            new Column("upper", "#indicator+value+max", Kind.NUMBER),
            new Column("qualifier", "#indicator+value+qualifier", Kind.TEXT),
            new Column("unit", "#indicator+unit", Kind.TEXT),
            new Column("stated_by", "#meta+source", Kind.TEXT),
            new Column("published_by", "#meta+publisher", Kind.TEXT),
            new Column("url", "#meta+url", Kind.TEXT));

    private ChartFile() {}

    static void write(Chart chart, Words words, OutputStream out) throws IOException {
        try (TableWriter table = ExportFormat.HXL.writer(out, new TableLayout("chart", COLUMNS))) {
            for (Point point : chart.points()) {
                Amount amount = point.amount();
                table.date(point.from())
                        .date(point.to())
                        .text(point.category())
                        .text(point.series())
                        .text(amount.text().text())
                        .number(amount.lower())
                        .number(amount.best())
                        .number(amount.upper())
                        .text(amount.qualifier())
                        .text(amount.unit());
                source(point.source(), words, table);
                table.endRow();
            }
            table.finish();
        }
    }

    private static void source(Source source, Words words, TableWriter table) throws IOException {
        if (source == null) {
            table.text(words.say("page.charts.here")).skip().skip();
        } else {
            table.text(source.originator().text())
                    .text(source.publisher() == null ? null : source.publisher().text())
                    .text(source.url());
        }
    }
}
