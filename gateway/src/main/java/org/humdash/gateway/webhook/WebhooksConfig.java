package org.humdash.gateway.webhook;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;

/** Under {@code humdash.gateway.webhooks}: what is sent to partners by itself. */
public interface WebhooksConfig {

    /**
     * What the secrets of webhooks are encrypted with: 32 random bytes each, as base64. The first encrypts, all decrypt, so
     * a new one is put before the old one. Without any there are no webhooks.
     */
    Optional<List<String>> encryptionKeys();

    /** Whether endpoints may be http; for tests and development. */
    @WithDefault("false")
    boolean allowHttp();

    /** Whether endpoints may be in private networks and on any port; for tests and development. */
    @WithDefault("false")
    boolean allowPrivateAddresses();

    /** The ports that endpoints may be on. */
    @WithDefault("443,8443")
    List<Integer> ports();

    /** How many webhooks one account may have. */
    @WithDefault("10")
    @Min(0)
    int perAccount();

    /** How many entries are sent at once, at most. */
    @WithDefault("100")
    @Min(3)
    int batch();

    /** How large a message should be at most; one that would be larger has fewer entries. */
    @WithDefault("512K")
    MemorySize maxBody();

    /** How long an endpoint may take, from looking up its name to the end of its answer. */
    @WithDefault("15s")
    @DurationMin(millis = 1)
    Duration timeout();

    /** How long a webhook rests when there is nothing to be sent, unless somebody says that there is. */
    @WithDefault("15s")
    @DurationMin(millis = 1)
    Duration pollInterval();

    /** How often a gateway looks for webhooks that are due; {@code off} for a gateway that sends none. */
    @WithDefault("1s")
    String turn();

    /** How many messages one gateway sends at once. */
    @WithDefault("8")
    @Min(1)
    int parallel();

    /** How long a gateway has a webhook to itself; longer than reading and sending take. */
    @WithDefault("2m")
    @DurationMin(seconds = 1)
    Duration lease();

    /** How long to wait before each further attempt, give or take a fifth; after the last one the message is dead. */
    @WithDefault("10s,1m,5m,30m,2h,6h,12h,24h,24h")
    List<Duration> retries();

    /** How long nothing may have been accepted before a webhook is paused. */
    @WithDefault("5d")
    Duration pauseAfter();

    /** How long deliveries stay in the list after they ended. */
    @WithDefault("30d")
    Duration keep();
}
