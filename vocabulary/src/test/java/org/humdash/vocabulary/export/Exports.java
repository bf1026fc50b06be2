package org.humdash.vocabulary.export;

import static org.humdash.vocabulary.export.Column.Kind.DATE;
import static org.humdash.vocabulary.export.Column.Kind.INSTANT;
import static org.humdash.vocabulary.export.Column.Kind.LATITUDE;
import static org.humdash.vocabulary.export.Column.Kind.LONGITUDE;
import static org.humdash.vocabulary.export.Column.Kind.NUMBER;
import static org.humdash.vocabulary.export.Column.Kind.TEXT;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Small exports for tests. */
final class Exports {

    static final TableLayout INCIDENTS = new TableLayout(
            "incidents",
            List.of(
                    new Column("reference", "#meta+id+ref", TEXT),
                    new Column("occurred_from", "#date+occurred+start", DATE),
                    new Column("lat", "#geo+lat", LATITUDE),
                    new Column("lon", "#geo+lon", LONGITUDE),
                    new Column("killed_lower", "#affected+killed+min", NUMBER),
                    new Column("place_name", "#loc+name", TEXT),
                    new Column("recorded_at", null, INSTANT)),
            about());

    static final TableLayout ONE_TEXT = new TableLayout("notes", List.of(new Column("note", "#meta+note", TEXT)));

    private Exports() {}

    interface Rows {
        void write(TableWriter table) throws IOException;
    }

    static byte[] bytes(ExportFormat format, TableLayout layout, Rows rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter table = format.writer(out, layout)) {
            rows.write(table);
            table.finish();
        }
        return out.toByteArray();
    }

    static String text(ExportFormat format, TableLayout layout, Rows rows) throws IOException {
        return new String(bytes(format, layout, rows), StandardCharsets.UTF_8);
    }

    /** A row in which everything is known, one in which hardly anything is. */
    static void incidents(TableWriter table) throws IOException {
        table.text("gmo-1")
                .date(LocalDate.of(2025, 10, 28))
                .number(31.5)
                .number(-34.4667)
                .number(3)
                .text("Souq \"al-Zawiya\", غزة")
                .instant(Instant.parse("2025-12-19T08:30:00.120Z"))
                .endRow();
        table.text("gmo-2").skip().skip().skip().skip().text("").text(null).endRow();
    }

    static OutputStream nowhere() {
        return OutputStream.nullOutputStream();
    }

    private static Map<String, String> about() {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("asOf", "2025-12-19");
        about.put("knownAt", "2025-12-20T00:00:00Z");
        return about;
    }
}
