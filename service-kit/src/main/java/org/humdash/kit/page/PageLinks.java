package org.humdash.kit.page;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Links to pages of a list (RFC 8288). They begin with the last step of the path, relative to what was asked for, and so
 * hold behind the gateway and behind whatever path a proxy puts before it. A query alone would do as well, but not every
 * library resolves it rightly.
 */
final class PageLinks {

    private PageLinks() {}

    /**
     * @param path of the list
     * @param query as it stands in the request; null if there is none
     */
    static String next(String path, String query, String cursor) {
        List<String> parameters = withoutCursor(query);
        parameters.add("cursor=" + cursor);
        return link(path, parameters, "next");
    }

    static String first(String path, String query) {
        return link(path, withoutCursor(query), "first");
    }

    private static String link(String path, List<String> parameters, String relation) {
        String step = quoted(path.substring(path.lastIndexOf('/') + 1));
        String query = parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
        return "<" + step + query + ">; rel=\"" + relation + "\"";
    }

    private static List<String> withoutCursor(String query) {
        List<String> kept = new ArrayList<>();
        for (String parameter : query == null ? new String[0] : query.split("&")) {
            if (!parameter.isEmpty() && !parameter.equals("cursor") && !parameter.startsWith("cursor=")) {
                kept.add(quoted(parameter));
            }
        }
        return kept;
    }

    /** What a lenient server takes in a query would end the link early. */
    private static String quoted(String parameter) {
        StringBuilder text = new StringBuilder(parameter.length());
        for (byte octet : parameter.getBytes(StandardCharsets.UTF_8)) {
            boolean isPlain = octet > ' ' && octet < 0x7f && "<>\"\\^`{|}".indexOf(octet) < 0;
            text.append(isPlain ? String.valueOf((char) octet) : "%%%02X".formatted(octet & 0xff));
        }
        return text.toString();
    }
}
