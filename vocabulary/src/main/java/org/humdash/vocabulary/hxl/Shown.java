package org.humdash.vocabulary.hxl;

import java.util.regex.Pattern;

/** Foreign text inside a message: quoted, short, and on one line. */
public final class Shown {

    private static final int LONGEST = 60;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}]");

    private Shown() {}

    /** At most {@value #LONGEST} characters of a text, what cannot be printed replaced. */
    public static String cut(String text) {
        String shown = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        return UNPRINTABLE.matcher(shown).replaceAll("?");
    }

    /** The text in quotes, at most {@value #LONGEST} characters of it, what cannot be printed replaced. */
    public static String quoted(String text) {
        return "\"" + cut(text) + "\"";
    }
}
