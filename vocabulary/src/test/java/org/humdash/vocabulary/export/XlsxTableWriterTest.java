package org.humdash.vocabulary.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.humdash.vocabulary.export.Column.Kind;
import org.humdash.vocabulary.export.XlsxTableWriter.SheetLimit;
import org.junit.jupiter.api.Test;

class XlsxTableWriterTest {

    private static final String TEXT = "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">";

    @Test
    void cellsAreRealDatesNumbersAndTexts() throws IOException {
        String sheet = part(
                Exports.bytes(ExportFormat.XLSX, Exports.INCIDENTS, Exports::incidents), "xl/worksheets/sheet1.xml");
        assertEquals(
                "<row r=\"2\"><c r=\"A2" + TEXT + "gmo-1</t></is></c><c r=\"B2\" s=\"1\"><v>45958</v></c>"
                        + "<c r=\"C2\"><v>31.5</v></c><c r=\"D2\"><v>-34.4667</v></c><c r=\"E2\"><v>3</v></c>"
                        + "<c r=\"F2" + TEXT + "Souq \"al-Zawiya\", غزة</t></is></c>"
                        + "<c r=\"G2\" s=\"2\"><v>46010.35416805556</v></c></row>"
                        + "<row r=\"3\"><c r=\"A3" + TEXT + "gmo-2</t></is></c></row></sheetData></worksheet>",
                sheet.substring(sheet.indexOf("<row r=\"2\">")));
    }

    @Test
    void spreadsheetProgramSeesDatesAndNumbers() throws IOException {
        List<Row> rows = rows(Exports.bytes(ExportFormat.XLSX, Exports.INCIDENTS, Exports::incidents));
        assertEquals(
                List.of("reference", "occurred_from", "lat", "lon", "killed_lower", "place_name", "recorded_at"),
                rows.getFirst().stream().map(cell -> cell.asString()).toList());
        Row row = rows.get(1);
        assertEquals(LocalDateTime.of(2025, 10, 28, 0, 0), row.getCell(1).asDate());
        assertEquals(new BigDecimal("-34.4667"), row.getCell(3).asNumber());
        assertEquals(
                LocalDateTime.of(2025, 12, 19, 8, 30, 0, 120_000_000),
                row.getCell(6).asDate());
        assertEquals("gmo-2", rows.get(2).getCell(0).asString());
        assertEquals(1, rows.get(2).getCellCount());
    }

    @Test
    void whatExcelCannotHoldAsADateOrNumberIsAText() throws IOException {
        TableLayout layout = new TableLayout(
                "odd",
                List.of(
                        new Column("day", null, Kind.DATE),
                        new Column("at", null, Kind.INSTANT),
                        new Column("n", null, Kind.NUMBER),
                        new Column("m", null, Kind.NUMBER)));
        List<Row> rows = rows(Exports.bytes(ExportFormat.XLSX, layout, table -> {
            table.date(LocalDate.of(1900, 2, 28))
                    .instant(Instant.parse("1899-12-31T00:00:00Z"))
                    .number(1_000_000_000_000_000L)
                    .number(new BigDecimal("0.1234567890123456"))
                    .endRow();
            table.date(LocalDate.of(1900, 3, 1))
                    .instant(Instant.parse("1900-03-01T00:00:00Z"))
                    .number(999_999_999_999_999L)
                    .number(new BigDecimal("0.12345"))
                    .endRow();
            table.skip()
                    .skip()
                    .number(Long.MIN_VALUE)
                    .number(new BigDecimal("1E+40"))
                    .endRow();
        }));
        assertEquals(
                List.of("1900-02-28", "1899-12-31T00:00:00Z", "1000000000000000", "0.1234567890123456"),
                rows.get(1).stream().map(cell -> cell.asString()).toList());
        assertEquals(
                List.of("61", "61", "999999999999999", "0.12345"),
                rows.get(2).stream().map(cell -> cell.getRawValue()).toList());
        assertEquals(CellType.NUMBER, rows.get(2).getCell(0).getType());
        assertEquals("-9223372036854775808", rows.get(3).getCell(2).asString());
        assertEquals("1" + "0".repeat(40), rows.get(3).getCell(3).asString());
    }

    @Test
    void formulaIsATextThatNoProgramRuns() throws IOException {
        Row row = rows(Exports.bytes(
                        ExportFormat.XLSX,
                        Exports.ONE_TEXT,
                        table -> table.text("=1+1").endRow()))
                .get(1);
        assertEquals(CellType.STRING, row.getCell(0).getType());
        assertEquals("=1+1", row.getCell(0).asString());
    }

    @Test
    void textLongerThanACellIsCutAndSaysSo() throws IOException {
        String longest = "x".repeat(32_767);
        String longer = "x".repeat(32_768);
        // The cut would go through the middle of this one.
        String pairs = "😀".repeat(20_000);
        List<Row> rows = rows(Exports.bytes(ExportFormat.XLSX, Exports.ONE_TEXT, table -> {
            table.text(longest).endRow();
            table.text(longer).endRow();
            table.text("x" + pairs).endRow();
        }));
        assertEquals(longest, rows.get(1).getCell(0).asString());
        String notice = " … [cut: 32768 characters]";
        assertEquals(
                "x".repeat(32_767 - notice.length()) + notice,
                rows.get(2).getCell(0).asString());
        String cut = rows.get(3).getCell(0).asString();
        assertEquals(" … [cut: 40001 characters]", cut.substring(cut.length() - notice.length()));
        assertEquals(-1, cut.indexOf('\uFFFD'));
    }

    @Test
    void rowsGoOnOnAFurtherSheetWithItsOwnHeader() throws IOException {
        byte[] workbook = written(new SheetLimit(3, Long.MAX_VALUE), 5);
        try (var read = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            assertEquals(
                    List.of("notes: note 0 1", "notes 2: note 2 3", "notes 3: note 4"),
                    read.getSheets().map(XlsxTableWriterTest::shown).toList());
        }
    }

    @Test
    void sheetThatIsExactlyFullHasNoEmptyOneBehindIt() throws IOException {
        try (var read = new ReadableWorkbook(new ByteArrayInputStream(written(new SheetLimit(3, Long.MAX_VALUE), 2)))) {
            assertEquals(
                    List.of("notes: note 0 1"),
                    read.getSheets().map(XlsxTableWriterTest::shown).toList());
        }
    }

    @Test
    void rowsGoOnOnAFurtherSheetBeforeTheFileOfASheetIsTooLarge() throws IOException {
        // The size is known in pieces of 64 KiB, of which these rows fill two and a half.
        byte[] workbook = written(new SheetLimit(1_048_576, 10_000), 2_000);
        try (var read = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            assertEquals(3, read.getSheets().count());
        }
    }

    @Test
    void workbookWithoutRowsHasItsHeader() throws IOException {
        assertEquals(
                1,
                rows(Exports.bytes(ExportFormat.XLSX, Exports.ONE_TEXT, table -> {}))
                        .size());
    }

    @Test
    void sameTableIsTheSameBytesWheneverItIsWritten() throws IOException {
        byte[] workbook = Exports.bytes(ExportFormat.XLSX, Exports.INCIDENTS, Exports::incidents);
        assertArrayEquals(workbook, Exports.bytes(ExportFormat.XLSX, Exports.INCIDENTS, Exports::incidents));
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertEquals(LocalDateTime.of(1980, 1, 1, 0, 0), entry.getTimeLocal(), entry.getName());
                String content = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                assertEquals(-1, content.indexOf("created"), entry.getName());
            }
        }
    }

    private static byte[] written(SheetLimit limit, int rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter table = XlsxTableWriter.open(out, Exports.ONE_TEXT, limit)) {
            for (int row = 0; row < rows; row++) {
                table.text(Integer.toString(row)).endRow();
            }
            table.finish();
        }
        return out.toByteArray();
    }

    private static String shown(Sheet sheet) {
        try {
            return sheet.getName() + ": "
                    + String.join(
                            " ",
                            sheet.read().stream()
                                    .map(row -> row.getCell(0).asString())
                                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Row> rows(byte[] workbook) throws IOException {
        try (var read = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            return read.getFirstSheet().read();
        }
    }

    private static String part(byte[] workbook, String name) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            ZipEntry entry = zip.getNextEntry();
            while (!entry.getName().equals(name)) {
                entry = zip.getNextEntry();
            }
            return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
