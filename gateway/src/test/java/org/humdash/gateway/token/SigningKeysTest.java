package org.humdash.gateway.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.humdash.gateway.account.Account;
import org.humdash.gateway.account.Role;
import org.humdash.gateway.testing.GatewayTest;
import org.humdash.vocabulary.access.Clearance;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;

/** One key follows another without a moment in which a token is not believed. */
@GatewayTest
class SigningKeysTest {

    /** Before the clock of the gateway under test, whose own key must not be taken for one that ended. */
    private static final Instant BEGIN = Instant.parse("2025-12-18T06:00:00Z");

    private static final Account ACCOUNT = new Account("key-0123456789abcdef", Role.CONTRIBUTOR, Clearance.STAFF);

    @Inject
    PublishedKeyRepository published;

    @Inject
    TokenConfig config;

    private final Hand hand = new Hand();

    @Test
    void tokensOfTheKeyBeforeAreBelievedUntilTheyEnd() throws Exception {
        SigningKeys keys = new SigningKeys(published, config, hand);
        Tokens tokens = new Tokens(keys, config, hand);
        keys.start(null);
        SigningKey first = keys.current();

        hand.forward(Duration.ofHours(6).minusMillis(1));
        keys.rotateWhenDue();
        assertEquals(first, keys.current());
        String before = tokens.of(ACCOUNT);

        hand.forward(Duration.ofMillis(1));
        keys.rotateWhenDue();
        SigningKey second = keys.current();
        assertNotEquals(first.id(), second.id());
        String after = tokens.of(ACCOUNT);

        assertEquals(ACCOUNT.name(), believed(before));
        assertEquals(ACCOUNT.name(), believed(after));
        hand.forward(Duration.ofMinutes(5).minusSeconds(2));
        assertEquals(ACCOUNT.name(), believed(before), "in its last second");
    }

    @Test
    void aKeyIsForgottenWhenNoTokenOfItCanBeLeft() throws Exception {
        SigningKeys keys = new SigningKeys(published, config, hand);
        keys.start(null);
        String first = keys.current().publicKey();

        hand.forward(Duration.ofHours(12).plusMinutes(5).minusMillis(1));
        assertTrue(isPublished(first));
        hand.forward(Duration.ofMillis(1));
        assertFalse(isPublished(first));
    }

    private boolean isPublished(String key) throws Exception {
        String id = new JsonWebKeySet("{\"keys\":[" + key + "]}")
                .getJsonWebKeys()
                .getFirst()
                .getKeyId();
        return published().stream().anyMatch(kept -> kept.contains(id));
    }

    private List<String> published() throws Exception {
        return published.current(hand.instant());
    }

    /** As a service reads it. */
    private String believed(String token) throws Exception {
        JsonWebKeySet keys = new JsonWebKeySet("{\"keys\":[" + String.join(",", published()) + "]}");
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys.getJsonWebKeys()))
                .setExpectedAudience("humdash-services")
                .setRequireExpirationTime()
                .setEvaluationTime(NumericDate.fromMilliseconds(hand.millis()))
                .build()
                .processToClaims(token)
                .getSubject();
    }

    /** A clock that is moved by hand. */
    private static final class Hand extends Clock {

        private Instant now = BEGIN;

        void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
