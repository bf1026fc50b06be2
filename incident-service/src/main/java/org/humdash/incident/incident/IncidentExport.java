package org.humdash.incident.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
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
import org.humdash.vocabulary.export.Column;
import org.humdash.vocabulary.export.ExportFormat;
import org.humdash.vocabulary.export.TableLayout;
import org.humdash.vocabulary.export.TableWriter;
import org.humdash.vocabulary.place.Gazetteer;
import org.postgresql.PGConnection;

/**
 * Incidents as tables of any length, streamed from the database to the caller in constant memory. CSV and HXL are written
 * by the database itself (COPY), which no way through Java comes near.
 */
@ApplicationScoped
class IncidentExport {

    private static final int ROWS_AT_A_TIME = 2_000;

    /**
     * As {@link org.humdash.vocabulary.export.Formulas}, in SQL: apostrophes, white space and invisible characters may
     * stand in front of what a spreadsheet program takes for a formula.
     */
    private static final String RISKY =
            "^''*([\\t\\r\\n]|[[:space:][:cntrl:]\\u00a0\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\ufeff]*"
                    + "[=+@\\uff1d\\uff0b\\uff20\\ufe66\\ufe62\\ufe6b\\uff0d\\ufe63-])";

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
            if (format == ExportFormat.CSV || format == ExportFormat.HXL) {
                out.write(header(format, layout));
                copy(connection, query, order, columns, out);
            } else {
                rows(connection, query, order, columns, format, layout, out);
            }
        } catch (SQLException e) {
            throw new IOException("The incidents could not be read to their end", e);
        }
    }

    private static byte[] header(ExportFormat format, TableLayout layout) throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        try (TableWriter table = format.writer(header, layout)) {
            table.finish();
        }
        return header.toByteArray();
    }

    private static void copy(
            Connection connection,
            IncidentQuery query,
            IncidentOrder order,
            List<ExportColumn> columns,
            OutputStream out)
            throws SQLException, IOException {
        String list = columns.stream().map(IncidentExport::plain).collect(Collectors.joining(", "));
        String sql = query.literal(connection, select(list, query, order));
        connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy (" + sql + ") to stdout (format csv)", out);
    }

    /** A column as CSV has it: instants in UTC, and no text that a spreadsheet program would run. */
    private static String plain(ExportColumn column) {
        return switch (column.column().kind()) {
            case TEXT ->
                "case when " + column.sql() + " ~ e'"
                        + RISKY.replace("\\", "\\\\").replace("\\\\u", "\\u") + "' then '''' || " + column.sql()
                        + " else " + column.sql() + " end";
            case INSTANT -> "to_char(" + column.sql() + " at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')";
            case NUMBER, DATE, LATITUDE, LONGITUDE -> column.sql();
        };
    }

    private static void rows(
            Connection connection,
            IncidentQuery query,
            IncidentOrder order,
            List<ExportColumn> columns,
            ExportFormat format,
            TableLayout layout,
            OutputStream out)
            throws SQLException, IOException {
        String list = columns.stream()
                .map(column -> column.sql() + " as " + column.column().name())
                .collect(Collectors.joining(", "));
        // Without a transaction the driver would fetch everything at once.
        connection.setAutoCommit(false);
        try (PreparedStatement statement = query.prepare(connection, select(list, query, order));
                TableWriter table = format.writer(out, layout)) {
            statement.setFetchSize(ROWS_AT_A_TIME);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    for (int i = 0; i < columns.size(); i++) {
                        cell(table, columns.get(i).column().kind(), row, i + 1);
                    }
                    table.endRow();
                }
            }
            table.finish();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static void cell(TableWriter table, Column.Kind kind, ResultSet row, int column)
            throws SQLException, IOException {
        switch (kind) {
            case TEXT -> table.text(row.getString(column));
            case DATE -> table.date(row.getObject(column, LocalDate.class));
            case INSTANT ->
                table.instant(row.getObject(column, OffsetDateTime.class).toInstant());
            case NUMBER -> {
                BigDecimal number = row.getBigDecimal(column);
                table.number(number);
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

    private static String select(String list, IncidentQuery query, IncidentOrder order) {
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
