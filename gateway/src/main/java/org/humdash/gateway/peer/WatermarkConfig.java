package org.humdash.gateway.peer;

import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** Under {@code humdash.gateway.watermark}: what the services tell about changes. */
public interface WatermarkConfig {

    /** How long a service may be silent about changes before they are unknown; it speaks up every five seconds. */
    @WithDefault("8s")
    @DurationMin(seconds = 1)
    Duration silence();

    /** How long nothing is answered from memory after a write, which the service hears of a little later than the writer. */
    @WithDefault("1s")
    Duration afterWrite();

    /** The longest pause before a service that did not answer is asked again. */
    @WithDefault("5s")
    @DurationMin(millis = 50)
    Duration longestPause();
}
