package org.humdash.vocabulary.export;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.humdash.vocabulary.export.Column.Kind;

/**
 * Writes a table row by row, in memory that does not grow with it.
 *
 * <pre>{@code
 * TableLayout layout = new TableLayout("incidents", List.of(
 *         new Column("reference", "#meta+id+ref", Kind.TEXT),
 *         new Column("occurred_from", "#date+occurred+start", Kind.DATE),
 *         new Column("killed_lower", "#affected+killed+min", Kind.NUMBER)));
 * try (TableWriter table = ExportFormat.HXL.writer(out, layout)) {
 *     table.text("gmo-1").date(LocalDate.of(2025, 10, 28)).number(3).endRow();
 *     table.text("gmo-2").date(LocalDate.of(2025, 10, 29)).skip().endRow();
 *     table.finish();
 * }
 * }</pre>
 *
 * <p>The cells of a row are given in the order of the columns. What is unknown is {@link #skip skipped} and stays empty:
 * null, in the formats that have it. A null, and an empty text, is skipped too.
 *
 * <p>Only {@link #finish} makes the table whole. A writer closed without it, because reading the rows failed, leaves a
 * file that can be told from a finished one wherever the format has an end; a CSV has none, so that whoever serves it
 * has to break the connection off.
 *
 * <p>Every method throws {@link IllegalStateException} for cells out of place: of another kind than the column's, too
 * many or too few in a row, or after the end; and {@link IOException} when the stream refuses.
 */
public abstract class TableWriter implements AutoCloseable {

    private final List<Column> columns;
    private final Kind[] kinds;
    private int next;
    private boolean isFinished;

    TableWriter(TableLayout layout) {
        columns = layout.columns();
        kinds = columns.stream().map(Column::kind).toArray(Kind[]::new);
    }

    /** The next cell of a TEXT column. Characters that no table can hold are replaced by U+FFFD. */
    public final TableWriter text(String text) throws IOException {
        if (text == null || text.isEmpty()) {
            return skip();
        }
        expect(Kind.TEXT);
        writeText(next++, text);
        return this;
    }

    /** The next cell of a NUMBER column. */
    public final TableWriter number(long number) throws IOException {
        expectNumber();
        writeNumber(next++, number);
        return this;
    }

    /**
     * The next cell of a NUMBER, LATITUDE or LONGITUDE column, with as many digits as tell it from its neighbours.
     *
     * @throws IllegalArgumentException for what is not a number, or infinite
     */
    public final TableWriter number(double number) throws IOException {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("Not a number that can be written: " + number);
        }
        expectNumber();
        writeNumber(next++, number);
        return this;
    }

    /** The next cell of a NUMBER column, all digits kept. */
    public final TableWriter number(BigDecimal number) throws IOException {
        if (number == null) {
            return skip();
        }
        expectNumber();
        writeNumber(next++, number);
        return this;
    }

    /** The next cell of a DATE column. */
    public final TableWriter date(LocalDate date) throws IOException {
        if (date == null) {
            return skip();
        }
        expect(Kind.DATE);
        writeDate(next++, date);
        return this;
    }

    /** The next cell of an INSTANT column. */
    public final TableWriter instant(Instant instant) throws IOException {
        if (instant == null) {
            return skip();
        }
        expect(Kind.INSTANT);
        writeInstant(next++, instant);
        return this;
    }

    /** Leaves the next cell empty, whatever its column holds. */
    public final TableWriter skip() throws IOException {
        expectCell();
        writeNothing(next++);
        return this;
    }

    /** Ends the row; each of its cells has been given. */
    public final void endRow() throws IOException {
        if (isFinished) {
            throw new IllegalStateException("The table is finished");
        }
        if (next != kinds.length) {
            throw new IllegalStateException(
                    "The row ends before " + columns.get(next).name());
        }
        writeRowEnd();
        next = 0;
    }

    /** Writes what follows the last row and hands everything to the stream, which stays open. */
    public final void finish() throws IOException {
        if (next != 0 || isFinished) {
            throw new IllegalStateException("A table ends once, after a whole row");
        }
        writeEnd();
        isFinished = true;
        // No cell fits any more.
        next = kinds.length;
    }

    /** Lets go of what the writer holds. It completes nothing, and the stream stays open. */
    @Override
    public void close() {}

    abstract void writeText(int column, String text) throws IOException;

    abstract void writeNumber(int column, long number) throws IOException;

    abstract void writeNumber(int column, double number) throws IOException;

    abstract void writeNumber(int column, BigDecimal number) throws IOException;

    abstract void writeDate(int column, LocalDate date) throws IOException;

    abstract void writeInstant(int column, Instant instant) throws IOException;

    abstract void writeNothing(int column) throws IOException;

    abstract void writeRowEnd() throws IOException;

    abstract void writeEnd() throws IOException;

    private void expect(Kind kind) {
        expectCell();
        if (kinds[next] != kind) {
            throw outOfPlace(kind.name());
        }
    }

    private void expectNumber() {
        expectCell();
        if (kinds[next] == Kind.TEXT || kinds[next] == Kind.DATE || kinds[next] == Kind.INSTANT) {
            throw outOfPlace("a number");
        }
    }

    private void expectCell() {
        if (next >= kinds.length) {
            throw new IllegalStateException(
                    isFinished ? "The table is finished" : "The row has " + kinds.length + " cells already");
        }
    }

    private IllegalStateException outOfPlace(String what) {
        Column column = columns.get(next);
        return new IllegalStateException(column.name() + " holds " + column.kind() + " and not " + what);
    }
}
