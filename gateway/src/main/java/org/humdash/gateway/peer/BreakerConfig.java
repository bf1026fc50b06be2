package org.humdash.gateway.peer;

import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** Under {@code humdash.gateway.limits.breaker}: when a service that fails is left alone. */
public interface BreakerConfig {

    /** Share of requests that failed, in per cent, from which on a service is left alone. */
    @WithDefault("50")
    @Min(1)
    @Max(100)
    int failures();

    /** How many requests, the latest, are looked at. None is judged by fewer. */
    @WithDefault("20")
    @Min(1)
    int requests();

    /** How long it is left alone before a few requests try again. */
    @WithDefault("5s")
    @DurationMin(millis = 1)
    Duration pause();

    /** How many requests try. */
    @WithDefault("3")
    @Min(1)
    int probes();
}
