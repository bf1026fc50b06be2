package org.humdash.incident.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
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
import org.humdash.kit.revision.ReadScope;
import org.humdash.vocabulary.export.Column.Kind;
import org.humdash.vocabulary.export.ExportFormat;
import org.humdash.vocabulary.export.TableLayout;
import org.humdash.vocabulary.export.TableWriter;
import org.postgresql.PGStatement;

/** Incidents as tables of any length, streamed from the database to the caller in constant memory. */
@ApplicationScoped
class IncidentExport {

    /** How many thousands of rows may wait for a slow caller. */
    private static final int AHEAD = 2;

    /** Lets the driver fetch numbers and dates in binary from the first row on, and not after five executions. */
    private static final int AT_ONCE = -1;

    private final DataSource dataSource;

    IncidentExport(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Writes all incidents that a query finds. */
    void write(IncidentQuery query, IncidentOrder order, ReadScope scope, ExportFormat format, OutputStream out)
            throws IOException {
        List<ExportColumn> columns = ExportColumn.of(scope.clearance());
        Map<String, String> about = new LinkedHashMap<>();
        about.put("asOf", scope.asOf().toString());
        about.put("knownAt", scope.knownAt().toString());
        TableLayout layout = new TableLayout(
                "incidents", columns.stream().map(ExportColumn::column).toList(), about);
        try (Connection connection = dataSource.getConnection()) {
            // Without a transaction the driver would fetch everything at once.
            connection.setAutoCommit(false);
            try (TableWriter table = format.writer(out, layout)) {
                rows(connection, query, order, columns, table);
                table.finish();
            } catch (UncheckedIOException e) {
                throw e.getCause();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IOException("The incidents could not be read to their end", e);
        }
    }

    /** The database looks for rows while others are written. */
    private static void rows(
            Connection connection,
            IncidentQuery query,
            IncidentOrder order,
            List<ExportColumn> columns,
            TableWriter table)
            throws SQLException, IOException {
        Kind[] kinds = columns.stream().map(column -> column.column().kind()).toArray(Kind[]::new);
        try (PreparedStatement statement = query.prepare(connection, select(columns, query, order))) {
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
                    case NUMBER -> table.number((long) cells[i]);
                    case LATITUDE, LONGITUDE -> table.number((double) cells[i]);
                }
            }
        }
        table.endRow();
    }

    private static String select(List<ExportColumn> columns, IncidentQuery query, IncidentOrder order) {
        String list = columns.stream().map(ExportColumn::sql).collect(Collectors.joining(", "));
        return "select " + list + " from incident i"
                + " left join lateral (select e.*, count(*) over () as report_count from incident_report e"
                + " where e.incident_revision_id = i.revision_id order by e.number limit 1) r on true"
                + " where " + query.conditions() + " order by " + order.clause();
    }
}
