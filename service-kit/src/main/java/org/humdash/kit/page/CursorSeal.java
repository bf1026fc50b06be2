package org.humdash.kit.page;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals cursors (HMAC-SHA-256, cut to 128 bits), so that only what this service handed out is taken back, and only for the
 * list it belongs to: its path and its filters are sealed too. How many rows a page has, and as of when the list is read, may
 * change from page to page.
 */
final class CursorSeal {

    /** The bytes that a secret has. */
    static final int SECRET_BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SEAL_BYTES = 16;
    private static final Set<String> MAY_CHANGE = Set.of("cursor", "limit", "withTotal", "format", "asOf", "knownAt");

    private final SecretKeySpec secret;

    CursorSeal(byte[] secret) {
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    /**
     * The cursor with its seal.
     *
     * @param path of the list
     * @param query its parameters, decoded
     * @param notFilters further parameters that are none of its filters
     */
    String sealed(String cursor, String path, Map<String, List<String>> query, Set<String> notFilters) {
        byte[] seal = Arrays.copyOf(mac(cursor, path, query, notFilters), SEAL_BYTES);
        return cursor
                + CursorText.SEAL
                + Base64.getUrlEncoder().withoutPadding().encodeToString(seal);
    }

    /** Whether this service, or another with its secret, sealed the cursor for such a list. */
    boolean isSealed(String sealed, String path, Map<String, List<String>> query, Set<String> notFilters) {
        int point = sealed.indexOf(CursorText.SEAL);
        return point >= 0
                && MessageDigest.isEqual(
                        sealed(sealed.substring(0, point), path, query, notFilters)
                                .getBytes(StandardCharsets.UTF_8),
                        sealed.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] mac(String cursor, String path, Map<String, List<String>> query, Set<String> notFilters) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            add(mac, cursor);
            add(mac, path);
            new TreeMap<>(query).forEach((name, values) -> {
                if (!MAY_CHANGE.contains(name) && !notFilters.contains(name)) {
                    values.stream().sorted().forEach(value -> {
                        add(mac, name);
                        add(mac, value);
                    });
                }
            });
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }

    /** With its length before it, so that no two lists of texts are the same bytes. */
    private static void add(Mac mac, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        mac.update((byte) (bytes.length >>> 24));
        mac.update((byte) (bytes.length >>> 16));
        mac.update((byte) (bytes.length >>> 8));
        mac.update((byte) bytes.length);
        mac.update(bytes);
    }
}
