package org.humdash.gateway.webhook;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps secrets that have to be read again: AES-256-GCM under a key of the configuration. An encrypted secret belongs to the
 * record it was made for, and cannot be put into another one. It begins with a mark of its key, so that keys can be replaced
 * one after the other.
 */
final class SecretBox {

    private static final int KEY_BYTES = 32;
    private static final int MARK_BYTES = 4;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final List<Key> keys;
    private final SecureRandom random = new SecureRandom();

    private record Key(byte[] mark, SecretKeySpec spec) {}

    /**
     * @param keys as base64; the first encrypts
     * @throws IllegalArgumentException if one is not 32 bytes; it does not repeat it
     */
    SecretBox(List<String> keys) {
        this.keys = keys.stream().map(SecretBox::key).toList();
        if (this.keys.isEmpty()) {
            throw wrong();
        }
    }

    byte[] close(byte[] secret, String owner) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        Key key = keys.getFirst();
        byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, key, nonce, owner, secret);
        return ByteBuffer.allocate(MARK_BYTES + NONCE_BYTES + encrypted.length)
                .put(key.mark())
                .put(nonce)
                .put(encrypted)
                .array();
    }

    /** @throws IllegalStateException if the key is not there any more, or the secret is not that of the owner */
    byte[] open(byte[] closed, String owner) {
        byte[] mark = Arrays.copyOf(closed, MARK_BYTES);
        Key key = keys.stream()
                .filter(one -> Arrays.equals(one.mark(), mark))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException(
                                "A secret is encrypted with a key that humdash.gateway.webhooks.encryption-keys does not hold"));
        return cipher(
                Cipher.DECRYPT_MODE,
                key,
                Arrays.copyOfRange(closed, MARK_BYTES, MARK_BYTES + NONCE_BYTES),
                owner,
                Arrays.copyOfRange(closed, MARK_BYTES + NONCE_BYTES, closed.length));
    }

    private static byte[] cipher(int mode, Key key, byte[] nonce, String owner, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key.spec(), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The secret of " + owner + " cannot be read or written", e);
        }
    }

    private static Key key(String text) {
        try {
            byte[] key = Base64.getDecoder().decode(text.strip());
            if (key.length == KEY_BYTES) {
                byte[] mark = Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(key), MARK_BYTES);
                return new Key(mark, new SecretKeySpec(key, "AES"));
            }
        } catch (IllegalArgumentException e) {
            // Told below; the text itself is nobody's business.
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
        throw wrong();
    }

    private static IllegalArgumentException wrong() {
        return new IllegalArgumentException(
                "humdash.gateway.webhooks.encryption-keys must be keys of 32 random bytes each, as base64");
    }
}
