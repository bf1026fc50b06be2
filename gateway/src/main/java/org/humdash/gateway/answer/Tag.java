package org.humdash.gateway.answer;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ETag of an answer, strong in the sense of RFC 9110 section 8.8.3. In its opaque text stand, each where it is known, the
 * revision of the record, which a change sends back in If-Match; the state that the answer is of; and {@code gzip} for its
 * compressed form, whose bytes are others: {@code "3.k2Jd8…-gzip"}.
 */
final class Tag {

    private static final String GZIP = "-gzip";
    private static final Pattern ONE = Pattern.compile("\\s*(W/)?\"([\\x21\\x23-\\x7e]{0,200})\"\\s*(?:,|$)");
    private static final Pattern OF_REVISION =
            Pattern.compile("(W/)?\"(\\d{1,9})(?:\\.[A-Za-z0-9_-]{22})?(?:-gzip)?\"");

    private Tag() {}

    /** @param revision the ETag that the service gave to the record, or null */
    static String of(String revision, String state, boolean gzip) {
        return "\"" + prefix(revision) + state + (gzip ? GZIP : "") + "\"";
    }

    /** The service's own ETag, for the compressed form; others than plain strong ones are not touched. */
    static String compressed(String etag) {
        return etag.length() >= 2 && etag.startsWith("\"") && etag.endsWith("\"")
                ? etag.substring(0, etag.length() - 1) + GZIP + "\""
                : etag;
    }

    /**
     * The tag of an If-None-Match that is of this state, in the client's own words; empty if there is none. Comparison is the
     * weak one, as section 13.1.2 has it.
     */
    static Optional<String> named(String ifNoneMatch, String state) {
        if (ifNoneMatch == null || !ifNoneMatch.contains(state)) {
            return Optional.empty();
        }
        Matcher matcher = ONE.matcher(ifNoneMatch);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            end = matcher.end();
            String text = plain(matcher.group(2));
            if (text.equals(state) || text.endsWith("." + state)) {
                return Optional.of("\"" + matcher.group(2) + "\"");
            }
        }
        return Optional.empty();
    }

    /** Whether an If-None-Match names this whole tag, in whichever form it was sent. */
    static boolean matches(String ifNoneMatch, String etag) {
        if (ifNoneMatch == null) {
            return false;
        }
        if (ifNoneMatch.strip().equals("*")) {
            return true;
        }
        String wanted = plain(opaque(etag));
        Matcher matcher = ONE.matcher(ifNoneMatch);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            end = matcher.end();
            if (plain(matcher.group(2)).equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    /** What the service is told in If-Match: the revision alone, as the service gave it. */
    static String forService(String ifMatch) {
        Matcher matcher = OF_REVISION.matcher(ifMatch.strip());
        return matcher.matches()
                ? (matcher.group(1) == null ? "" : matcher.group(1)) + "\"" + matcher.group(2) + "\""
                : ifMatch;
    }

    private static String prefix(String revision) {
        return revision == null || !revision.matches("\"\\d{1,9}\"") ? "" : opaque(revision) + ".";
    }

    private static String opaque(String etag) {
        String strong = etag.startsWith("W/") ? etag.substring(2) : etag;
        return strong.length() >= 2 ? strong.substring(1, strong.length() - 1) : "";
    }

    private static String plain(String text) {
        return text.endsWith(GZIP) ? text.substring(0, text.length() - GZIP.length()) : text;
    }
}
