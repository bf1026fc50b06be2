package org.humdash.gateway.webhook;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.humdash.local.postgres.LocalPostgres;
import org.postgresql.ds.PGSimpleDataSource;

/** A real PostgreSQL with the gateway's tables, for tests that need no running gateway. */
final class WebhookDatabase implements AutoCloseable {

    private final LocalPostgres postgres = LocalPostgres.temporary();
    private final PGSimpleDataSource dataSource = new PGSimpleDataSource();

    WebhookDatabase() {
        postgres.provision("gateway", "gateway_owner", "only-for-tests");
        dataSource.setUrl(postgres.jdbcUrl("gateway"));
        dataSource.setUser("gateway_owner");
        dataSource.setPassword("only-for-tests");
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    DataSource dataSource() {
        return dataSource;
    }

    void clear() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("truncate webhook cascade");
        }
    }

    @Override
    public void close() {
        postgres.close();
    }
}
