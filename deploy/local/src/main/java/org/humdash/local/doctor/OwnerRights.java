package org.humdash.local.doctor;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Whether the role of a service may do what only an administrator of PostgreSQL should. */
final class OwnerRights implements DatabaseCheck.Question {

    private static final String NAME = "rights";

    @Override
    public List<Finding> of(Database database, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls
                        FROM pg_roles WHERE rolname = current_user""")) {
            row.next();
            List<String> tooMuch = new ArrayList<>();
            List<String> words = List.of("SUPERUSER", "CREATEROLE", "CREATEDB", "REPLICATION", "BYPASSRLS");
            for (int n = 0; n < words.size(); n++) {
                if (row.getBoolean(n + 1)) {
                    tooMuch.add(words.get(n));
                }
            }
            String role = database.user();
            return List.of(
                    tooMuch.isEmpty()
                            ? Finding.ok(NAME, role, "owns its database and no more")
                            : Finding.problem(
                                    NAME,
                                    role,
                                    "has " + String.join(", ", tooMuch),
                                    "take it away: ALTER ROLE " + role + " NO" + String.join(" NO", tooMuch)));
        }
    }
}
