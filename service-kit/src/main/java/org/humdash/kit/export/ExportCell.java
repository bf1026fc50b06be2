package org.humdash.kit.export;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Reads what a column of an export holds from where it stands in a row of the database: what the kind of the column asks
 * for, a number as {@link Long} or {@link java.math.BigDecimal}, degrees as {@link Double}; null for what is not known.
 */
@FunctionalInterface
interface ExportCell {
    Object read(ResultSet row, int position) throws SQLException;
}
