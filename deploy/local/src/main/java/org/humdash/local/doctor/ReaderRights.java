package org.humdash.local.doctor;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Whether the role of the dashboards reads the views of {@code reporting}, and neither reads nor writes anything else. */
final class ReaderRights implements DatabaseCheck.Question {

    private static final String NAME = "rights";
    private static final String READER = "grafana_reader";
    private static final int SHOWN = 5;

    /** Rights to single columns count too: they show as much. */
    private static final String TOO_MUCH = """
            SELECT n.nspname || '.' || c.relname
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'v', 'm', 'p', 'f')
              AND n.nspname NOT IN ('pg_catalog', 'information_schema')
              AND n.nspname NOT LIKE 'pg\\_%'
              AND (has_table_privilege(?, c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')
                   OR has_any_column_privilege(?, c.oid, 'INSERT, UPDATE')
                   OR n.nspname <> 'reporting' AND has_any_column_privilege(?, c.oid, 'SELECT'))
            ORDER BY 1""";

    @Override
    public List<Finding> of(Database database, Connection connection) throws SQLException {
        String subject = READER + " in " + database.name();
        if (strings(connection, "SELECT rolname FROM pg_roles WHERE rolname = ?", READER)
                .isEmpty()) {
            return List.of(Finding.warning(
                    NAME,
                    subject,
                    "is no role here",
                    "make it (docs/reporting.md) if dashboards read this installation"));
        }
        if (!strings(connection, "SELECT rolname FROM pg_roles WHERE rolname = ? AND rolsuper", READER)
                .isEmpty()) {
            return List.of(Finding.problem(
                    NAME, subject, "is a superuser", "take it away: ALTER ROLE " + READER + " NOSUPERUSER"));
        }
        List<String> tooMuch = strings(connection, TOO_MUCH, READER, READER, READER);
        if (!tooMuch.isEmpty()) {
            String more = tooMuch.size() > SHOWN ? " and " + (tooMuch.size() - SHOWN) + " more" : "";
            return List.of(Finding.problem(
                    NAME,
                    subject,
                    "may do more than read reporting: "
                            + String.join(", ", tooMuch.subList(0, Math.min(SHOWN, tooMuch.size()))) + more,
                    "hidden records may be seen there: REVOKE ALL on these FROM " + READER
                            + ", and see which roles it is a member of"));
        }
        return List.of(Finding.ok(NAME, subject, "reads nothing but reporting"));
    }

    private static List<String> strings(Connection connection, String query, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int n = 0; n < parameters.length; n++) {
                statement.setString(n + 1, parameters[n]);
            }
            List<String> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
            return found;
        }
    }
}
