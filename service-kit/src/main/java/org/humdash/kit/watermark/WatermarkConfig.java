package org.humdash.kit.watermark;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How changes are noticed. Each key stands under {@code humdash.watermark}. */
@ConfigMapping(prefix = "humdash.watermark")
public interface WatermarkConfig {

    /** To which instants watermarks are rounded up; after a change, answers are composed once more when it has passed. */
    @WithDefault("1m")
    Duration grid();

    /** How long a gateway is kept waiting for a change before it is told that there was none. */
    @WithDefault("5s")
    Duration hold();

    /** How many gateways may wait at once; further ones are told at once how things stand. */
    @WithDefault("64")
    int waiting();
}
