package org.humdash.gateway.parameter;

import io.smallrye.config.WithDefault;
import org.humdash.gateway.answer.CalendarConfig;

/** Under {@code humdash.gateway.situation}: what is meant when a caller does not say. */
public interface DefaultsConfig extends CalendarConfig {

    /** The ceasefire meant when a caller names none. */
    @WithDefault("GAZA-2025-10")
    String defaultCeasefire();

    /** P-code of the area meant when a caller names none. */
    @WithDefault("PS02")
    String defaultArea();
}
