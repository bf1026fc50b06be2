package org.humdash.gateway.account;

import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** Under {@code humdash.gateway.access}: what wrong keys cost. */
public interface WrongKeysConfig {

    /** How many wrong keys one address may send in a minute before it has to wait. */
    @WithDefault("10")
    @Min(0)
    int wrongKeysFree();

    /** How long the answer to each further wrong key is held back. */
    @WithDefault("2s")
    @DurationMin(millis = 1)
    Duration wrongKeyWait();
}
