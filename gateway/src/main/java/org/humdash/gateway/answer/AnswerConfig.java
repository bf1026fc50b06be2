package org.humdash.gateway.answer;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** Under {@code humdash.gateway.answer}: answers that are known by a tag, and those that are kept. */
public interface AnswerConfig {

    /** Goes into every tag. A release that answers differently about the same data needs another one. */
    @WithDefault("${quarkus.application.version}")
    String release();

    /** How much memory kept answers may take, all together. */
    @WithDefault("32M")
    MemorySize memory();

    /** How large one answer may be to be kept. */
    @WithDefault("4M")
    MemorySize largest();

    /** How hard texts are compressed, from 1 to 9; more costs time for little. */
    @WithDefault("1")
    @Min(1)
    @Max(9)
    int compression();
}
