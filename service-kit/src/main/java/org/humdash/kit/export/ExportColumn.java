package org.humdash.kit.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.humdash.vocabulary.export.Column;
import org.humdash.vocabulary.export.Column.Kind;

/**
 * A column of exported records, the SQL it comes from, and how it is read. A tag is null where the standard has none.
 * The SQL is written in the code and never comes from a request.
 */
public final class ExportColumn {

    private final Column column;
    private final String sql;
    private final ExportCell cell;

    private ExportColumn(String name, String tag, Kind kind, String sql, ExportCell cell) {
        this.column = new Column(name, tag, kind);
        this.sql = sql;
        this.cell = cell;
    }

    public static ExportColumn text(String name, String tag, String sql) {
        return new ExportColumn(name, tag, Kind.TEXT, sql, ResultSet::getString);
    }

    /** @param shown what a code is shown as; not asked where there is none */
    public static ExportColumn text(String name, String tag, String sql, UnaryOperator<String> shown) {
        return new ExportColumn(name, tag, Kind.TEXT, sql, (row, position) -> {
            String text = row.getString(position);
            return text == null ? null : shown.apply(text);
        });
    }

    /** A whole number. */
    public static ExportColumn number(String name, String tag, String sql) {
        return new ExportColumn(name, tag, Kind.NUMBER, sql, (row, position) -> {
            long number = row.getLong(position);
            return row.wasNull() ? null : (Long) number;
        });
    }

    /** A number of SQL's type numeric, with the decimals it has there. */
    public static ExportColumn decimal(String name, String tag, String sql) {
        return new ExportColumn(name, tag, Kind.NUMBER, sql, ResultSet::getBigDecimal);
    }

    public static ExportColumn date(String name, String tag, String sql) {
        return new ExportColumn(name, tag, Kind.DATE, sql, (row, position) -> row.getObject(position, LocalDate.class));
    }

    public static ExportColumn instant(String name, String tag, String sql) {
        return new ExportColumn(name, tag, Kind.INSTANT, sql, (row, position) -> {
            OffsetDateTime instant = row.getObject(position, OffsetDateTime.class);
            return instant == null ? null : instant.toInstant();
        });
    }

    /** @param axis LATITUDE or LONGITUDE */
    public static ExportColumn degrees(String name, String tag, Kind axis, String sql) {
        return new ExportColumn(name, tag, axis, sql, (row, position) -> {
            double degrees = row.getDouble(position);
            return row.wasNull() ? null : (Double) degrees;
        });
    }

    /**
     * @param axis LATITUDE or LONGITUDE
     * @param position where the place of a code is; null where that is not known
     */
    public static ExportColumn degrees(
            String name, String tag, Kind axis, String sql, Function<String, Double> position) {
        return new ExportColumn(name, tag, axis, sql, (row, place) -> {
            String code = row.getString(place);
            return code == null ? null : position.apply(code);
        });
    }

    Column column() {
        return column;
    }

    String sql() {
        return sql;
    }

    Object read(ResultSet row, int position) throws SQLException {
        return cell.read(row, position);
    }
}
