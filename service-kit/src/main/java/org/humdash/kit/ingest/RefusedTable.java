package org.humdash.kit.ingest;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.humdash.kit.ingest.ImportedRowRepository.Refusal;
import org.humdash.vocabulary.export.Formulas;

/** The refused rows of an import as a table, in the columns of its file and two more. */
record RefusedTable(ImportedRowRepository kept, UUID job, List<String> names) implements StreamingOutput {

    private static final int AT_A_TIME = 1_000;

    @Override
    public void write(OutputStream out) throws IOException {
        CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        List<String> header = new ArrayList<>(names);
        header.add("refused_row");
        header.add("refused_because");
        csv.writeRecord(header.stream().map(Formulas::escape).toList());
        List<Refusal> rows;
        long after = 0;
        do {
            rows = next(after);
            for (Refusal row : rows) {
                csv.writeRecord(cells(row));
                after = row.number();
            }
        } while (rows.size() == AT_A_TIME);
        csv.flush();
    }

    private List<String> cells(Refusal row) {
        List<String> cells = new ArrayList<>(row.cells());
        while (cells.size() < names.size()) {
            cells.add("");
        }
        cells.add(Long.toString(row.row()));
        cells.add(String.join("; ", row.problems()));
        return cells.stream().map(Formulas::escape).toList();
    }

    private List<Refusal> next(long after) throws IOException {
        try {
            return kept.refused(job, after, AT_A_TIME);
        } catch (SQLException e) {
            throw new IOException("The refused rows could not be read", e);
        }
    }
}
