package org.humdash.gateway.quote;

import java.net.URI;
import java.util.Optional;

/** Under {@code humdash.gateway}: where the API is. */
public interface PublicUrlConfig {

    /**
     * Where the API is found from outside: scheme, host, and a path if a proxy adds one. Links in sentences begin with it;
     * without it they begin with the path.
     */
    Optional<URI> publicUrl();
}
