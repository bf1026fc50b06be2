package org.humdash.humanitarian;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What an operator can set of this service, beside what Quarkus itself knows. */
@ConfigMapping(prefix = "humdash.humanitarian")
public interface HumanitarianConfig {

    /** Where the incident-service answers, which keeps the register of sources; without the path. */
    @WithDefault("http://localhost:8081")
    URI sourceRegisterUrl();

    /** How often the gauges are read afresh: a change shows in the metrics after this time at the latest. */
    @WithDefault("15s")
    Duration gaugeRefresh();

    /** Files that are fetched from an address every so often. */
    Pulls pulls();

    /** Files that are fetched from an address every so often. */
    interface Pulls {

        /** Whether anything is fetched at all. */
        @WithDefault("false")
        boolean enabled();

        /** The hosts that may be asked, by their whole names; none when left out. */
        Optional<Set<String>> allowedHosts();

        /** Whether a host may have an address in a private network, or of this machine, and be asked by plain http. */
        @WithDefault("false")
        boolean allowPrivateAddresses();

        /** The largest file that is taken. */
        @WithDefault("200000000")
        long maxBytes();

        /** For the connection, for any silence and for the whole file. */
        @WithDefault("60s")
        Duration timeout();

        /** How often it is looked whose turn has come. */
        @WithDefault("60s")
        Duration lookEvery();
    }
}
