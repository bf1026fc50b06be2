package org.humdash.gateway.cursor;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes a place in a list as a cursor and reads it again. The first half of an HMAC-SHA-256 (RFC 2104, shortened as its
 * section 5 allows) stands before it, so that a cursor is one that a gateway gave out, for that list, or is refused.
 */
public final class CursorSeal {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SEAL_BYTES = 16;
    private static final int LONGEST = 4_096;

    private final SecretKeySpec key;

    public CursorSeal(byte[] secret) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /** @param list which list the place is in, with what it is filtered by */
    String seal(String list, String place) {
        byte[] text = place.getBytes(StandardCharsets.UTF_8);
        byte[] sealed = Arrays.copyOf(mac(list, text), SEAL_BYTES + text.length);
        System.arraycopy(text, 0, sealed, SEAL_BYTES, text.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** Empty if the text is no cursor, one that was altered, or one of another list. */
    Optional<String> open(String list, String cursor) {
        if (cursor.length() > LONGEST) {
            return Optional.empty();
        }
        byte[] sealed;
        try {
            sealed = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (sealed.length <= SEAL_BYTES) {
            return Optional.empty();
        }
        byte[] text = Arrays.copyOfRange(sealed, SEAL_BYTES, sealed.length);
        // The decoder forgives bits behind the last letter, and two texts are not to be one cursor.
        boolean plain =
                Base64.getUrlEncoder().withoutPadding().encodeToString(sealed).equals(cursor);
        return plain && MessageDigest.isEqual(mac(list, text), Arrays.copyOf(sealed, SEAL_BYTES))
                ? Optional.of(new String(text, StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private byte[] mac(String list, byte[] text) {
        try {
            // A Mac belongs to one thread.
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(list.getBytes(StandardCharsets.UTF_8));
            // What can stand in no name of a list, so that no two pairs are written alike.
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(text), SEAL_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
        }
    }
}
