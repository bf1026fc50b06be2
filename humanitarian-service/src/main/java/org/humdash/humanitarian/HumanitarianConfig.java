package org.humdash.humanitarian;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** What an operator can set of this service, beside what Quarkus itself knows. */
@ConfigMapping(prefix = "humdash.humanitarian")
public interface HumanitarianConfig {

    /** Where the incident-service answers, which keeps the register of sources; without the path. */
    @WithDefault("http://localhost:8081")
    URI sourceRegisterUrl();

    /** How often the gauges are read afresh: a change shows in the metrics after this time at the latest. */
    @WithDefault("15s")
    Duration gaugeRefresh();
}
