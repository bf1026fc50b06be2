package org.humdash.gateway.token;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * The key that this gateway signs with. Each gateway makes its own, in memory, and publishes the public half before it uses
 * the key, so there is no private key to be stolen from a disk and none to be shared out.
 */
@ApplicationScoped
class SigningKeys {

    private static final Logger LOG = Logger.getLogger(SigningKeys.class);

    private final PublishedKeyRepository published;
    private final Clock clock;
    private final Duration life;
    private final Duration tokenLife;
    private final SecureRandom random = new SecureRandom();
    private volatile SigningKey current;
    private volatile Instant expiresAt;

    SigningKeys(PublishedKeyRepository published, TokenConfig config, Clock clock) {
        this.published = published;
        this.clock = clock;
        this.life = config.signingKeyLife();
        this.tokenLife = config.tokenLife();
    }

    void start(@Observes StartupEvent event) throws SQLException {
        rotate();
    }

    SigningKey current() {
        return current;
    }

    /** When nobody believes the current key any more; null before there is one. */
    Instant expiresAt() {
        return expiresAt;
    }

    /** While the next key cannot be published, the one before it goes on. */
    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void rotateWhenDue() {
        if (current != null && !clock.instant().isBefore(current.madeAt().plus(life))) {
            try {
                rotate();
            } catch (SQLException e) {
                LOG.warn("The next signing key could not be published; the last one goes on", e);
            }
        }
    }

    private synchronized void rotate() throws SQLException {
        Instant now = clock.instant();
        SigningKey next = SigningKey.make(now, random);
        // Twice its life, because a gateway without its database goes on signing with it.
        Instant ends = now.plus(life.multipliedBy(2)).plus(tokenLife);
        published.publish(next.id(), next.publicKey(), now, ends);
        current = next;
        expiresAt = ends;
    }
}
