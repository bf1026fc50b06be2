package org.humdash.gateway.limit;

import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** Under {@code humdash.gateway.limits.rate}: how often one caller may ask. Counted in the memory of this instance. */
public interface RateConfig {

    /** Whether anything is counted at all. */
    @WithDefault("true")
    boolean enabled();

    /** The time over which the numbers below are counted; what was used comes back evenly within it. */
    @WithDefault("60s")
    @DurationMin(seconds = 1)
    Duration window();

    /** Units for one address, of those who do not say who they are. An ordinary read is one unit. */
    @WithDefault("600")
    @Min(1)
    long anonymous();

    /** Units for one key of a partner. */
    @WithDefault("3000")
    @Min(1)
    long partner();

    /** Units for one key that sees what staff may see. */
    @WithDefault("12000")
    @Min(1)
    long staff();

    /** How many callers are remembered; the one not heard of for longest is forgotten first. */
    @WithDefault("100000")
    @Min(1)
    long callers();
}
