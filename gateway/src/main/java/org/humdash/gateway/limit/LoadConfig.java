package org.humdash.gateway.limit;

import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** Under {@code humdash.gateway.limits.load}: how much may be under way at once in this instance. */
public interface LoadConfig {

    /** Requests under way in all, open streams among them; more are told to come back. */
    @WithDefault("2000")
    @Min(1)
    int requests();

    /** Of these, requests that may carry a body. */
    @WithDefault("250")
    @Min(1)
    int bodies();

    /** Requests of one caller under way: an address or a key. */
    @WithDefault("200")
    @Min(1)
    int perCaller();

    /**
     * Connections to each service for exports and imports, apart from those for everything else. An export holds a
     * connection of the service to its database, of which there are 16: half of them are left to the others.
     */
    @WithDefault("8")
    @Min(1)
    int longConnections();

    /** How many exports and imports may wait for one of them. */
    @WithDefault("16")
    @Min(0)
    int longWaiting();
}
