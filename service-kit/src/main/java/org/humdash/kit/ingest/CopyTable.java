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

    private final PGCopyOutputStream stream;
    private final CsvWriter csv;

    private CopyTable(PGCopyOutputStream stream) {
        this.stream = stream;
        this.csv = CsvWriter.builder()
                .quoteStrategy(QuoteStrategies.EMPTY)
                .build(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    }

    /**
     * Opens the stream; the connection does nothing else until it is closed.
     *
     * @param table a table name written in the code, never one from a request
     */
    public static CopyTable into(Connection connection, String table, List<String> columns) throws SQLException {
        String sql = "copy " + table + " (" + String.join(", ", columns) + ") from stdin (format csv)";
        return new CopyTable(new PGCopyOutputStream(connection.unwrap(PGConnection.class), sql));
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
            SQLException failure = new SQLException("The rows could not be staged", e);
            giveUp(failure);
            throw failure;
        }
    }

    /** Until the copy is called off the driver keeps the connection for it, and a rollback would wait for ever. */
    private void giveUp(SQLException failure) {
        try {
            if (stream.isActive()) {
                stream.cancelCopy();
            }
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }
}
