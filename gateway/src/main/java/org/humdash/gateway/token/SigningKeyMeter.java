package org.humdash.gateway.token;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;

/** When the key ends that this gateway signs with. It makes a new one long before, unless that cannot be published. */
@ApplicationScoped
class SigningKeyMeter {

    private static final double MILLIS = 1_000;

    private final SigningKeys keys;
    private final MeterRegistry registry;

    SigningKeyMeter(SigningKeys keys, MeterRegistry registry) {
        this.keys = keys;
        this.registry = registry;
    }

    void show(@Observes StartupEvent event) {
        Gauge.builder("humdash.gateway.signing.key.expiry.timestamp", this, meter -> meter.seconds())
                .description("When the services stop believing the key that this gateway signs with")
                .baseUnit("seconds")
                .register(registry);
    }

    private double seconds() {
        Instant at = keys.expiresAt();
        return at == null ? Double.NaN : at.toEpochMilli() / MILLIS;
    }
}
