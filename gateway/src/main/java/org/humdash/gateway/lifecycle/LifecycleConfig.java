package org.humdash.gateway.lifecycle;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** Under {@code humdash.gateway.lifecycle."/api/v1/claims"}, say: what will become of this path and everything below it. */
public interface LifecycleConfig {

    /** Since when nobody should begin to use it, or from when on (RFC 9745, {@code Deprecation}). */
    Optional<Instant> deprecated();

    /** When it stops to answer (RFC 8594, {@code Sunset}). */
    Optional<Instant> sunset();

    /** Where people read what to use instead. */
    Optional<URI> link();
}
