package org.humdash.benchmark;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The tables that hold incidents and what is derived from them. */
final class Tables {

    private static final String DEADLOCK = "40P01";

    private Tables() {}

    /** Takes everything out, whatever roll-ups there are. */
    static void empty(Statement statement) throws SQLException {
        String truncate = "truncate " + names(statement);
        while (!isDone(truncate, statement)) {
            // The gauges of the service read the same tables in an order of their own.
        }
    }

    private static boolean isDone(String sql, Statement statement) throws SQLException {
        try {
            statement.execute(sql);
            return true;
        } catch (SQLException e) {
            if (DEADLOCK.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    private static String names(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("""
                select string_agg(oid::regclass::text, ', ') from pg_class
                where relkind = 'r' and relname ~ '^incident(_report|_total|_\\w*rollup)?$'""")) {
            row.next();
            return row.getString(1);
        }
    }

    static void requireRows(Statement statement, long rows) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "select (select count(*) from incident), (select count(*) from incident_report)")) {
            row.next();
            if (row.getLong(1) != rows || row.getLong(2) != rows) {
                throw new IllegalStateException(
                        row.getLong(1) + " incidents with " + row.getLong(2) + " reports are there instead of " + rows);
            }
        }
    }
}
