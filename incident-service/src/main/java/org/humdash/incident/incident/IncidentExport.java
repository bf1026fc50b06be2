package org.humdash.incident.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.humdash.kit.revision.ReadScope;
import org.humdash.vocabulary.export.Column.Kind;
import org.humdash.vocabulary.export.ExportFormat;
import org.humdash.vocabulary.export.TableLayout;
import org.humdash.vocabulary.export.TableWriter;
import org.humdash.vocabulary.place.Gazetteer;
import org.postgresql.PGStatement;

/** Incidents as tables of any length, streamed from the database to the caller in constant memory. */
@ApplicationScoped
class IncidentExport {

    private static final int ROWS_AT_A_TIME = 1_000;

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
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IOException("The incidents could not be read to their end", e);
        }
    }

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
            statement.setFetchSize(ROWS_AT_A_TIME);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    for (int i = 0; i < kinds.length; i++) {
                        cell(table, kinds[i], row, i + 1);
                    }
                    table.endRow();
                }
            }
        }
    }

    private static void cell(TableWriter table, Kind kind, ResultSet row, int column) throws SQLException, IOException {
        switch (kind) {
            case TEXT -> table.text(row.getString(column));
            case DATE -> table.date(row.getObject(column, LocalDate.class));
            case INSTANT ->
                table.instant(row.getObject(column, OffsetDateTime.class).toInstant());
            case NUMBER -> {
                long number = row.getLong(column);
                if (row.wasNull()) {
                    table.skip();
                } else {
                    table.number(number);
                }
            }
            case LATITUDE, LONGITUDE -> {
                double degrees = row.getDouble(column);
                if (row.wasNull()) {
                    table.skip();
                } else {
                    table.number(degrees);
                }
            }
        }
    }

    private static String select(List<ExportColumn> columns, IncidentQuery query, IncidentOrder order) {
        String list = columns.stream().map(ExportColumn::sql).collect(Collectors.joining(", "));
        return "select " + list + " from incident i"
                + " left join incident_report r on r.incident_revision_id = i.revision_id and r.number = 1"
                + " left join (values " + areas() + ") a (code, en, ar) on a.code = i.adm2"
                + " where " + query.conditions() + " order by " + order.clause();
    }

    /** The gazetteer's names; they are the service's own words, and quoted all the same. */
    private static String areas() {
        return Gazetteer.palestine().areas().stream()
                .map(area -> "('" + area.pcode() + "', '" + area.name().en().replace("'", "''") + "', '"
                        + area.name().ar().replace("'", "''") + "')")
                .collect(Collectors.joining(", "));
    }
}
