package org.humdash.gateway.change;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.humdash.vocabulary.access.Clearance;

/**
 * Writes a position as a cursor and reads it again. The first half of an HMAC-SHA-256 (RFC 2104, shortened as its section 5
 * allows) stands before it, so that a cursor is one that a gateway gave out, for that clearance, or is refused.
 */
final class CursorSeal {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SEAL_BYTES = 16;
    private static final int LONGEST = 4_096;

    private final SecretKeySpec key;

    CursorSeal(byte[] secret) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /** What a cursor says. */
    record Opened(Clearance clearance, ChangePosition position) {}

    String seal(ChangePosition position, Clearance clearance) {
        byte[] text = (clearance.name() + "\n" + position.text()).getBytes(StandardCharsets.UTF_8);
        byte[] sealed = Arrays.copyOf(mac(text), SEAL_BYTES + text.length);
        System.arraycopy(text, 0, sealed, SEAL_BYTES, text.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** Empty if the text is no cursor, or one that was altered. */
    Optional<Opened> open(String cursor) {
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
        if (!plain || !MessageDigest.isEqual(mac(text), Arrays.copyOf(sealed, SEAL_BYTES))) {
            return Optional.empty();
        }
        String[] parts = new String(text, StandardCharsets.UTF_8).split("\n", 2);
        return Optional.of(new Opened(Clearance.valueOf(parts[0]), ChangePosition.read(parts[1])));
    }

    private byte[] mac(byte[] text) {
        try {
            // A Mac belongs to one thread.
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(text), SEAL_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
        }
    }
}
