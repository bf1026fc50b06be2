package org.humdash.kit.reader;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * How long an answer waits for whoever reads it. A long answer holds a connection to the database until its last row, so
 * the wait has an end. Each key stands under {@code humdash.reader}.
 */
@ConfigMapping(prefix = "humdash.reader")
public interface ReaderConfig {

    /** How long an answer waits in all, however little was taken of it. */
    @WithDefault("1m")
    Duration patience();

    /** Bytes for each of which it waits longer: who takes so much in a second is never too slow for {@link #patience()}. */
    @WithDefault("8K")
    MemorySize slowest();

    /** How long an answer waits in all at most, however much was taken of it. */
    @WithDefault("2h")
    Duration longest();
}
