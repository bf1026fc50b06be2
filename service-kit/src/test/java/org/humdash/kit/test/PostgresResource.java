package org.humdash.kit.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.humdash.local.postgres.LocalPostgres;

/**
 * Gives a service under test its own real PostgreSQL, with the roles of an installation: an owner who is no superuser,
 * and the reader of the dashboards. Serves in-process tests and tests of the packaged program alike.
 */
public class PostgresResource implements QuarkusTestResourceLifecycleManager {

    /** The password of every role in a test. */
    public static final String PASSWORD = "only-for-tests";

    /** The role the dashboards read with. */
    public static final String READER = "grafana_reader";

    private static final String DATABASE = "service";
    private static final String OWNER = "service_owner";

    private LocalPostgres postgres;

    @Override
    public Map<String, String> start() {
        postgres = LocalPostgres.temporary();
        postgres.provision(DATABASE, OWNER, PASSWORD);
        postgres.provisionReader(READER, PASSWORD, DATABASE);
        return Map.of(
                "quarkus.datasource.jdbc.url",
                postgres.jdbcUrl(DATABASE),
                "quarkus.datasource.username",
                OWNER,
                "quarkus.datasource.password",
                PASSWORD,
                // A test that waits for nothing to happen need not wait long.
                "humdash.watermark.hold",
                "1s",
                // Nor need one that reads slowly. Nothing that is taken buys more time.
                "humdash.reader.patience",
                "2s",
                "humdash.reader.slowest",
                "1G",
                // The packaged program would take the fixed port of a real installation.
                "quarkus.management.port",
                "0");
    }

    @Override
    public void stop() {
        if (postgres != null) {
            postgres.close();
        }
    }
}
