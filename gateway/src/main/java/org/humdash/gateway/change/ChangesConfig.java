package org.humdash.gateway.change;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** Under {@code humdash.gateway.changes}: the feed of what changed at both services. */
public interface ChangesConfig {

    /** How long a service may take for one page of one of its feeds; then it is missing from the answer. */
    @WithDefault("5s")
    @DurationMin(millis = 1)
    Duration feedTimeout();

    /** How long a stream waits before it looks for news again, unless it is told that there is some. */
    @WithDefault("2s")
    @DurationMin(millis = 1)
    Duration pollInterval();

    /** How many entries one event of a stream holds at most. */
    @WithDefault("150")
    @Min(3)
    int streamPage();

    /** How many streams may be open at this gateway. */
    @WithDefault("1000")
    @Min(0)
    int streams();

    /** How many of them one key may have, or one address that sends no key. */
    @WithDefault("10")
    @Min(0)
    int streamsPerReader();

    /** How much may wait for a reader that takes too little, before it is dropped. */
    @WithDefault("1M")
    MemorySize streamBacklog();

    /** How long a reader may take nothing of what waits for it, before it is dropped. */
    @WithDefault("30s")
    @DurationMin(millis = 1)
    Duration stallTimeout();

    /** How often a stream without news shows that it is alive; less than proxies wait. */
    @WithDefault("15s")
    @DurationMin(millis = 1)
    Duration heartbeat();

    /** How often it is looked up whether the key of a stream still holds. */
    @WithDefault("10s")
    @DurationMin(millis = 1)
    Duration keyCheck();

    /** How long a stream may be open; its reader comes back by itself, perhaps to another gateway. */
    @WithDefault("1h")
    @DurationMin(millis = 1)
    Duration streamLife();

    /** As above, for accounts of an identity provider, about which nobody here learns that they ended. */
    @WithDefault("5m")
    @DurationMin(millis = 1)
    Duration tokenStreamLife();

    /** How long a reader whose stream ended should wait before it comes back. */
    @WithDefault("3s")
    @DurationMin(millis = 1)
    Duration retry();
}
