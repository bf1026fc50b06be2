package org.humdash.gateway.peer;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** Under {@code humdash.gateway.situation}: how the services are asked for what is composed. */
public interface ComposingConfig {

    /** How long each section may take, from asking to the last byte; then it is unavailable, or the last good value. */
    @WithDefault("2s")
    @DurationMin(millis = 1)
    Duration sectionTimeout();

    /** How much is read of one section; an answer that is larger is unavailable. */
    @WithDefault("16M")
    MemorySize maxAnswer();

    /** Connections kept to each service for composing; apart from those of the routes, so downloads cannot starve it. */
    @WithDefault("32")
    @Min(1)
    int connections();
}
