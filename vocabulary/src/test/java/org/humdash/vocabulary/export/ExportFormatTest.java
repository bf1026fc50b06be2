package org.humdash.vocabulary.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.humdash.vocabulary.export.Column.Kind;
import org.junit.jupiter.api.Test;

class ExportFormatTest {

    @Test
    void csvHasAHeaderAndLeavesUnknownCellsEmpty() throws IOException {
        assertEquals("""
                reference,occurred_from,lat,lon,killed_lower,place_name,recorded_at
                gmo-1,2025-10-28,31.5,-34.4667,3,"Souq ""al-Zawiya"", غزة",2025-12-19T08:30:00.120Z
                gmo-2,,,,,,
                """, Exports.text(ExportFormat.CSV, Exports.INCIDENTS, Exports::incidents));
    }

    @Test
    void hxlHasTheHashtagsBelowTheHeader() throws IOException {
        assertEquals("""
                reference,occurred_from,lat,lon,killed_lower,place_name,recorded_at
                #meta+id+ref,#date+occurred+start,#geo+lat,#geo+lon,#affected+killed+min,#loc+name,
                gmo-1,2025-10-28,31.5,-34.4667,3,"Souq ""al-Zawiya"", غزة",2025-12-19T08:30:00.120Z
                gmo-2,,,,,,
                """, Exports.text(ExportFormat.HXL, Exports.INCIDENTS, Exports::incidents));
    }

    @Test
    void hxlOfATableWithoutHashtagsIsRefused() {
        TableLayout untagged = new TableLayout("notes", List.of(new Column("note", null, Kind.TEXT)));
        assertThrows(IllegalArgumentException.class, () -> ExportFormat.HXL.writer(Exports.nowhere(), untagged));
    }

    @Test
    void csvForSpreadsheetsBeginsWithTheByteOrderMark() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter table = ExportFormat.CSV.writerForSpreadsheets(out, Exports.ONE_TEXT)) {
            table.text("غ").endRow();
            table.finish();
        }
        assertEquals("\uFEFFnote\nغ\n", out.toString(StandardCharsets.UTF_8));
        assertEquals((byte) 0xEF, out.toByteArray()[0]);
    }

    @Test
    void jsonHasTheRowsAsItemsOfAnEnvelope() throws IOException {
        assertEquals(
                "{\"asOf\":\"2025-12-19\",\"knownAt\":\"2025-12-20T00:00:00Z\",\"items\":[\n"
                        + "{\"reference\":\"gmo-1\",\"occurredFrom\":\"2025-10-28\",\"lat\":31.5,\"lon\":-34.4667,"
                        + "\"killedLower\":3,\"placeName\":\"Souq \\\"al-Zawiya\\\", غزة\","
                        + "\"recordedAt\":\"2025-12-19T08:30:00.120Z\"},\n"
                        + "{\"reference\":\"gmo-2\",\"occurredFrom\":null,\"lat\":null,\"lon\":null,"
                        + "\"killedLower\":null,\"placeName\":null,\"recordedAt\":null}\n"
                        + "]}\n",
                Exports.text(ExportFormat.JSON, Exports.INCIDENTS, Exports::incidents));
    }

    @Test
    void ndjsonHasARowOnEachLine() throws IOException {
        assertEquals(
                "{\"reference\":\"gmo-1\",\"occurredFrom\":\"2025-10-28\",\"lat\":31.5,\"lon\":-34.4667,"
                        + "\"killedLower\":3,\"placeName\":\"Souq \\\"al-Zawiya\\\", غزة\","
                        + "\"recordedAt\":\"2025-12-19T08:30:00.120Z\"}\n"
                        + "{\"reference\":\"gmo-2\",\"occurredFrom\":null,\"lat\":null,\"lon\":null,"
                        + "\"killedLower\":null,\"placeName\":null,\"recordedAt\":null}\n",
                Exports.text(ExportFormat.NDJSON, Exports.INCIDENTS, Exports::incidents));
    }

    @Test
    void geojsonHasPointsOfLongitudeAndLatitudeAndNoneWherePositionIsUnknown() throws IOException {
        assertEquals(
                "{\"type\":\"FeatureCollection\",\"asOf\":\"2025-12-19\",\"knownAt\":\"2025-12-20T00:00:00Z\",\"features\":[\n"
                        + "{\"type\":\"Feature\",\"properties\":{\"reference\":\"gmo-1\",\"occurredFrom\":\"2025-10-28\","
                        + "\"killedLower\":3,\"placeName\":\"Souq \\\"al-Zawiya\\\", غزة\","
                        + "\"recordedAt\":\"2025-12-19T08:30:00.120Z\"},"
                        + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[-34.4667,31.5]}},\n"
                        + "{\"type\":\"Feature\",\"properties\":{\"reference\":\"gmo-2\",\"occurredFrom\":null,"
                        + "\"killedLower\":null,\"placeName\":null,\"recordedAt\":null},\"geometry\":null}\n"
                        + "]}\n",
                Exports.text(ExportFormat.GEOJSON, Exports.INCIDENTS, Exports::incidents));
    }

    @Test
    void geojsonOfOnlyALongitudeHasNoPoint() throws IOException {
        TableLayout positions = new TableLayout(
                "positions", List.of(new Column("lon", null, Kind.LONGITUDE), new Column("lat", null, Kind.LATITUDE)));
        assertEquals(
                "{\"type\":\"FeatureCollection\",\"features\":[\n"
                        + "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Point\",\"coordinates\":[34.0,31.0]}},\n"
                        + "{\"type\":\"Feature\",\"properties\":{},\"geometry\":null}\n]}\n",
                Exports.text(ExportFormat.GEOJSON, positions, table -> {
                    table.number(34).number(BigDecimal.valueOf(31)).endRow();
                    table.number(34.5).skip().endRow();
                }));
    }

    @Test
    void tableWithoutRowsIsWholeInEveryTextFormat() throws IOException {
        Exports.Rows none = table -> {};
        assertEquals("note\n", Exports.text(ExportFormat.CSV, Exports.ONE_TEXT, none));
        assertEquals("note\n#meta+note\n", Exports.text(ExportFormat.HXL, Exports.ONE_TEXT, none));
        assertEquals("{\"items\":[\n]}\n", Exports.text(ExportFormat.JSON, Exports.ONE_TEXT, none));
        assertEquals("", Exports.text(ExportFormat.NDJSON, Exports.ONE_TEXT, none));
        assertEquals(
                "{\"type\":\"FeatureCollection\",\"features\":[\n]}\n",
                Exports.text(ExportFormat.GEOJSON, Exports.ONE_TEXT, none));
    }

    @Test
    void csvNumbersAreInPlainDigits() throws IOException {
        TableLayout numbers = new TableLayout("numbers", List.of(new Column("n", null, Kind.NUMBER)));
        assertEquals(
                "n\n-1\n-9223372036854775808\n1234567890123\n0.00001\n100000000000000000000\n31\n-0.5\n0.1\n1000\n12.5\n",
                Exports.text(ExportFormat.CSV, numbers, table -> {
                    table.number(-1).endRow();
                    table.number(Long.MIN_VALUE).endRow();
                    table.number(1234567890123L).endRow();
                    table.number(0.00001).endRow();
                    table.number(1e20).endRow();
                    table.number(31.0).endRow();
                    table.number(-0.5).endRow();
                    table.number(0.1).endRow();
                    table.number(new BigDecimal("1E+3")).endRow();
                    table.number(new BigDecimal("12.50")).endRow();
                }));
    }

    @Test
    void fileIsNamedAfterTheTable() {
        assertEquals("incidents.hxl.csv", ExportFormat.HXL.fileName("incidents"));
        assertEquals("incidents.xlsx", ExportFormat.XLSX.fileName("incidents"));
    }

    @Test
    void refusalOfTheStreamIsPassedOn() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("full");
            }
        };
        for (ExportFormat format : ExportFormat.values()) {
            IOException refusal = assertThrows(IOException.class, () -> {
                try (TableWriter table = format.writer(full, Exports.INCIDENTS)) {
                    for (int row = 0; row < 10_000; row++) {
                        Exports.incidents(table);
                    }
                    table.finish();
                }
            });
            assertEquals("full", refusal.getMessage(), format.word());
        }
    }

    @Test
    void streamIsWrittenInLargePiecesAndFlushedAtTheEnd() throws IOException {
        for (ExportFormat format : ExportFormat.values()) {
            List<Integer> pieces = new ArrayList<>();
            List<String> flushes = new ArrayList<>();
            OutputStream out = new OutputStream() {
                @Override
                public void write(int b) {
                    pieces.add(1);
                }

                @Override
                public void write(byte[] bytes, int offset, int length) {
                    pieces.add(length);
                }

                @Override
                public void flush() {
                    flushes.add("after " + pieces.size());
                }
            };
            try (TableWriter table = format.writer(out, Exports.INCIDENTS)) {
                for (int row = 0; row < 20_000; row++) {
                    Exports.incidents(table);
                }
                table.finish();
            }
            int written = pieces.stream().mapToInt(Integer::intValue).sum();
            // A workbook is made of six files, of which each is handed on at its end.
            assertTrue(pieces.size() <= written / 32_768 + 7, format + ": " + pieces.size() + " for " + written);
            assertEquals("after " + pieces.size(), flushes.getLast(), format.word());
        }
    }

    @Test
    void cellOfAnotherKindIsOutOfPlace() throws IOException {
        try (TableWriter table = ExportFormat.CSV.writer(Exports.nowhere(), Exports.INCIDENTS)) {
            assertEquals(
                    "reference holds TEXT and not a number",
                    assertThrows(IllegalStateException.class, () -> table.number(1))
                            .getMessage());
            table.text("gmo-1");
            assertEquals(
                    "occurred_from holds DATE and not INSTANT",
                    assertThrows(IllegalStateException.class, () -> table.instant(Instant.EPOCH))
                            .getMessage());
            table.date(LocalDate.EPOCH);
            assertThrows(IllegalArgumentException.class, () -> table.number(Double.NaN));
        }
    }

    @Test
    void rowHasAllItsCellsAndNoMore() throws IOException {
        try (TableWriter table = ExportFormat.CSV.writer(Exports.nowhere(), Exports.ONE_TEXT)) {
            assertEquals(
                    "The row ends before note",
                    assertThrows(IllegalStateException.class, table::endRow).getMessage());
            table.text("a");
            assertEquals(
                    "The row has 1 cells already",
                    assertThrows(IllegalStateException.class, () -> table.text("b"))
                            .getMessage());
            assertThrows(IllegalStateException.class, table::finish);
            table.endRow();
            table.finish();
            assertEquals(
                    "The table is finished",
                    assertThrows(IllegalStateException.class, () -> table.text("c"))
                            .getMessage());
            assertThrows(IllegalStateException.class, table::endRow);
            assertThrows(IllegalStateException.class, table::finish);
        }
    }

    @Test
    void tableThatIsBrokenOffHasNoEnd() throws IOException {
        for (ExportFormat format : List.of(ExportFormat.JSON, ExportFormat.GEOJSON, ExportFormat.XLSX)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (TableWriter table = format.writer(out, Exports.INCIDENTS)) {
                Exports.incidents(table);
            }
            String written = out.toString(StandardCharsets.ISO_8859_1);
            assertEquals(-1, written.indexOf("]}\n"), format.word());
            assertEquals(-1, written.indexOf("PK\u0005\u0006"), format.word());
        }
    }
}
