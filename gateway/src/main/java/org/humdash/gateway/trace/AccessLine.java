package org.humdash.gateway.trace;

import java.util.Locale;

/** What is logged of a request that is over. The query is left out: people put into it what they should not. */
final class AccessLine {

    private static final int LONGEST_PATH = 200;

    private AccessLine() {}

    /**
     * @param status 0 if nothing was answered, because the client went away
     * @param bytes of the body, as they were sent
     */
    static String of(String method, String path, int status, long bytes, double millis, String account) {
        return "%s %s %s %d bytes %s ms %s"
                .formatted(
                        plain(method),
                        plain(path),
                        status == 0 ? "-" : Integer.toString(status),
                        bytes,
                        String.format(Locale.ROOT, "%.1f", millis),
                        account);
    }

    /** On one line, whatever a client sent. */
    private static String plain(String text) {
        if (text == null) {
            return "-";
        }
        String shown = text.length() > LONGEST_PATH ? text.substring(0, LONGEST_PATH) + "..." : text;
        return shown.replaceAll("[^\\x21-\\x7e]", "?");
    }
}
