package org.humdash.gateway.apikey;

import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Under {@code humdash.gateway.access}: keys of the API. */
public interface ApiKeyConfig {

    /**
     * The key of the first administrator, with which others are made: {@code humdash_}, 16 hexadecimal digits,
     * {@code _}, and 32 random bytes as base64url. Without it nobody can make keys; to replace it, replace it here.
     */
    Optional<String> administratorKey();

    /** How long it is remembered whose a key is: so long a revocation may take to be known to every gateway. */
    @WithDefault("10s")
    Duration keyMemory();
}
