package org.humdash.vocabulary.export;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.humdash.vocabulary.export.Column.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExportMemoryTest {

    private static final TableLayout LAYOUT = new TableLayout(
            "rows",
            List.of(
                    new Column("reference", "#meta+id", Kind.TEXT),
                    new Column("lat", "#geo+lat", Kind.LATITUDE),
                    new Column("lon", "#geo+lon", Kind.LONGITUDE)));

    private static final long MEBIBYTE = 1 << 20;

    /** What is still held after a million and more rows, of which each text is another one, is what was held after a few. */
    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void whatIsHeldDoesNotGrowWithTheRows(ExportFormat format) throws IOException {
        try (TableWriter table = format.writer(Exports.nowhere(), LAYOUT)) {
            write(table, 0, 50_000);
            long before = held();
            // Beyond the rows of one sheet.
            write(table, 50_000, 1_050_000);
            long after = held();
            assertTrue(after - before < 4 * MEBIBYTE, () -> format + " holds " + (after - before) + " bytes more");
            table.finish();
        }
    }

    private static void write(TableWriter table, int from, int to) throws IOException {
        for (int row = from; row < to; row++) {
            table.text("reference-" + row)
                    .number(31 + row % 1000 / 1000.0)
                    .number(34.5)
                    .endRow();
        }
    }

    private static long held() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
