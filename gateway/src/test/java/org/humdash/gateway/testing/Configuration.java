package org.humdash.gateway.testing;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.humdash.gateway.GatewayConfig;

/** The gateway's configuration without a gateway: the defaults, and what a test says otherwise. */
public final class Configuration {

    private static final int ORDINAL = 100;

    private Configuration() {}

    /** @param keys without {@code humdash.gateway.} */
    public static GatewayConfig with(Map<String, String> keys) {
        java.util.Map<String, String> all = new java.util.HashMap<>();
        keys.forEach((key, value) -> all.put("humdash.gateway." + key, value));
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(all, "test", ORDINAL))
                .withMapping(GatewayConfig.class)
                .build()
                .getConfigMapping(GatewayConfig.class);
    }
}
