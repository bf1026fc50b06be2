package org.humdash.kit.page;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The text of a cursor, in letters that need no escaping in an address. What is behind a point is the seal of the service
 * ({@link SealedPages}), which was looked at before a resource reads the text.
 */
public final class CursorText {

    /** Between a cursor and its seal; no letter of base64url. */
    public static final char SEAL = '.';

    private CursorText() {}

    public static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** @throws IllegalArgumentException if it is no such text */
    public static String decode(String cursor) {
        int seal = cursor.indexOf(SEAL);
        String text = seal < 0 ? cursor : cursor.substring(0, seal);
        return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
    }
}
