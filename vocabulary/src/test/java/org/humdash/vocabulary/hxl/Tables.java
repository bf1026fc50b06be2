package org.humdash.vocabulary.hxl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Small tables for tests. */
final class Tables {

    private Tables() {}

    static CsvTable open(byte[] csv, Columns columns) {
        return CsvTable.open(new ByteArrayInputStream(csv), columns);
    }

    static CsvTable open(String csv, Columns columns) {
        return open(csv.getBytes(StandardCharsets.UTF_8), columns);
    }

    static List<Row> rows(CsvTable table) {
        List<Row> rows = new ArrayList<>();
        table.forEach(rows::add);
        return rows;
    }

    /** The only row of a table whose columns are all optional. */
    static Row row(String header, String cells) {
        List<Row> rows = rows(open(header + "\n" + cells + "\n", new Columns(Set.of(), Set.of(header.split(",")))));
        assertEquals(1, rows.size());
        return rows.getFirst();
    }
}
