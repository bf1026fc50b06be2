package org.humdash.gateway.route;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Whether a path means the same to everyone who reads it. Programs disagree on what {@code ..}, {@code //}, {@code ;} and
 * encoded slashes do to a path, and between two that disagree there is a way past the routes.
 */
final class PlainPath {

    private static final String ALLOWED = "-._~!$&'()*+,=:@";

    private PlainPath() {}

    /** What is wrong with the path as it stands in the request line, in words; empty if nothing is. */
    static Optional<String> objection(String path) {
        if (path == null || !path.startsWith("/")) {
            return Optional.of("A path begins with a slash.");
        }
        int start = 1;
        for (int i = 1; i <= path.length(); i++) {
            if (i == path.length() || path.charAt(i) == '/') {
                Optional<String> objection = objectionToSegment(path.substring(start, i), i == path.length());
                if (objection.isPresent()) {
                    return objection;
                }
                start = i + 1;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> objectionToSegment(String segment, boolean last) {
        if (segment.isEmpty() && !last) {
            return Optional.of("Two slashes may not stand side by side.");
        }
        StringBuilder decoded = new StringBuilder(segment.length());
        for (int i = 0; i < segment.length(); i++) {
            char c = segment.charAt(i);
            if (c == '%') {
                int octet = i + 2 < segment.length() ? octet(segment, i + 1) : -1;
                if (octet < 0) {
                    return Optional.of("A percent sign is followed by two hexadecimal digits.");
                }
                if (octet < ' ' || octet == 0x7f || "/\\%;".indexOf(octet) >= 0) {
                    return Optional.of("Slashes, backslashes, semicolons, percent signs and control characters"
                            + " may not be encoded into a path.");
                }
                decoded.append((char) octet);
                i += 2;
            } else if (c < 0x7f && (Character.isLetterOrDigit(c) || ALLOWED.indexOf(c) >= 0)) {
                decoded.append(c);
            } else {
                return Optional.of("A path holds letters, digits and " + ALLOWED + " only; encode the rest.");
            }
        }
        if (segment.indexOf('%') >= 0 && !isUtf8(decoded)) {
            return Optional.of("What is encoded in a path is text in UTF-8.");
        }
        if (decoded.toString().equals(".") || decoded.toString().equals("..")) {
            return Optional.of("Write out where you want to go instead of . and .. steps.");
        }
        return Optional.empty();
    }

    /** Octets in a longer form than they have, such as a slash in two, are none. */
    private static boolean isUtf8(CharSequence octets) {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets.toString().getBytes(StandardCharsets.ISO_8859_1)));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static int octet(String text, int at) {
        int high = Character.digit(text.charAt(at), 16);
        int low = Character.digit(text.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }
}
