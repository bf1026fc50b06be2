package org.humdash.gateway.peer;

import io.smallrye.config.WithDefault;
import java.net.URI;

/** Under {@code humdash.gateway}: where the services are. */
public interface PeerUrlsConfig {

    /** Where incident-service answers: scheme, host and port, no path. */
    @WithDefault("http://127.0.0.1:8081")
    URI incidentUrl();

    /** Where humanitarian-service answers: scheme, host and port, no path. */
    @WithDefault("http://127.0.0.1:8082")
    URI humanitarianUrl();
}
