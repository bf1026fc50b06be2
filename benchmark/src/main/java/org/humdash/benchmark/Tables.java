package org.humdash.benchmark;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The tables that hold a kind of records, and what is derived from them.
 *
 * @param pattern of all their names, as a regular expression of PostgreSQL
 * @param records those that have a row for each sample
 */
record Tables(String pattern, List<String> records) {

    static final Tables INCIDENTS =
            new Tables("^incident(_report|_total|_\\w*rollup)?$", List.of("incident", "incident_report"));

    static final Tables OBSERVATIONS = new Tables("^observation(_\\w+)?$", List.of("observation"));

    private static final String DEADLOCK = "40P01";

    /** Takes everything out, whatever is derived. */
    void empty(Statement statement) throws SQLException {
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

    private String names(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("""
                select string_agg(oid::regclass::text, ', ') from pg_class
                where relkind = 'r' and relname ~ '%s'""".formatted(pattern))) {
            row.next();
            return row.getString(1);
        }
    }

    void requireRows(Statement statement, long rows) throws SQLException {
        for (String table : records) {
            try (ResultSet row = statement.executeQuery("select count(*) from " + table)) {
                row.next();
                if (row.getLong(1) != rows) {
                    throw new IllegalStateException(table + " has " + row.getLong(1) + " rows instead of " + rows);
                }
            }
        }
    }
}
