package org.humdash.vocabulary.table;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What spreadsheet programs write for characters that XML cannot hold, such as {@code _x000D_}. */
final class Escapes {

    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private Escapes() {}

    static String resolved(String text) {
        return text.contains("_x")
                ? ESCAPE.matcher(text)
                        .replaceAll(match ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))))
                : text;
    }
}
