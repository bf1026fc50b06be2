package org.humdash.gateway.peer;

import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** Under {@code humdash.gateway.route}: how long a service may think. */
public interface ReadTimeoutConfig {

    /** How long a service may think about a GET or HEAD before its answer begins. */
    @WithDefault("30s")
    @DurationMin(millis = 1)
    Duration readTimeout();
}
