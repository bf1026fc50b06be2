package org.humdash.gateway.testing;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.humdash.gateway.GatewayConfig;

/** The configuration of the gateway, for objects that are tested without it. */
public final class Configured {

    private Configured() {}

    /** The defaults, but for what is given, by whole keys. */
    public static GatewayConfig with(Map<String, String> changed) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(changed, "test", 500))
                .withMapping(GatewayConfig.class)
                .build()
                .getConfigMapping(GatewayConfig.class);
    }
}
