package org.humdash.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.humdash.vocabulary.export.Column;
import org.humdash.vocabulary.export.Column.Kind;
import org.humdash.vocabulary.export.ExportFormat;
import org.humdash.vocabulary.export.TableLayout;
import org.humdash.vocabulary.export.TableWriter;

/** The same observations as files: to import, as CSV with or without HXL tags, and for COPY. */
final class ObservationFiles {

    static final TableLayout OBSERVATION = new TableLayout(
            "observation",
            List.of(
                    number("revision_id", null),
                    text("id", null),
                    number("revision", null),
                    new Column("recorded_at", null, Kind.INSTANT),
                    text("revision_reason", null),
                    text("sensitivity", null),
                    text("indicator", null),
                    text("area", null),
                    text("originator", null),
                    text("publisher", null),
                    text("reference", null),
                    text("definition", null),
                    text("qualifier", null),
                    number("lower", null),
                    text("lower_inclusive", null),
                    number("best", null),
                    number("upper", null),
                    text("upper_inclusive", null),
                    date("valid_from", null),
                    date("valid_to", null),
                    date("published_on", null),
                    text("url", null),
                    text("verbatim", null),
                    text("language", null),
                    text("fingerprint", null)));

    private static final TableLayout IMPORT = new TableLayout(
            "observations",
            List.of(
                    text("indicator", "#indicator+code"),
                    text("area", "#adm+code+v_pcode"),
                    text("originator", "#meta+source+original"),
                    text("publisher", "#meta+source+publisher"),
                    text("reference", "#meta+id+ref"),
                    text("value", "#value"),
                    date("valid_from", "#date+start"),
                    date("valid_to", "#date+end"),
                    date("published_on", "#date+reported"),
                    text("url", "#meta+source+url"),
                    text("text", "#meta+text"),
                    text("language", "#meta+language"),
                    text("sensitivity", "#meta+sensitivity")));

    /** A file to import, of our own columns. */
    void writeCsv(Path file, long rows) throws IOException {
        write(file, ExportFormat.CSV, IMPORT, rows, ObservationFiles::importRow);
    }

    /** The same with a row of HXL tags. */
    void writeHxl(Path file, long rows) throws IOException {
        write(file, ExportFormat.HXL, IMPORT, rows, ObservationFiles::importRow);
    }

    /** A file for {@code COPY observation}, of the columns of {@link #OBSERVATION}, with a header. */
    void writeObservations(Path file, long rows) throws IOException {
        write(file, ExportFormat.CSV, OBSERVATION, rows, ObservationFiles::observationRow);
    }

    private interface RowOf {
        void write(ObservationSample sample, TableWriter table) throws IOException;
    }

    private static void write(Path file, ExportFormat format, TableLayout layout, long rows, RowOf row)
            throws IOException {
        ObservationSamples samples = new ObservationSamples(rows);
        try (OutputStream out = Files.newOutputStream(file);
                TableWriter table = format.writer(out, layout)) {
            for (long number = 1; number <= rows; number++) {
                row.write(samples.at(number), table);
                table.endRow();
            }
            table.finish();
        }
    }

    private static void importRow(ObservationSample sample, TableWriter table) throws IOException {
        table.text(sample.indicator())
                .text(sample.area())
                .text(sample.originator())
                .text(sample.publisher())
                .text(sample.reference())
                .text(sample.value())
                .date(sample.day())
                .date(sample.day())
                .date(sample.publishedOn())
                .text(sample.url())
                .text(sample.text())
                .text(sample.language())
                .text(sample.sensitivity());
    }

    private static void observationRow(ObservationSample sample, TableWriter table) throws IOException {
        table.number(sample.number())
                .text(sample.id().toString())
                .number(1)
                .instant(sample.recordedAt())
                .text("NEW")
                .text(sample.sensitivity())
                .text(sample.indicator())
                .text(sample.area())
                .text(sample.originator())
                .text(sample.publisher())
                .text(sample.reference())
                .text(sample.indicator())
                .text(sample.precision().name());
        figure(sample.lower(), table);
        table.text("t");
        figure(sample.best(), table);
        figure(sample.upper(), table);
        table.text("t")
                .date(sample.day())
                .date(sample.day())
                .date(sample.publishedOn())
                .text(sample.url())
                .text(sample.text())
                .text(sample.language())
                .text(sample.fingerprint().toString());
    }

    private static void figure(Long figure, TableWriter table) throws IOException {
        if (figure == null) {
            table.skip();
        } else {
            table.number(figure);
        }
    }

    private static Column text(String name, String tag) {
        return new Column(name, tag, Kind.TEXT);
    }

    private static Column number(String name, String tag) {
        return new Column(name, tag, Kind.NUMBER);
    }

    private static Column date(String name, String tag) {
        return new Column(name, tag, Kind.DATE);
    }
}
