package org.humdash.kit.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.humdash.kit.ingest.ReadAhead;
import org.humdash.kit.query.SqlConditions;
import org.humdash.kit.revision.ReadScope;
import org.humdash.vocabulary.export.Column.Kind;
import org.humdash.vocabulary.export.ExportFormat;
import org.humdash.vocabulary.export.TableLayout;
import org.humdash.vocabulary.export.TableWriter;
import org.postgresql.PGStatement;

/** Records as tables of any length, streamed from the database to the caller in constant memory. */
@ApplicationScoped
public class TableExport {

    /** How many thousands of rows may wait for a slow caller. */
    private static final int AHEAD = 2;

    /** Lets the driver fetch numbers and dates in binary from the first row on, and not after five executions. */
    private static final int AT_ONCE = -1;

    private final DataSource dataSource;

    TableExport(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * The rows of a table.
     *
     * @param name of the table and its file: {@code incidents}
     * @param from the SQL between {@code from} and {@code where}, without a parameter
     * @param order the SQL after {@code order by}
     */
    public record Selection(
            String name, List<ExportColumn> columns, String from, SqlConditions conditions, String order) {

        public Selection {
            columns = List.copyOf(columns);
        }

        private String sql() {
            return "select " + columns.stream().map(ExportColumn::sql).collect(Collectors.joining(", ")) + " from "
                    + from + " where " + conditions.sql() + " order by " + order;
        }
    }

    /** An answer with everything that is selected, as a file. */
    public Response answer(Selection selection, ReadScope scope, ExportFormat format) {
        StreamingOutput table = out -> write(selection, scope, format, out);
        return Response.ok(table, format.mediaType())
                .header("Content-Disposition", "attachment; filename=\"" + format.fileName(selection.name()) + "\"")
                .header("Vary", "Accept, Authorization")
                .build();
    }

    private void write(Selection selection, ReadScope scope, ExportFormat format, OutputStream out) throws IOException {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("asOf", scope.asOf().toString());
        about.put("knownAt", scope.knownAt().toString());
        TableLayout layout = new TableLayout(
                selection.name(),
                selection.columns().stream().map(ExportColumn::column).toList(),
                about);
        try (Connection connection = dataSource.getConnection()) {
            // Without a transaction the driver would fetch everything at once.
            connection.setAutoCommit(false);
            try (TableWriter table = format.writer(out, layout)) {
                rows(connection, selection, table);
                table.finish();
            } catch (UncheckedIOException e) {
                throw e.getCause();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IOException("The " + selection.name() + " could not be read to their end", e);
        }
    }

    /** The database looks for rows while others are written. */
    private static void rows(Connection connection, Selection selection, TableWriter table)
            throws SQLException, IOException {
        List<ExportColumn> columns = selection.columns();
        Kind[] kinds = columns.stream().map(column -> column.column().kind()).toArray(Kind[]::new);
        try (PreparedStatement statement = selection.conditions().prepare(connection, selection.sql())) {
            statement.unwrap(PGStatement.class).setPrepareThreshold(AT_ONCE);
            statement.setFetchSize(ExportedRows.AT_A_TIME);
            try (ResultSet row = statement.executeQuery();
                    ReadAhead<List<Object[]>> ahead = ReadAhead.of(new ExportedRows(row, columns), AHEAD)) {
                while (ahead.hasNext()) {
                    for (Object[] cells : ahead.next()) {
                        write(cells, kinds, table);
                    }
                }
            }
        }
    }

    private static void write(Object[] cells, Kind[] kinds, TableWriter table) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] == null) {
                table.skip();
            } else {
                switch (kinds[i]) {
                    case TEXT -> table.text((String) cells[i]);
                    case DATE -> table.date((LocalDate) cells[i]);
                    case INSTANT -> table.instant((Instant) cells[i]);
                    case NUMBER -> number(cells[i], table);
                    case LATITUDE, LONGITUDE -> table.number((double) cells[i]);
                }
            }
        }
        table.endRow();
    }

    private static void number(Object number, TableWriter table) throws IOException {
        if (number instanceof BigDecimal decimal) {
            table.number(decimal);
        } else {
            table.number((long) number);
        }
    }
}
