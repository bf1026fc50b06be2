package org.humdash.benchmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Tables whose indexes, constraints and triggers were taken away, and what puts them back. */
final class BareTables {

    private final List<String> tables;
    private final List<String> building;

    private BareTables(List<String> tables, List<String> building) {
        this.tables = tables;
        this.building = building;
    }

    /** Takes away all indexes and constraints of the tables, but that columns are not null, and stills their triggers. */
    static BareTables of(Connection connection, List<String> tables) throws SQLException {
        String names = "('" + String.join("'::regclass, '", tables) + "'::regclass)";
        // Foreign keys first away, and last back.
        List<String> dropping = strings(connection, """
                select format('alter table %%s drop constraint %%I', conrelid::regclass, conname)
                from pg_constraint where conrelid in %s and contype <> 'n' order by contype <> 'f', conname""".formatted(names));
        // All of a table at once, so that it is gone through once: the limit is to be the fastest there is.
        List<String> constraints = strings(connection, """
                select format('alter table %%s %%s', conrelid::regclass,
                    string_agg(format('add constraint %%I %%s', conname, pg_get_constraintdef(oid)), ', ' order by conname))
                from pg_constraint where conrelid in %s and contype <> 'n'
                group by conrelid, contype = 'f' order by contype = 'f', conrelid""".formatted(names));
        execute(connection, dropping);
        List<String> building = strings(
                connection,
                "select pg_get_indexdef(indexrelid) from pg_index where indrelid in " + names + " order by indexrelid");
        execute(
                connection,
                strings(
                        connection,
                        "select format('drop index %s', indexrelid::regclass) from pg_index where indrelid in "
                                + names));
        building.addAll(constraints);
        execute(connection, forEach(tables, "alter table %s disable trigger user"));
        return new BareTables(tables, building);
    }

    void build(Connection connection) throws SQLException {
        execute(connection, building);
    }

    /** Wakes the triggers again; what they keep is not made up for. */
    void finish(Connection connection) throws SQLException {
        execute(connection, forEach(tables, "alter table %s enable trigger user"));
    }

    private static List<String> forEach(List<String> tables, String sql) {
        return tables.stream().map(sql::formatted).toList();
    }

    private static void execute(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static List<String> strings(Connection connection, String sql) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
        }
        return strings;
    }
}
