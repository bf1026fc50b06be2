package org.humdash.vocabulary.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.humdash.vocabulary.table.DetectedTable;
import org.humdash.vocabulary.table.RawRow;
import org.humdash.vocabulary.table.TableFile;
import org.humdash.vocabulary.table.TableForm;
import org.humdash.vocabulary.table.TableOptions;
import org.junit.jupiter.api.Test;

/** What is handed out can be handed in again: the reader of any table finds columns, hashtags and values. */
class ExportReadAsImportTest {

    private record Read(TableForm form, List<String> columns, List<String> tags, List<String> rows) {}

    private static final List<String> COLUMNS =
            List.of("reference", "occurred_from", "lat", "lon", "killed_lower", "place_name", "recorded_at");

    private static final List<String> MEMBERS =
            List.of("reference", "occurredFrom", "lat", "lon", "killedLower", "placeName", "recordedAt");

    private static final List<String> NO_TAGS = List.of("", "", "", "", "", "", "");

    private static final String FIRST =
            "gmo-1 | 2025-10-28 | 31.5 | -34.4667 | 3 | Souq \"al-Zawiya\", غزة | 2025-12-19T08:30:00.120Z";

    private static final String SECOND = "gmo-2 | - | - | - | - | - | -";

    @Test
    void csvIsFound() throws IOException {
        assertEquals(new Read(TableForm.TEXT, COLUMNS, NO_TAGS, List.of(FIRST, SECOND)), read(ExportFormat.CSV));
    }

    @Test
    void hxlIsFoundWithItsHashtags() throws IOException {
        assertEquals(
                new Read(
                        TableForm.TEXT,
                        COLUMNS,
                        List.of(
                                "#meta+id+ref",
                                "#date+occurred+start",
                                "#geo+lat",
                                "#geo+lon",
                                "#affected+killed+min",
                                "#loc+name",
                                ""),
                        List.of(FIRST, SECOND)),
                read(ExportFormat.HXL));
    }

    /** The reader takes the seconds of a date cell, and knows nothing of its zone. */
    @Test
    void workbookIsFound() throws IOException {
        String first = FIRST.replace(".120Z", "");
        assertEquals(new Read(TableForm.XLSX, COLUMNS, NO_TAGS, List.of(first, SECOND)), read(ExportFormat.XLSX));
    }

    @Test
    void jsonIsFound() throws IOException {
        List<String> rows = List.of(FIRST, SECOND);
        assertEquals(new Read(TableForm.JSON_OBJECTS, MEMBERS, NO_TAGS, rows), read(ExportFormat.JSON));
        assertEquals(new Read(TableForm.NDJSON, MEMBERS, NO_TAGS, rows), read(ExportFormat.NDJSON));
    }

    /** Features need not have the same members, so each row has the columns of all. */
    @Test
    void geojsonIsFoundWithThePositionOfItsGeometry() throws IOException {
        Read read = read(ExportFormat.GEOJSON);
        assertEquals(TableForm.GEOJSON, read.form());
        assertEquals(
                List.of(
                        "reference",
                        "occurredFrom",
                        "killedLower",
                        "placeName",
                        "recordedAt",
                        "longitude",
                        "latitude",
                        "geometry_type"),
                read.columns());
        assertEquals(
                List.of(
                        "gmo-1 | 2025-10-28 | 3 | Souq \"al-Zawiya\", غزة | 2025-12-19T08:30:00.120Z"
                                + " | -34.4667 | 31.5 | Point",
                        "gmo-2 | - | - | - | - | - | - | -"),
                read.rows());
    }

    private static Read read(ExportFormat format) throws IOException {
        byte[] bytes = Exports.bytes(format, Exports.INCIDENTS, Exports::incidents);
        try (TableFile file = TableFile.spool(new ByteArrayInputStream(bytes), bytes.length);
                DetectedTable table = DetectedTable.open(file.path(), TableOptions.detect())) {
            List<String> rows = new ArrayList<>();
            for (RawRow row : table) {
                assertEquals(List.of(), row.problems());
                rows.add(table.columns().stream()
                        .map(column -> row.value(column) == null ? "-" : row.value(column))
                        .collect(Collectors.joining(" | ")));
            }
            return new Read(
                    table.form(),
                    table.columns().stream().map(column -> column.name()).toList(),
                    table.columns().stream()
                            .map(column ->
                                    column.tag() == null ? "" : column.tag().toString())
                            .toList(),
                    rows);
        }
    }
}
