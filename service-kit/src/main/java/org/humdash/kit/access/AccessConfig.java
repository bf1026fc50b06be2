package org.humdash.kit.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Whom a service believes. Each key stands under {@code humdash.access}. */
@ConfigMapping(prefix = "humdash.access")
public interface AccessConfig {

    /**
     * Where the gateway publishes the keys it signs with, such as {@code http://gateway:8080/.well-known/jwks.json}.
     * Without it nobody is known: what is public can be read, and nothing can be written.
     */
    Optional<URI> keySetUrl();

    /** How long the keys are kept before they are read again; a key that is not among them is looked for at once. */
    @WithDefault("10m")
    Duration keySetLifetime();

    /** How long keys that were read are still believed while the gateway does not answer. */
    @WithDefault("6h")
    Duration keySetRetention();

    /** How far the clocks of the gateway and of this service may be apart. */
    @WithDefault("30s")
    Duration clockSkew();
}
