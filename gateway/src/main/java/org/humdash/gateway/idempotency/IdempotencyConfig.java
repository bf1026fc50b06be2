package org.humdash.gateway.idempotency;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** Under {@code humdash.gateway.limits.idempotency}: answers kept for requests with an Idempotency-Key. */
public interface IdempotencyConfig {

    /** How long an answer can be had again. */
    @WithDefault("48h")
    @DurationMin(hours = 24)
    Duration keep();

    /** How much of an answer is kept; of a larger one only that it was given. */
    @WithDefault("256K")
    MemorySize maxAnswer();

    /** How large a POST to the gateway itself may be when it carries a key: it is read before it is done. */
    @WithDefault("1M")
    MemorySize maxOwnBody();

    /** For how long nothing may have been heard of a request under way before another gateway takes it for lost. */
    @WithDefault("60s")
    @DurationMin(seconds = 30)
    Duration lostAfter();
}
