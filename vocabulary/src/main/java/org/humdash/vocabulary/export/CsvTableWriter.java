package org.humdash.vocabulary.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.CsvWriter.CsvWriterRecord;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** CSV: UTF-8, commas, quotes only where needed, a line feed after each row. */
final class CsvTableWriter extends TableWriter {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int BUFFER = 32_768;

    /** A character no cell has: without it a hashtag at the start of a row would be quoted. */
    private static final char NO_COMMENTS = '\0';

    private final CsvWriter csv;
    private CsvWriterRecord row;

    private CsvTableWriter(CsvWriter csv, TableLayout layout) {
        super(layout);
        this.csv = csv;
    }

    static TableWriter csv(OutputStream out, TableLayout layout, boolean withMark) throws IOException {
        return open(out, layout, withMark, false);
    }

    /** With the row of hashtags below the header, empty for a column that has none. */
    static TableWriter hxl(OutputStream out, TableLayout layout, boolean withMark) throws IOException {
        if (layout.columns().stream().allMatch(column -> column.tag() == null)) {
            throw new IllegalArgumentException("No column of " + layout.name() + " has an HXL hashtag");
        }
        return open(out, layout, withMark, true);
    }

    private static TableWriter open(OutputStream out, TableLayout layout, boolean withMark, boolean withTags)
            throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        if (withMark) {
            writer.write(BYTE_ORDER_MARK);
        }
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .commentCharacter(NO_COMMENTS)
                .bufferSize(BUFFER)
                .build(writer);
        List<Column> columns = layout.columns();
        try {
            csv.writeRecord(columns.stream().map(Column::name).toList());
            if (withTags) {
                csv.writeRecord(columns.stream().map(Column::tag).toList());
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return new CsvTableWriter(csv, layout);
    }

    @Override
    void writeText(int column, String text) throws IOException {
        writeCell(column, Formulas.escape(Characters.shown(text)));
    }

    @Override
    void writeNumber(int column, long number) throws IOException {
        writeCell(column, Long.toString(number));
    }

    @Override
    void writeNumber(int column, double number) throws IOException {
        writeCell(column, PlainNumber.of(number));
    }

    @Override
    void writeNumber(int column, BigDecimal number) throws IOException {
        writeCell(column, PlainNumber.of(number));
    }

    @Override
    void writeDate(int column, LocalDate date) throws IOException {
        writeCell(column, date.toString());
    }

    @Override
    void writeInstant(int column, Instant instant) throws IOException {
        writeCell(column, instant.toString());
    }

    @Override
    void writeNothing(int column) throws IOException {
        writeCell(column, null);
    }

    @Override
    void writeRowEnd() throws IOException {
        try {
            row.endRecord();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    void writeEnd() throws IOException {
        csv.flush();
    }

    private void writeCell(int column, String cell) throws IOException {
        try {
            if (column == 0) {
                row = csv.writeRecord();
            }
            row.writeField(cell);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
