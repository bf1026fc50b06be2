package org.humdash.vocabulary.table;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.humdash.vocabulary.export.Formulas;
import org.humdash.vocabulary.hxl.TableException;
import org.humdash.vocabulary.table.Tables.Read;

class DetectedTablePropertyTest {

    private static final String LETTERS = "abz019 -'\"\n,;|\t.é";
    private static final String ARABIC_LETTERS = "غزةخانيونس ،0-'\"\n,;|\t";

    @Property(tries = 300)
    void writtenTableIsReadBackFromEveryEncodingAndSeparator(
            @ForAll("rows") List<List<String>> rows,
            @ForAll("charsets") Charset charset,
            @ForAll("separators") char separator,
            @ForAll boolean hasMark) {
        boolean canHaveMark = charset.name().startsWith("UTF");
        Read read =
                Tables.read(((hasMark && canHaveMark ? "\uFEFF" : "") + written(rows, separator)).getBytes(charset));
        assertEquals(separator, read.separator());
        assertEquals(List.of("id", "place", "notes"), read.columns());
        assertEquals(List.of(), read.problems());
        assertEquals(
                shown(rows),
                read.rows().stream().map(DetectedTablePropertyTest::values).toList());
    }

    @Property(tries = 200)
    void writtenArabicIsReadBackFromEveryEncoding(
            @ForAll("arabicRows") List<List<String>> rows, @ForAll("arabicCharsets") Charset charset) {
        Read read = Tables.read(written(rows, ',').getBytes(charset));
        assertEquals(charset, read.encoding());
        assertEquals(
                shown(rows),
                read.rows().stream().map(DetectedTablePropertyTest::values).toList());
    }

    @Property(tries = 300)
    void writtenJsonIsReadBack(@ForAll("rows") List<List<String>> rows) {
        String json = rows.stream()
                .map(row -> "{\"id\":" + quoted(row.get(0)) + ",\"place\":" + quoted(row.get(1)) + ",\"notes\":"
                        + quoted(row.get(2)) + "}")
                .collect(Collectors.joining(",", "[", "]"));
        Read read = Tables.read(json);
        assertEquals(
                IntStream.range(0, rows.size())
                        .mapToObj(i -> (i + 1) + ": " + values(rows.get(i)))
                        .filter(row -> !row.endsWith(": ∅ | ∅ | ∅"))
                        .toList(),
                read.rows());
    }

    @Property(tries = 1000)
    void anyBytesAreATableOrARefusal(@ForAll byte[] bytes) {
        assertReadOrRefused(bytes);
    }

    @Property(tries = 1000)
    void anyTextIsATableOrARefusal(@ForAll("texts") String text) {
        assertReadOrRefused(text.getBytes(UTF_8));
    }

    @Provide
    Arbitrary<List<List<String>>> rows() {
        return rowsOf(Arbitraries.strings().withChars(LETTERS).ofMaxLength(20));
    }

    @Provide
    Arbitrary<List<List<String>>> arabicRows() {
        return rowsOf(
                Arbitraries.strings().withChars(ARABIC_LETTERS).ofMaxLength(20).map(text -> "غزة" + text));
    }

    @Provide
    Arbitrary<Charset> charsets() {
        return Arbitraries.of(UTF_8, UTF_16LE, UTF_16BE, Charset.forName("windows-1252"));
    }

    @Provide
    Arbitrary<Charset> arabicCharsets() {
        return Arbitraries.of(UTF_8, UTF_16LE, UTF_16BE, Charset.forName("windows-1256"));
    }

    @Provide
    Arbitrary<Character> separators() {
        return Arbitraries.of(',', ';', '\t', '|');
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("a1#+,;\"\n\r{}[]: غ\u0007").ofMaxLength(60);
    }

    private static Arbitrary<List<List<String>>> rowsOf(Arbitrary<String> cells) {
        return cells.list().ofSize(3).list().ofMinSize(1).ofMaxSize(40);
    }

    private static String written(List<List<String>> rows, char separator) {
        StringBuilder text = new StringBuilder("id" + separator + "place" + separator + "notes\r\n");
        for (List<String> row : rows) {
            text.append(row.stream()
                            .map(cell -> '"' + escaped(cell).replace("\"", "\"\"") + '"')
                            .collect(Collectors.joining(String.valueOf(separator))))
                    .append("\r\n");
        }
        return text.toString();
    }

    /** Rows that hold something, as they are expected to be read. */
    private static List<String> shown(List<List<String>> rows) {
        return rows.stream()
                .map(DetectedTablePropertyTest::values)
                .filter(row -> !row.equals("∅ | ∅ | ∅"))
                .toList();
    }

    private static String values(List<String> row) {
        return row.stream()
                .map(String::strip)
                .map(cell -> cell.isEmpty() ? "∅" : cell)
                .collect(Collectors.joining(" | "));
    }

    private static String escaped(String cell) {
        String stripped = cell.strip();
        return Formulas.isRisky(stripped) ? Formulas.escape(stripped) : cell;
    }

    private static String values(String row) {
        return row.substring(row.indexOf(": ") + 2);
    }

    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t")
                + '"';
    }

    private static void assertReadOrRefused(byte[] bytes) {
        try {
            Read read = Tables.read(bytes);
            assertTrue(read.columns().size() >= 1);
        } catch (TableException e) {
            assertTrue(e.getMessage().length() < 300, e.getMessage());
        }
    }
}
