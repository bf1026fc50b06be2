package org.humdash.vocabulary.hxl;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.humdash.vocabulary.hxl.CellCollector.Cells;
import org.humdash.vocabulary.hxl.TableException.Code;

/**
 * A CSV file read row by row, in memory that does not grow with the file.
 *
 * <pre>{@code
 * try (CsvTable table = CsvTable.open(body, new Columns(Set.of("reference"), Set.of("value")))) {
 *     for (Row row : table) {
 *         String reference = row.required("reference");
 *         Estimate value = row.estimate("value");
 *         if (row.refused()) {
 *             problems.addAll(row.problems());
 *         }
 *     }
 * }
 * }</pre>
 *
 * <p>The file is UTF-8, with or without a byte-order mark, separated by commas and quoted by {@code "}, with any line
 * ends. Rows of nothing but empty cells, which spreadsheets leave behind, are passed over but counted, so that
 * {@link Row#number()} is what a spreadsheet shows. A fault of the file as a whole is a {@link TableException}, thrown
 * by {@link #open} or on the way; a fault of one row is a {@link RowProblem} of that {@link Row}.
 */
public final class CsvTable implements AutoCloseable, Iterable<Row> {

    /** The most columns a file may have. */
    public static final int MOST_COLUMNS = 200;

    /** The most characters a cell may have before its row is refused. */
    public static final int LONGEST_CELL = 10_000;

    /** Characters of one cell read before giving up on the file: the sign of a quote that is never closed. */
    private static final int MOST_BUFFERED = 65_536;

    private final CsvReader<Cells> reader;
    private final Iterator<Cells> records;
    private final Header header;
    private long number;
    private boolean isIterated;

    private CsvTable(InputStream csv, Columns columns) {
        reader = CsvReader.builder()
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(MOST_BUFFERED)
                .build(new CellCollector(MOST_COLUMNS, LONGEST_CELL), new StrictReader(csv, StandardCharsets.UTF_8));
        records = reader.iterator();
        header = readHeader(columns);
    }

    /**
     * Reads and checks the header, the first row that holds something.
     *
     * @param csv closed by {@link #close()}, but not if this method throws
     * @throws TableException if the file has no header or one that does not fit the columns
     */
    public static CsvTable open(InputStream csv, Columns columns) {
        return new CsvTable(csv, columns);
    }

    /**
     * The rows below the header. They can be gone through once.
     *
     * @throws IllegalStateException if asked for a second time
     */
    @Override
    public Iterator<Row> iterator() {
        if (isIterated) {
            throw new IllegalStateException("A table is read once");
        }
        isIterated = true;
        return new Rows();
    }

    /** Closes the stream. */
    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Header readHeader(Columns columns) {
        Cells names = next();
        if (names == null) {
            throw new TableException(
                    Code.EMPTY_FILE, null, "The file is empty. Its first row names the columns: " + columns.all());
        }
        if (names.count() > MOST_COLUMNS) {
            throw new TableException(
                    Code.TOO_MANY_COLUMNS, number, names.count() + " columns; at most " + MOST_COLUMNS + " are read");
        }
        return Header.of(number, names.values(), columns);
    }

    /** The next record that holds something, or null at the end. */
    private Cells next() {
        try {
            while (records.hasNext()) {
                Cells cells = records.next();
                number++;
                if (!cells.areBlank()) {
                    return cells;
                }
            }
            return null;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw new TableException(
                        Code.NOT_UTF8,
                        number + 1,
                        "This is not UTF-8 text. Save the file as \"CSV UTF-8\", not as UTF-16 or in a code page",
                        e);
            }
            throw e;
        } catch (CsvParseException e) {
            throw malformed(e);
        }
    }

    private TableException malformed(CsvParseException e) {
        if (e.getCause() instanceof RuntimeException failureOfTheStream) {
            throw failureOfTheStream;
        }
        // Running out of buffer has no exception type of its own.
        if (e.getMessage().startsWith("The maximum buffer size")) {
            return new TableException(
                    Code.CELL_TOO_LONG,
                    number + 1,
                    "A cell is longer than " + LONGEST_CELL + " characters; is a quote opened here and never closed?",
                    e);
        }
        return new TableException(
                Code.MALFORMED_CSV,
                number + 1,
                "The quotes do not add up. A cell that holds a quote is quoted itself, and its quotes are doubled",
                e);
    }

    /** Reads no further than asked, so that a fault in one row does not take the row before it away. */
    private final class Rows implements Iterator<Row> {

        private Cells upcoming;

        @Override
        public boolean hasNext() {
            if (upcoming == null) {
                upcoming = CsvTable.this.next();
            }
            return upcoming != null;
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Row row = new Row(number, header, upcoming);
            upcoming = null;
            return row;
        }
    }
}
