package org.humdash.vocabulary.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.humdash.vocabulary.export.Column.Kind;
import org.humdash.vocabulary.hxl.Columns;
import org.humdash.vocabulary.hxl.CsvTable;
import org.humdash.vocabulary.hxl.Row;

/** What is read is what was written. */
class ExportRoundTripPropertyTest {

    private static final TableLayout LAYOUT = new TableLayout(
            "rows",
            List.of(
                    new Column("number", "#meta+number", Kind.NUMBER),
                    new Column("note", "#meta+note", Kind.TEXT),
                    new Column("day", "#date", Kind.DATE),
                    new Column("lat", "#geo+lat", Kind.LATITUDE),
                    new Column("lon", "#geo+lon", Kind.LONGITUDE)));

    private static final ObjectMapper JSON = new ObjectMapper();

    record Line(long number, String note, LocalDate day, Double lat, Double lon) {

        void write(TableWriter table) throws IOException {
            table.number(number).text(note).date(day);
            position(table, lat);
            position(table, lon);
            table.endRow();
        }

        private static void position(TableWriter table, Double degrees) throws IOException {
            if (degrees == null) {
                table.skip();
            } else {
                table.number(degrees.doubleValue());
            }
        }
    }

    @Property(tries = 300)
    void csvIsReadBackByTheTableReader(@ForAll("lines") List<Line> lines) throws IOException {
        byte[] csv = written(ExportFormat.CSV, lines);
        Columns columns = new Columns(Set.of("number", "note", "day", "lat", "lon"), Set.of());
        try (CsvTable table = CsvTable.open(new ByteArrayInputStream(csv), columns)) {
            var rows = table.iterator();
            for (Line line : lines) {
                Row row = rows.next();
                assertEquals(line, read(row));
                assertEquals(List.of(), row.problems());
            }
            assertTrue(!rows.hasNext());
        }
    }

    @Property(tries = 300)
    void ndjsonIsReadBack(@ForAll("lines") List<Line> lines) throws IOException {
        byte[] ndjson = written(ExportFormat.NDJSON, lines);
        assertEquals(
                lines,
                JSON.readerFor(JsonNode.class).<JsonNode>readValues(ndjson).readAll().stream()
                        .map(row -> read(row, value(row, "lat", JsonNode::doubleValue)))
                        .toList());
    }

    @Property(tries = 300)
    void jsonIsReadBack(@ForAll("lines") List<Line> lines) throws IOException {
        JsonNode items = JSON.readTree(written(ExportFormat.JSON, lines)).get("items");
        assertEquals(
                lines,
                items.valueStream()
                        .map(row -> read(row, value(row, "lat", JsonNode::doubleValue)))
                        .toList());
    }

    @Property(tries = 300)
    void geojsonIsReadBackWhereThereIsAPoint(@ForAll("lines") List<Line> lines) throws IOException {
        JsonNode features = JSON.readTree(written(ExportFormat.GEOJSON, lines)).get("features");
        assertEquals(lines.size(), features.size());
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            JsonNode properties = features.get(i).get("properties");
            assertEquals(line.note(), value(properties, "note", JsonNode::textValue));
            JsonNode geometry = features.get(i).get("geometry");
            if (line.lat() == null || line.lon() == null) {
                assertTrue(geometry.isNull());
            } else {
                assertEquals(line.lon(), geometry.get("coordinates").get(0).doubleValue());
                assertEquals(line.lat(), geometry.get("coordinates").get(1).doubleValue());
            }
        }
    }

    @Property(tries = 300)
    void xlsxIsReadBackBySpreadsheets(@ForAll("lines") List<Line> lines) throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(written(ExportFormat.XLSX, lines)))) {
            var rows = workbook.getFirstSheet().read();
            assertEquals(lines.size() + 1, rows.size());
            for (int i = 0; i < lines.size(); i++) {
                assertEquals(lines.get(i), read(rows.get(i + 1)));
            }
        }
    }

    @Provide
    Arbitrary<List<Line>> lines() {
        Arbitrary<Double> degrees =
                Arbitraries.doubles().between(-90, 90).ofScale(10).injectNull(0.2);
        return Combinators.combine(
                        Arbitraries.longs().between(-1_000_000_000_000_000L + 1, 1_000_000_000_000_000L - 1),
                        notes().injectNull(0.1),
                        Arbitraries.longs()
                                .between(
                                        LocalDate.of(1900, 3, 1).toEpochDay(),
                                        LocalDate.of(2100, 12, 31).toEpochDay())
                                .map(LocalDate::ofEpochDay)
                                .injectNull(0.2),
                        degrees,
                        degrees)
                .as(Line::new)
                .list()
                .ofMaxSize(5);
    }

    /** Without what is replaced, and without the white space around it that the reader takes away. */
    private static Arbitrary<String> notes() {
        return Arbitraries.oneOf(
                        Arbitraries.strings()
                                .withChars("a1'=+-@＝,;\"\n\r\t _<>&غ\u200F")
                                .ofMinLength(1)
                                .ofMaxLength(8),
                        Arbitraries.strings().ofMinLength(1).ofMaxLength(40),
                        Arbitraries.of("_x000D_", "a_x0041_b", "😀", "</t></is>", "]]>", "{}"))
                .filter(note -> note.equals(Characters.shown(note)) && isBare(note));
    }

    private static boolean isBare(String note) {
        return !isSpace(note.charAt(0)) && !isSpace(note.charAt(note.length() - 1));
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static byte[] written(ExportFormat format, List<Line> lines) throws IOException {
        return Exports.bytes(format, LAYOUT, table -> {
            for (Line line : lines) {
                line.write(table);
            }
        });
    }

    private static Line read(Row row) {
        String note = row.text("note");
        return new Line(
                row.number("number").longValueExact(),
                note == null ? null : Formulas.undo(note),
                row.date("day"),
                degrees(row.number("lat")),
                degrees(row.number("lon")));
    }

    private static Double degrees(BigDecimal number) {
        return number == null ? null : number.doubleValue();
    }

    private static Line read(JsonNode row, Double lat) {
        return new Line(
                row.get("number").longValue(),
                value(row, "note", JsonNode::textValue),
                value(row, "day", day -> LocalDate.parse(day.textValue())),
                lat,
                value(row, "lon", JsonNode::doubleValue));
    }

    private static <T> T value(JsonNode row, String member, Function<JsonNode, T> reading) {
        JsonNode node = row.get(member);
        return node.isNull() ? null : reading.apply(node);
    }

    private static Line read(org.dhatim.fastexcel.reader.Row row) {
        return new Line(
                row.getCell(0).asNumber().longValueExact(),
                // The reader leaves the mark of an escaped underscore where it is.
                cell(row, 1, cell -> cell.asString().replace("_x005F_", "_")),
                cell(row, 2, cell -> cell.asDate().toLocalDate()),
                cell(row, 3, cell -> cell.asNumber().doubleValue()),
                cell(row, 4, cell -> cell.asNumber().doubleValue()));
    }

    private static <T> T cell(org.dhatim.fastexcel.reader.Row row, int column, Function<Cell, T> reading) {
        return row.getOptionalCell(column)
                .filter(cell -> cell.getType() != CellType.EMPTY)
                .map(reading)
                .orElse(null);
    }
}
