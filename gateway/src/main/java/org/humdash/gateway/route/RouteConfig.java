package org.humdash.gateway.route;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.humdash.gateway.peer.ReadTimeoutConfig;

/** Under {@code humdash.gateway.route}: requests handed on to the services as they are. */
public interface RouteConfig extends ReadTimeoutConfig {

    /** How long connecting to a service may take. */
    @WithDefault("2s")
    @DurationMin(millis = 1)
    Duration connectTimeout();

    /** How long a service may think about a write, counted from its last byte: an import is applied in one piece. */
    @WithDefault("10m")
    @DurationMin(millis = 1)
    Duration writeTimeout();

    /** How long an upload or download may stand still, in either direction, before it is broken off. */
    @WithDefault("60s")
    @DurationMin(millis = 1)
    Duration stallTimeout();

    /** How long a client may let an upload wait in all, however little of it arrives. */
    @WithDefault("1m")
    @DurationMin(millis = 1)
    Duration uploadPatience();

    /** It may let it wait a second longer for each time that much has arrived. */
    @WithDefault("8K")
    MemorySize uploadSlowest();

    /** How much one request may carry; it is passed on as it arrives and never held. */
    @WithDefault("1G")
    MemorySize maxRequestBody();

    /** Connections kept to each service for the routes; further requests wait. */
    @WithDefault("64")
    @Min(1)
    int connections();

    /** How many requests may wait for a connection to each service; more are told to come back. */
    @WithDefault("256")
    @Min(0)
    int waiting();
}
