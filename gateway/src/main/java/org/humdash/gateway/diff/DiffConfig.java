package org.humdash.gateway.diff;

import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** Under {@code humdash.gateway.diff}: what changed since an instant. */
public interface DiffConfig {

    /** How long each answer may take, from asking to the last byte; then what is made of it is unavailable. */
    @WithDefault("4s")
    @DurationMin(millis = 1)
    Duration timeout();
}
