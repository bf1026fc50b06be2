package org.humdash.kit.ingest;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.humdash.kit.ingest.ImportedRowRepository.Missing;
import org.humdash.vocabulary.export.Column;
import org.humdash.vocabulary.export.Column.Kind;
import org.humdash.vocabulary.export.ExportFormat;
import org.humdash.vocabulary.export.TableLayout;
import org.humdash.vocabulary.export.TableWriter;

/** The records that a complete file lacks, as a table. */
record MissingTable(ImportedRowRepository kept, UUID job) implements StreamingOutput {

    private static final int AT_A_TIME = 1_000;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final TableLayout LAYOUT = new TableLayout(
            "missing",
            List.of(new Column("id", "#meta+id", Kind.TEXT), new Column("reference", "#meta+id+ref", Kind.TEXT)));

    @Override
    public void write(OutputStream out) throws IOException {
        try (TableWriter table = ExportFormat.CSV.writer(out, LAYOUT)) {
            List<Missing> rows;
            UUID after = BEFORE_ALL;
            do {
                rows = kept.missing(job, after, AT_A_TIME);
                for (Missing row : rows) {
                    table.text(row.record().toString()).text(row.reference()).endRow();
                    after = row.record();
                }
            } while (rows.size() == AT_A_TIME);
            table.finish();
        } catch (SQLException e) {
            throw new IOException("The missing records could not be read", e);
        }
    }
}
