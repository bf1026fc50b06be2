package org.humdash.vocabulary.hxl;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.humdash.vocabulary.hxl.TableException.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {

    private static final Columns COLUMNS = new Columns(Set.of("reference"), Set.of("value", "text", "published_on"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reference,value\nA,1\nB,2\n",
                "reference,value\r\nA,1\r\nB,2",
                "\uFEFFreference,value\nA,1\nB,2\n",
                "reference,value\nA,1\nB,2\n\n\n",
                "reference,value\nA,1\nB,2\n,\n , \n",
                " Reference , VALUE\n A , 1\nB,\u00A02\u00A0\n",
                "\"reference\",\"value\"\n\"A\",\"1\"\n\"B\",\"2\"\n",
                "value,reference\n1,A\n2,B\n"
            })
    void sameTableIsReadFromEveryWayOfSavingIt(String csv) {
        assertEquals(
                List.of("2 A 1", "3 B 2"),
                Tables.rows(Tables.open(csv, COLUMNS)).stream()
                        .map(row -> row.number() + " " + row.text("reference") + " " + row.text("value"))
                        .toList());
    }

    @Test
    void quotedCellKeepsItsQuotesCommasAndLines() {
        CsvTable table = Tables.open("reference,text\nA,\"He said \"\"at least 738\"\",\r\nin 60 days\"\n", COLUMNS);
        assertEquals(
                "He said \"at least 738\",\r\nin 60 days",
                Tables.rows(table).getFirst().text("text"));
    }

    @Test
    void rowsAreNumberedAsASpreadsheetDoes() {
        CsvTable table = Tables.open("\nreference,text\nA,\"two\nlines\"\n\n,\nB,x\n", COLUMNS);
        assertEquals(
                List.of(3L, 6L), Tables.rows(table).stream().map(Row::number).toList());
    }

    @Test
    void tableOfAHeaderAloneHasNoRows() {
        assertEquals(List.of(), Tables.rows(Tables.open("reference", COLUMNS)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "\n\n", ",,\n , \n"})
    void fileWithNothingInItIsRefused(String csv) {
        TableException e = refusal(csv);
        assertEquals(Code.EMPTY_FILE, e.code());
        assertNull(e.row());
        assertEquals(
                "The file is empty. Its first row names the columns: [published_on, reference, text, value]",
                e.getMessage());
    }

    @Test
    void unknownColumnIsNamedWithTheNearestAndAllKnownOnes() {
        TableException e = refusal("reference,Publishedon\n");
        assertEquals(Code.UNKNOWN_COLUMN, e.code());
        assertEquals(1, e.row());
        assertEquals(
                "Row 1: Unknown column \"Publishedon\"; did you mean published_on? "
                        + "Known columns: published_on, reference, text, value",
                e.getMessage());
    }

    @Test
    void unknownColumnLikeNoOtherIsNotGuessedAt() {
        assertEquals(
                "Row 1: Unknown column \"colour\". Known columns: published_on, reference, text, value",
                refusal("reference,colour\n").getMessage());
    }

    @Test
    void columnWithoutANameIsRefused() {
        TableException e = refusal("reference,,value\n");
        assertEquals(Code.UNKNOWN_COLUMN, e.code());
        assertEquals(
                "Row 1: Column 2 has no name. Known columns: published_on, reference, text, value", e.getMessage());
    }

    @Test
    void foreignTextInAMessageIsShortAndOnOneLine() {
        String message = refusal("reference,\"a\nb\u202E\u001B" + "x".repeat(5000) + "\"\n")
                .getMessage();
        assertTrue(message.startsWith("Row 1: Unknown column \"a?b??xxx"), message);
        assertTrue(message.length() < 200, message);
    }

    @Test
    void missingColumnsAreAllNamed() {
        Columns columns = new Columns(Set.of("reference", "valid_from", "valid_to"), Set.of());
        TableException e = assertThrows(TableException.class, () -> Tables.open("valid_from\n", columns));
        assertEquals(Code.MISSING_COLUMN, e.code());
        assertEquals("Row 1: These columns are missing: reference, valid_to", e.getMessage());
    }

    @Test
    void columnThatIsThereTwiceIsRefused() {
        TableException e = refusal("reference,value,Reference\n");
        assertEquals(Code.DUPLICATE_COLUMN, e.code());
        assertEquals("Row 1: The column reference is there twice", e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"reference;value\nA;1\n", "reference\tvalue\nA\t1\n"})
    void otherSeparatorsAreRefused(String csv) {
        TableException e = refusal(csv);
        assertEquals(Code.MALFORMED_CSV, e.code());
        assertEquals("Row 1: Columns are separated by commas here, not by semicolons or tabs", e.getMessage());
    }

    @Test
    void twoHundredColumnsAreRead() {
        Set<String> names = IntStream.range(0, 200).mapToObj(i -> "c" + i).collect(Collectors.toSet());
        CsvTable table = Tables.open(String.join(",", names), new Columns(names, Set.of()));
        assertEquals(List.of(), Tables.rows(table));
    }

    @Test
    void moreColumnsAreRefused() {
        TableException e = refusal("reference" + ",x".repeat(200));
        assertEquals(Code.TOO_MANY_COLUMNS, e.code());
        assertEquals("Row 1: 201 columns; at most 200 are read", e.getMessage());
    }

    @Test
    void rowsBeforeAMalformedByteAreReadAndItsRowIsNamed() {
        byte[] csv = "reference,value\nA,1\nB,é\n".getBytes(ISO_8859_1);
        Iterator<Row> rows = Tables.open(csv, COLUMNS).iterator();
        assertEquals("A", rows.next().text("reference"));
        TableException e = assertThrows(TableException.class, rows::next);
        assertEquals(Code.NOT_UTF8, e.code());
        assertEquals(3, e.row());
        assertEquals(
                "Row 3: This is not UTF-8 text. Save the file as \"CSV UTF-8\", not as UTF-16 or in a code page",
                e.getMessage());
    }

    @Test
    void characterCutOffByTheEndOfTheFileIsRefused() {
        byte[] csv = "reference\nغ".getBytes(UTF_8);
        Iterator<Row> rows =
                Tables.open(Arrays.copyOf(csv, csv.length - 1), COLUMNS).iterator();
        assertEquals(
                Code.NOT_UTF8, assertThrows(TableException.class, rows::next).code());
    }

    @Test
    void utf16IsRefusedWithAndWithoutAMark() {
        for (byte[] csv : List.of("reference\nA\n".getBytes(UTF_16), "reference\nA\n".getBytes(UTF_16LE))) {
            TableException e = assertThrows(TableException.class, () -> Tables.open(csv, COLUMNS));
            assertEquals(Code.NOT_UTF8, e.code());
            assertEquals(1, e.row());
        }
    }

    @Test
    void nulByteIsRefused() {
        Iterator<Row> rows =
                Tables.open("reference,value\nA,1\nB,\0\n", COLUMNS).iterator();
        assertEquals(2, rows.next().number());
        assertEquals(
                Code.NOT_UTF8, assertThrows(TableException.class, rows::next).code());
    }

    @Test
    void textAfterAClosingQuoteIsRefused() {
        Iterator<Row> rows = Tables.open("reference,text\nA,x\nB,\"at \"least\" 738\"\n", COLUMNS)
                .iterator();
        assertEquals(2, rows.next().number());
        TableException e = assertThrows(TableException.class, rows::next);
        assertEquals(Code.MALFORMED_CSV, e.code());
        assertEquals(3, e.row());
        assertEquals(
                "Row 3: The quotes do not add up. A cell that holds a quote is quoted itself, and its quotes are doubled",
                e.getMessage());
    }

    @Test
    void quoteOpenAtTheEndOfTheFileIsRefused() {
        Iterator<Row> rows = Tables.open("reference,text\nA,\"x\n", COLUMNS).iterator();
        TableException e = assertThrows(TableException.class, rows::next);
        assertEquals(Code.MALFORMED_CSV, e.code());
        assertEquals(2, e.row());
    }

    @Test
    void quoteThatIsNeverClosedIsGivenUpEarly() {
        EndlessFile large = new EndlessFile("reference,text\nA,x\nB,\"never closed\n", "C,x\n");
        Iterator<Row> rows = CsvTable.open(large, COLUMNS).iterator();
        assertEquals("A", rows.next().text("reference"));
        TableException e = assertThrows(TableException.class, rows::next);
        assertEquals(Code.CELL_TOO_LONG, e.code());
        assertEquals(3, e.row());
        assertEquals(
                "Row 3: A cell is longer than 10000 characters; is a quote opened here and never closed?",
                e.getMessage());
        assertTrue(large.count < 200_000, () -> large.count + " bytes were read");
    }

    @Test
    void rowsAreHandedOutBeforeTheFileHasBeenRead() {
        EndlessFile large = new EndlessFile("reference,value\n", "A,1\n");
        Iterator<Row> rows = CsvTable.open(large, COLUMNS).iterator();
        for (int row = 2; row <= 10_001; row++) {
            assertEquals(row, rows.next().number());
        }
        assertTrue(rows.hasNext());
        assertTrue(large.count < 10_000 * 4 + 100_000, () -> large.count + " bytes were read");
    }

    @Test
    void rowOfAMillionCellsIsOneWrongRow() {
        CsvTable table = Tables.open("reference,value\n" + ",x".repeat(1_000_000) + "\nB,2\n", COLUMNS);
        List<Row> rows = Tables.rows(table);
        assertEquals(
                List.of(new RowProblem(2, null, "WRONG_CELL_COUNT", "The header has 2 cells, this row 1000001")),
                rows.getFirst().problems());
        assertEquals("B", rows.getLast().text("reference"));
    }

    @Test
    void tableIsGoneThroughOnce() {
        CsvTable table = Tables.open("reference\nA\n", COLUMNS);
        Iterator<Row> rows = table.iterator();
        rows.next();
        assertFalse(rows.hasNext());
        assertThrows(NoSuchElementException.class, rows::next);
        assertThrows(IllegalStateException.class, table::iterator);
    }

    @Test
    void closingClosesTheStream() {
        EndlessFile stream = new EndlessFile("reference\n", "A\n");
        CsvTable.open(stream, COLUMNS).close();
        assertTrue(stream.isClosed);
    }

    @Test
    void failureOfTheStreamIsNotTakenForABadFile() {
        IOException reset = new IOException("Connection reset");
        InputStream broken =
                new SequenceInputStream(new ByteArrayInputStream("reference\nA\n".getBytes(UTF_8)), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw reset;
                    }
                });
        Iterator<Row> rows = CsvTable.open(broken, COLUMNS).iterator();
        UncheckedIOException e = assertThrows(UncheckedIOException.class, () -> rows.forEachRemaining(row -> {}));
        assertSame(reset, e.getCause());
    }

    @Test
    void failureOfTheServerBehindTheStreamIsPassedOn() {
        IllegalStateException tooLarge = new IllegalStateException("Body too large");
        InputStream broken = new InputStream() {
            @Override
            public int read() {
                throw tooLarge;
            }
        };
        Iterator<Row> rows =
                CsvTable.open(after("reference\nA\n", broken), COLUMNS).iterator();
        assertSame(tooLarge, assertThrows(IllegalStateException.class, () -> rows.forEachRemaining(row -> {})));
    }

    /** A file that is never held anywhere: a beginning, then one line over and over until the size is reached. */
    private static final class EndlessFile extends InputStream {

        private static final long SIZE = 200_000_000;

        private final byte[] beginning;
        private final byte[] line;
        private long count;
        private boolean isClosed;

        EndlessFile(String beginning, String line) {
            this.beginning = beginning.getBytes(UTF_8);
            this.line = line.getBytes(UTF_8);
        }

        @Override
        public int read() {
            if (count >= SIZE) {
                return -1;
            }
            long at = count++;
            return at < beginning.length ? beginning[(int) at] : line[(int) ((at - beginning.length) % line.length)];
        }

        @Override
        public void close() {
            isClosed = true;
        }
    }

    private static InputStream after(String text, InputStream rest) {
        return new SequenceInputStream(new ByteArrayInputStream(text.getBytes(UTF_8)), rest);
    }

    private static TableException refusal(String csv) {
        return assertThrows(TableException.class, () -> Tables.open(csv, COLUMNS));
    }
}
