package org.humdash.vocabulary.mapping;

import java.util.Locale;
import java.util.Set;

/** What programs and people write into a cell to say that there is nothing in it. Missing is not zero. */
final class Placeholders {

    private static final int LONGEST = 14;

    private static final Set<String> IN_ANY_CELL = Set.of("null", "nan", "n/a", "#n/a", "<na>", "\\n");

    /** In a text they may say something: an unknown perpetrator is not a missing one. */
    private static final Set<String> IN_CODES_AND_NUMBERS = Set.of(
            "na",
            "n.a.",
            "n.a",
            "..",
            "...",
            "…",
            "-",
            "--",
            "–",
            "—",
            "?",
            "not available",
            "not known",
            "unknown",
            "غير معروف",
            "غير متوفر");

    private Placeholders() {}

    /** The value, or null if it only says that there is none. */
    static String without(String value, Conversion conversion) {
        if (value == null || value.length() > LONGEST) {
            return value;
        }
        String lower = value.toLowerCase(Locale.ROOT);
        boolean isNothing = IN_ANY_CELL.contains(lower)
                || conversion != CommonConversion.TEXT && IN_CODES_AND_NUMBERS.contains(lower);
        return isNothing ? null : value;
    }
}
