package org.humdash.vocabulary.export;

import java.util.function.IntPredicate;

/** Which characters a format can hold. What it cannot is replaced by U+FFFD and not dropped, so that it is seen. */
final class Characters {

    private static final int REPLACEMENT = 0xFFFD;

    private Characters() {}

    /**
     * The text as a spreadsheet program may show it. Replaced are control characters other than tab and line ends, halves
     * of surrogate pairs, what Unicode has no character for, and the two that show letters in another order than they are
     * stored: most of them a table that is read is refused for.
     */
    static String shown(String text) {
        for (int i = 0; i < text.length(); i++) {
            // Half of a good pair is looked at again, as a pair.
            if (isUnfit(text.charAt(i))) {
                return replaced(text, Characters::isUnfit);
            }
        }
        return text;
    }

    /** The text with the halves of surrogate pairs replaced, for formats that can write everything else. */
    static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isHalf(text.charAt(i))) {
                return replaced(text, Characters::isHalf);
            }
        }
        return text;
    }

    private static String replaced(String text, IntPredicate isBad) {
        return text.codePoints()
                .map(c -> isBad.test(c) ? REPLACEMENT : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isUnfit(int c) {
        if (c >= 0x20 && c < 0x7F || c == '\t' || c == '\n' || c == '\r') {
            return false;
        }
        return c < 0xA0 || c == '\u202D' || c == '\u202E' || isHalf(c) || (c & 0xFFFE) == 0xFFFE;
    }

    private static boolean isHalf(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}
