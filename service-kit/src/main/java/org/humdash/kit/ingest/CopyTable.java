package org.humdash.kit.ingest;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Streams rows into a table with COPY, the fastest way in that PostgreSQL has. Null is an unquoted empty cell. */
public final class CopyTable implements AutoCloseable {

    private final CsvWriter csv;

    private CopyTable(CsvWriter csv) {
        this.csv = csv;
    }

    /**
     * Opens the stream; the connection does nothing else until it is closed.
     *
     * @param table a table name written in the code, never one from a request
     */
    public static CopyTable into(Connection connection, String table, List<String> columns) throws SQLException {
        String sql = "copy " + table + " (" + String.join(", ", columns) + ") from stdin (format csv)";
        var stream = new PGCopyOutputStream(connection.unwrap(PGConnection.class), sql);
        return new CopyTable(CsvWriter.builder()
                .quoteStrategy(QuoteStrategies.EMPTY)
                .build(new OutputStreamWriter(stream, StandardCharsets.UTF_8)));
    }

    /** Adds a row; its values are written as text the way PostgreSQL reads them. */
    public void row(Object... values) {
        CsvWriter.CsvWriterRecord record = csv.writeRecord();
        for (Object value : values) {
            record.writeField(Objects.toString(value, null));
        }
        record.endRecord();
    }

    @Override
    public void close() throws SQLException {
        try {
            csv.close();
        } catch (UncheckedIOException | IOException e) {
            throw new SQLException("The rows could not be staged", e);
        }
    }
}
