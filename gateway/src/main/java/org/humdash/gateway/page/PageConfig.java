package org.humdash.gateway.page;

import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** Under {@code humdash.gateway.page}: the situation page. */
public interface PageConfig {

    /** Codes of the indicators that stand first, in this order; the others follow in a table. */
    @WithDefault(
            "STORM_DEATHS_ALL,STRUCTURES_DESTROYED_PCT,STRUCTURES_DAMAGED_ANY_PCT,SHELTER_PEOPLE_ALL,TRUCKS_PER_DAY_AVERAGE")
    List<String> keyIndicators();

    /** How long each answer may take that is asked for besides the situation. */
    @WithDefault("2s")
    Duration timeout();
}
