package org.humdash.local.doctor;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Whether every migration that the programs bring was applied, and none failed. */
final class Migrations implements DatabaseCheck.Question {

    private static final String NAME = "migrations";
    private static final String NO_SUCH_TABLE = "42P01";

    private final Map<String, Set<String>> brought;

    /** @param brought versions by the name of the database; what is not in it is not compared */
    Migrations(Map<String, Set<String>> brought) {
        this.brought = brought;
    }

    @Override
    public List<Finding> of(Database database, Connection connection) throws SQLException {
        Set<String> applied = new TreeSet<>();
        List<String> failed = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT coalesce(version, ''), description, success FROM flyway_schema_history
                        ORDER BY installed_rank""")) {
            while (row.next()) {
                if (!row.getBoolean(3)) {
                    failed.add((row.getString(1) + " " + row.getString(2)).strip());
                } else if (!row.getString(1).isEmpty()) {
                    applied.add(row.getString(1));
                }
            }
        } catch (SQLException e) {
            if (!NO_SUCH_TABLE.equals(e.getSQLState())) {
                throw e;
            }
            return List.of(Finding.problem(
                    NAME, database.name(), "was never migrated", "start the service: it migrates its database"));
        }
        return List.of(finding(database.name(), applied, failed));
    }

    private Finding finding(String database, Set<String> applied, List<String> failed) {
        if (!failed.isEmpty()) {
            return Finding.problem(
                    NAME,
                    database,
                    "failed: " + String.join(", ", failed),
                    "read why in the log of the service, set that right, delete the failed row from flyway_schema_history,"
                            + " and start the service again");
        }
        Set<String> expected = brought.get(database);
        if (expected == null) {
            return Finding.ok(NAME, database, "none failed; the newest is " + newest(applied));
        }
        Set<String> pending = new TreeSet<>(expected);
        pending.removeAll(applied);
        if (!pending.isEmpty()) {
            return Finding.problem(
                    NAME,
                    database,
                    "not applied: " + String.join(", ", pending),
                    "start the service with the programs that are built here: it migrates its database");
        }
        Set<String> unknown = new TreeSet<>(applied);
        unknown.removeAll(expected);
        if (!unknown.isEmpty()) {
            return Finding.warning(
                    NAME,
                    database,
                    "is newer than the programs: " + String.join(", ", unknown),
                    "bring the programs up to date, unless you have just gone back to an earlier release on purpose");
        }
        return Finding.ok(NAME, database, "all applied; the newest is " + newest(applied));
    }

    private static String newest(Set<String> applied) {
        return applied.stream().reduce((first, second) -> second).orElse("none");
    }
}
