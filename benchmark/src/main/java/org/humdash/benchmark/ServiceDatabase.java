package org.humdash.benchmark;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.UUID;
import org.humdash.local.postgres.LocalPostgres;

/** The database of a service, on a PostgreSQL of its own that keeps what it is told, as in use. */
final class ServiceDatabase implements AutoCloseable {

    private final String name;
    private final String owner;
    private final String password = UUID.randomUUID().toString();
    private final LocalPostgres postgres;

    private ServiceDatabase(Path folder, String name) {
        this.name = name;
        this.owner = name + "_owner";
        postgres = LocalPostgres.durable(
                folder.resolve("postgresql"),
                FreePorts.next(),
                UUID.randomUUID().toString(),
                folder.resolve("postgresql.log"));
    }

    /** Starts it without any tables; the service makes them when it starts. */
    static ServiceDatabase start(Path folder, String name) {
        ServiceDatabase database = new ServiceDatabase(folder, name);
        try {
            database.postgres.provision(name, database.owner, database.password);
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    String url() {
        return postgres.jdbcUrl(name);
    }

    String user() {
        return owner;
    }

    String password() {
        return password;
    }

    Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", owner);
        properties.setProperty("password", password);
        return DriverManager.getConnection(url(), properties);
    }

    /** Makes room for rows that come and go, and counts what is there for the planner. */
    void vacuum() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
        }
    }

    @Override
    public void close() {
        postgres.close();
    }
}
