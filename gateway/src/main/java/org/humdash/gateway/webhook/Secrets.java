package org.humdash.gateway.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The box of the configured keys; empty where webhooks are not offered. */
@ApplicationScoped
class Secrets {

    private final Optional<SecretBox> box;

    Secrets(WebhooksConfig config) {
        this.box = config.encryptionKeys().map(SecretBox::new);
    }

    Optional<SecretBox> box() {
        return box;
    }
}
