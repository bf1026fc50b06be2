package org.humdash.gateway.answer;

import io.smallrye.config.WithDefault;
import java.time.ZoneId;

/** Under {@code humdash.gateway.situation}: whose days are meant. */
public interface CalendarConfig {

    /** Whose calendar "today" is, when a caller names no day. */
    @WithDefault("Asia/Gaza")
    ZoneId timeZone();
}
