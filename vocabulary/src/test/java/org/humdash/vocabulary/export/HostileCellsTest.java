package org.humdash.vocabulary.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.humdash.vocabulary.hxl.Columns;
import org.humdash.vocabulary.hxl.CsvTable;
import org.humdash.vocabulary.hxl.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that come from outside, in every format: each file stays whole, and nothing disappears unseen. */
class HostileCellsTest {

    static Stream<Arguments> cells() {
        return Stream.of(
                Arguments.of("a\u0000b", "a\uFFFDb", "a\u0000b"),
                Arguments.of("a\u000Bb", "a\uFFFDb", "a\u000Bb"),
                Arguments.of("a\u001Bb\u007Fc\u0085d", "a\uFFFDb\uFFFDc\uFFFDd", "a\u001Bb\u007Fc\u0085d"),
                Arguments.of("a\uD83Db", "a\uFFFDb", "a\uFFFDb"),
                Arguments.of("a\uDE00", "a\uFFFD", "a\uFFFD"),
                Arguments.of("\uDE00\uD83Da", "\uFFFD\uFFFDa", "\uFFFD\uFFFDa"),
                Arguments.of("😀", "😀", "😀"),
                Arguments.of("a\uFFFEb\uFFFF", "a\uFFFDb\uFFFD", "a\uFFFEb\uFFFF"),
                Arguments.of("user\u202Etxt.exe", "user\uFFFDtxt.exe", "user\u202Etxt.exe"),
                Arguments.of(
                        "a\u202Db\u2066c\u2069\u200Fغ", "a\uFFFDb\u2066c\u2069\u200Fغ", "a\u202Db\u2066c\u2069\u200Fغ"),
                Arguments.of("]]></t><f>1+1</f>&amp;", "]]></t><f>1+1</f>&amp;", "]]></t><f>1+1</f>&amp;"),
                Arguments.of("\"},{\"a\":\"", "\"},{\"a\":\"", "\"},{\"a\":\""),
                Arguments.of("x,\"=1\"\r\n=2", "x,\"=1\"\r\n=2", "x,\"=1\"\r\n=2"),
                Arguments.of(
                        "=HYPERLINK(\"http://x\",\"y\")",
                        "=HYPERLINK(\"http://x\",\"y\")",
                        "=HYPERLINK(\"http://x\",\"y\")"));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void cellIsShownInSpreadsheetsAndKeptInJson(String cell, String shown, String kept) throws IOException {
        assertEquals(shown, Formulas.undo(inCsv(cell)));
        assertEquals(shown, inXlsx(cell));
        assertEquals(kept, inJson(cell));
    }

    private static String inCsv(String cell) throws IOException {
        byte[] csv = written(ExportFormat.CSV, cell);
        try (CsvTable table = CsvTable.open(new ByteArrayInputStream(csv), new Columns(Set.of("note"), Set.of()))) {
            List<Row> rows = Stream.generate(table.iterator()::next).limit(1).toList();
            assertEquals(List.of(), rows.getFirst().problems());
            return rows.getFirst().text("note");
        }
    }

    private static String inXlsx(String cell) throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(written(ExportFormat.XLSX, cell)))) {
            return workbook.getFirstSheet().read().get(1).getCell(0).asString();
        }
    }

    private static String inJson(String cell) throws IOException {
        return new ObjectMapper()
                .readTree(written(ExportFormat.JSON, cell))
                .get("items")
                .get(0)
                .get("note")
                .textValue();
    }

    private static byte[] written(ExportFormat format, String cell) throws IOException {
        return Exports.bytes(format, Exports.ONE_TEXT, table -> table.text(cell).endRow());
    }
}
