package org.humdash.vocabulary.table;

import org.humdash.vocabulary.hxl.CsvTable;

/** What all forms have in common about a cell. */
final class CellText {

    static final int LONGEST = CsvTable.LONGEST_CELL;

    private static final int REPLACEMENT = 0xFFFD;

    private CellText() {}

    /** Without surrounding white space, no-break spaces included; of a text that is too long, so much as tells it. */
    static String of(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (start < end && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, Math.min(end, start + LONGEST + 1));
    }

    /**
     * Line ends and tabs are part of a text; other control characters have no business in it, nor have the two that show
     * letters in another order than they are stored, nor has half of a character.
     */
    static boolean hasControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < '\u007F') {
                continue;
            }
            boolean isControl = c < ' ' ? c != '\n' && c != '\r' && c != '\t' : c >= '\u007F' && c <= '\u009F';
            if (isControl || c == '\u202D' || c == '\u202E' || isHalf(text, i)) {
                return true;
            }
        }
        return false;
    }

    /** The text to be shown or handed back, with U+FFFD for what {@link #hasControl} finds: no database keeps a NUL. */
    static String shown(String text) {
        if (!hasControl(text)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> hasControl(Character.toString(c)) ? REPLACEMENT : c)
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }

    /** One of the two halves of a character beyond U+FFFF, without the other. */
    private static boolean isHalf(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
