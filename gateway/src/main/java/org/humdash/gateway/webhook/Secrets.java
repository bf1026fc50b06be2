package org.humdash.gateway.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.humdash.gateway.GatewayConfig;

/** The box of the configured keys; empty where webhooks are not offered. */
@ApplicationScoped
class Secrets {

    private final Optional<SecretBox> box;

    Secrets(GatewayConfig config) {
        this.box = config.webhooks().encryptionKeys().map(SecretBox::new);
    }

    Optional<SecretBox> box() {
        return box;
    }
}
