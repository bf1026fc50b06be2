package org.humdash.local.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** Databases and roles, as an installation has them. Each step may be taken again and again. */
final class Provisioning {

    private Provisioning() {}

    /** A database, its owner with this password, and nobody else who may connect. */
    static void database(Connection connection, String database, String ownerRole, String ownerPassword)
            throws SQLException {
        ensureRole(connection, ownerRole, ownerPassword);
        if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
            run(connection, "CREATE DATABASE %s OWNER %s", database, ownerRole);
        }
        run(connection, "ALTER DATABASE %s OWNER TO %s", database, ownerRole);
        run(connection, "REVOKE ALL ON DATABASE %s FROM PUBLIC", database);
    }

    /** In the database of the connection only its owner makes tables. */
    static void closePublicSchema(Connection connection) throws SQLException {
        run(connection, "REVOKE CREATE ON SCHEMA public FROM PUBLIC");
    }

    /** A role that connects and reads what it is granted, within bounds. */
    static void reader(Connection connection, String role, String password, String... databases) throws SQLException {
        ensureRole(connection, role, password);
        run(connection, "ALTER ROLE %s CONNECTION LIMIT 10", role);
        run(connection, "ALTER ROLE %s SET default_transaction_read_only = on", role);
        run(connection, "ALTER ROLE %s SET statement_timeout = '15s'", role);
        run(connection, "ALTER ROLE %s SET idle_in_transaction_session_timeout = '30s'", role);
        for (String database : databases) {
            run(connection, "GRANT CONNECT ON DATABASE %s TO %s", database, role);
        }
    }

    private static void ensureRole(Connection connection, String role, String password) throws SQLException {
        if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", role)) {
            run(connection, "CREATE ROLE %s NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION", role);
        }
        run(connection, "ALTER ROLE %s LOGIN", role);
        // Only the SCRAM verifier travels and may be logged, never the password.
        connection.unwrap(PGConnection.class).alterUserPassword(role, password.toCharArray(), "scram-sha-256");
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private static void run(Connection connection, String statement, String... identifiers) throws SQLException {
        try (var prepared = connection.createStatement()) {
            Object[] quoted = new Object[identifiers.length];
            for (int i = 0; i < identifiers.length; i++) {
                quoted[i] = prepared.enquoteIdentifier(identifiers[i], true);
            }
            prepared.execute(statement.formatted(quoted));
        }
    }
}
