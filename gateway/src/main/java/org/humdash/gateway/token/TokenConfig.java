package org.humdash.gateway.token;

import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** Under {@code humdash.gateway.access}: what the services are told about a caller. */
public interface TokenConfig {

    /** How long the services believe what the gateway says about a caller. */
    @WithDefault("5m")
    @DurationMin(seconds = 30)
    Duration tokenLife();

    /** How long one key signs tokens before the next one does. */
    @WithDefault("6h")
    @DurationMin(minutes = 1)
    Duration signingKeyLife();
}
