package org.humdash.gateway.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.humdash.local.postgres.LocalPostgres;

/** A real PostgreSQL of the gateway's own, owned by a role that is no superuser; and the key of the first administrator. */
public class GatewayDatabase implements QuarkusTestResourceLifecycleManager {

    /** Known to everybody, and of a gateway that lives as long as a test. */
    public static final String ADMINISTRATOR_KEY =
            "humdash_00000000000000a1_only-for-tests-only-for-tests-only-for-test";

    private LocalPostgres postgres;

    @Override
    public Map<String, String> start() {
        postgres = LocalPostgres.temporary();
        postgres.provision("gateway", "gateway_owner", "only-for-tests");
        return Map.of(
                "quarkus.datasource.jdbc.url",
                postgres.jdbcUrl("gateway"),
                "quarkus.datasource.username",
                "gateway_owner",
                "quarkus.datasource.password",
                "only-for-tests",
                "humdash.gateway.access.administrator-key",
                ADMINISTRATOR_KEY);
    }

    @Override
    public void stop() {
        if (postgres != null) {
            postgres.close();
        }
    }
}
