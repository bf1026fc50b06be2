package org.humdash.incident;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What an operator can set of this service, beside what Quarkus itself knows. */
@ConfigMapping(prefix = "humdash.incident")
public interface IncidentConfig {

    /** How often the gauges are read afresh: a change shows in the metrics after this time at the latest. */
    @WithDefault("15s")
    Duration gaugeRefresh();

    /**
     * Days the day ledger waits for reports before it calls a day quiet or unreported: a day later than the as-of day
     * minus this many is pending. A request may ask for another number.
     */
    @WithDefault("1")
    int ledgerLagDays();
}
