package org.humdash.gateway.situation;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMin;
import org.humdash.gateway.parameter.DefaultsConfig;
import org.humdash.gateway.peer.ComposingConfig;
import org.humdash.gateway.quote.QuoteConfig;

/** Under {@code humdash.gateway.situation}: the composed situation. */
public interface SituationConfig extends DefaultsConfig, ComposingConfig, QuoteConfig {

    /**
     * Another time for single sections, by their names: {@code section-timeouts.ledger=4s}. A section that is not
     * named has {@code section-timeout}.
     */
    Map<String, Duration> sectionTimeouts();

    /** How long after it was read the last good value of a section may stand in for one that fails; 0 for never. */
    @WithDefault("1h")
    @DurationMin
    Duration lastGoodAge();

    /** How much memory of one gateway the last good values may take. */
    @WithDefault("32M")
    MemorySize lastGoodMemory();
}
