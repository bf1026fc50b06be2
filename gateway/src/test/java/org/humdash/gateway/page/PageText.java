package org.humdash.gateway.page;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** A page as it is read. */
final class PageText {

    private PageText() {}

    static String between(String text, String from, String to) {
        int start = text.indexOf(from);
        assertTrue(start >= 0, from + " is not in " + text);
        return text.substring(start + from.length(), text.indexOf(to, start + from.length()));
    }

    static String section(String page, String name) {
        return between(page, "aria-labelledby=\"" + name + "\">", "</section>");
    }

    /** Without tags, on one line. */
    static String words(String html) {
        return html.replaceAll("</(p|h2|h3|dt|dd|th|td|caption|li|summary|span|blockquote|label|option|a)>", " ")
                .replaceAll("<[^>]*>", "")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ")
                .replace("( ", "(")
                .replace(" )", ")")
                .replace(" ,", ",")
                .strip();
    }
}
