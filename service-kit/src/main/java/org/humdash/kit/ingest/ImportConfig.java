package org.humdash.kit.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Under {@code humdash.imports}. */
@ConfigMapping(prefix = "humdash.imports")
public interface ImportConfig {

    /** How long refused rows are kept after their import has ended, to be corrected and sent again. */
    @WithDefault("30d")
    Duration keepRefused();
}
