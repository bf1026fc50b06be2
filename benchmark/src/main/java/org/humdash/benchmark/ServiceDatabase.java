package org.humdash.benchmark;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.humdash.local.postgres.LocalPostgres;

/** The database of a program, on a PostgreSQL of the benchmark's own that keeps what it is told, as in use. */
final class ServiceDatabase implements AutoCloseable {

    private final String name;
    private final String owner;
    private final String password = UUID.randomUUID().toString();
    private final LocalPostgres postgres;

    private ServiceDatabase(LocalPostgres postgres, String name) {
        this.postgres = postgres;
        this.name = name;
        this.owner = name + "_owner";
    }

    /** Starts it without any tables; the program makes them when it starts. */
    static ServiceDatabase start(Path folder, String name) {
        ServiceDatabase database = new ServiceDatabase(
                LocalPostgres.durable(
                        folder.resolve("postgresql"),
                        FreePorts.next(),
                        UUID.randomUUID().toString(),
                        folder.resolve("postgresql.log")),
                name);
        try {
            database.provision();
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** Another one on the same PostgreSQL, which ends with it. */
    ServiceDatabase beside(String other) {
        ServiceDatabase database = new ServiceDatabase(postgres, other);
        database.provision();
        return database;
    }

    private void provision() {
        postgres.provision(name, owner, password);
    }

    /** What a program is told to find it. */
    Map<String, String> environment() {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", url(),
                "QUARKUS_DATASOURCE_USERNAME", owner,
                "QUARKUS_DATASOURCE_PASSWORD", password);
    }

    String url() {
        return postgres.jdbcUrl(name);
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

    /** Ends PostgreSQL, and with it the databases beside this one. */
    @Override
    public void close() {
        postgres.close();
    }
}
