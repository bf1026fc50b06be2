package org.humdash.gateway.apikey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/**
 * What is kept of a secret. One round of SHA-256 is enough because the secret is 256 random bits and no password: there is
 * nothing to guess, however fast the guessing is.
 */
record SecretHash(byte[] salt, byte[] hash) {

    private static final int SALT_BYTES = 16;

    static SecretHash of(String secret, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new SecretHash(salt, digest(salt, secret));
    }

    /** Takes the same time whether the secret differs in its first character or in its last. */
    boolean matches(String secret) {
        return MessageDigest.isEqual(hash, digest(salt, secret));
    }

    private static byte[] digest(byte[] salt, String secret) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(salt);
            return sha.digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
