package org.humdash.benchmark;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.humdash.local.postgres.LocalPostgres;

/** The database of incident-service, on a PostgreSQL of its own that keeps what it is told, as in use. */
final class IncidentDatabase implements AutoCloseable {

    private static final String NAME = "incident";
    private static final String OWNER = "incident_owner";

    private final String password = UUID.randomUUID().toString();
    private final LocalPostgres postgres;

    private IncidentDatabase(Path folder) {
        postgres = LocalPostgres.durable(
                folder.resolve("postgresql"),
                FreePorts.next(),
                UUID.randomUUID().toString(),
                folder.resolve("postgresql.log"));
    }

    /** Starts it with the tables as the service's migrations leave them, a ceasefire and its sources, and no incidents. */
    static IncidentDatabase start(Path folder) throws SQLException {
        IncidentDatabase database = new IncidentDatabase(folder);
        try {
            database.postgres.provision(NAME, OWNER, database.password);
            database.migrate();
            database.addCeasefireAndSources();
            return database;
        } catch (SQLException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    String url() {
        return postgres.jdbcUrl(NAME);
    }

    String user() {
        return OWNER;
    }

    String password() {
        return password;
    }

    Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", OWNER);
        properties.setProperty("password", password);
        return DriverManager.getConnection(url(), properties);
    }

    @Override
    public void close() {
        postgres.close();
    }

    private void migrate() {
        Flyway.configure()
                .dataSource(url(), OWNER, password)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    private void addCeasefireAndSources() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                PreparedStatement source = connection.prepareStatement("""
                        insert into source (id, revision, recorded_at, revision_reason, sensitivity, code, name_en, kind)
                        values (gen_random_uuid(), 1, '2024-01-01T00:00:00Z', 'NEW', 'LOW', ?, 'A source', 'MONITOR')""")) {
            statement.execute("""
                    insert into ceasefire (id, revision, recorded_at, revision_reason, sensitivity, code, name_en, effective_at,
                        time_zone, area, parties, mediators, guarantors, attack_types)
                    values (gen_random_uuid(), 1, '2024-01-01T00:00:00Z', 'NEW', 'LOW', '%s', 'A ceasefire', '2024-01-01T10:00:00Z',
                        'Asia/Gaza', 'PS', '{}', '{}', '{}', '{AIR_STRIKE,ARTILLERY_SHELLING,BOMBARDMENT,CIVILIAN_SHOOTING,GROUND_INCURSION,DEMOLITION,PROJECTILE_LAUNCH}')
                    """.formatted(Samples.CEASEFIRE));
            for (int number = 1; number <= Samples.SOURCES; number++) {
                source.setString(1, Samples.source(number));
                source.executeUpdate();
            }
        }
    }
}
