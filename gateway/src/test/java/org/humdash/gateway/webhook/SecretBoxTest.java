package org.humdash.gateway.webhook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretBoxTest {

    private static final String OLD = key("only-for-tests-only-for-tests-12");
    private static final String NEW = key("other-for-tests-other-for-tests1");
    private static final byte[] SECRET = "a secret".getBytes(StandardCharsets.UTF_8);

    @Test
    void whatWasPutInComesOut() {
        SecretBox box = new SecretBox(List.of(OLD));
        byte[] closed = box.close(SECRET, "whk_1");

        assertArrayEquals(SECRET, box.open(closed, "whk_1"));
        assertFalse(new String(closed, StandardCharsets.ISO_8859_1).contains("a secret"));
        assertFalse(Arrays.equals(closed, box.close(SECRET, "whk_1")));
    }

    @Test
    void aSecretCannotBeMovedToAnotherWebhookOrAltered() {
        SecretBox box = new SecretBox(List.of(OLD));
        byte[] closed = box.close(SECRET, "whk_1");

        assertThrows(IllegalStateException.class, () -> box.open(closed, "whk_2"));
        closed[closed.length - 1] ^= 1;
        assertThrows(IllegalStateException.class, () -> box.open(closed, "whk_1"));
    }

    @Test
    void aNewKeyIsPutBeforeTheOldOne() {
        byte[] closed = new SecretBox(List.of(OLD)).close(SECRET, "whk_1");
        SecretBox both = new SecretBox(List.of(NEW, OLD));

        assertArrayEquals(SECRET, both.open(closed, "whk_1"));
        assertArrayEquals(SECRET, new SecretBox(List.of(NEW)).open(both.close(SECRET, "whk_1"), "whk_1"));
        assertEquals(
                "A secret is encrypted with a key that humdash.gateway.webhooks.encryption-keys does not hold",
                assertThrows(IllegalStateException.class, () -> new SecretBox(List.of(NEW)).open(closed, "whk_1"))
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "not base64 at all!", "b25seS1mb3ItdGVzdHM="})
    void whatIsNoKeyIsRefusedWithoutBeingRepeated(String text) {
        assertEquals(
                "humdash.gateway.webhooks.encryption-keys must be keys of 32 random bytes each, as base64",
                assertThrows(IllegalArgumentException.class, () -> new SecretBox(List.of(text)))
                        .getMessage());
    }

    private static String key(String bytes) {
        return Base64.getEncoder().encodeToString(bytes.getBytes(StandardCharsets.US_ASCII));
    }
}
