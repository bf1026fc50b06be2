package org.humdash.gateway.quote;

import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** Under {@code humdash.gateway.situation}: how sentences are made. */
public interface QuoteConfig {

    /** How many other statements a sentence names beside the one it is about; how many more there are is said. */
    @WithDefault("3")
    @Min(0)
    int othersNamed();
}
