package org.humdash.gateway.route;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether everyone who reads a request sees the same end of it. Where two programs on one connection disagree on that, what
 * one of them takes for a body the other takes for a further request, past whatever the first one looks after.
 */
final class PlainFraming {

    /** What a name is made of beside letters and digits (RFC 9110, section 5.6.2). */
    private static final String IN_NAMES = "!#$%&'*+-.^_`|~";

    private PlainFraming() {}

    /** What is wrong, in words; empty if nothing is. */
    static Optional<String> objection(HttpVersion version, MultiMap headers) {
        List<String> encodings = headers.getAll("Transfer-Encoding");
        List<String> lengths = headers.getAll("Content-Length");
        if (!encodings.isEmpty()
                && (encodings.size() > 1 || !encodings.getFirst().equalsIgnoreCase("chunked"))) {
            return Optional.of("Of the transfer encodings only chunked is understood.");
        }
        if (!encodings.isEmpty() && version == HttpVersion.HTTP_1_0) {
            return Optional.of("HTTP/1.0 knows no transfer encodings.");
        }
        if (lengths.size() > 1
                || !lengths.isEmpty()
                        && (!encodings.isEmpty() || !lengths.getFirst().matches("\\d{1,18}"))) {
            return Optional.of("The length of the body is not clear.");
        }
        for (Map.Entry<String, String> header : headers) {
            if (!isName(header.getKey())) {
                return Optional.of("The name of a header holds letters, digits and " + IN_NAMES + " only.");
            }
        }
        return Optional.empty();
    }

    /** Whether a header may have this name; HTTP/2 says some things in headers that begin with a colon. */
    static boolean isName(String name) {
        int start = name.startsWith(":") ? 1 : 0;
        for (int i = start; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 0x7f || !Character.isLetterOrDigit(c) && IN_NAMES.indexOf(c) < 0) {
                return false;
            }
        }
        return name.length() > start;
    }
}
