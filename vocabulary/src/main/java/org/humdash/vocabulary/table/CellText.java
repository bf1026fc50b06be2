package org.humdash.vocabulary.table;

import org.humdash.vocabulary.hxl.CsvTable;

/** What all forms have in common about a cell. */
final class CellText {

    static final int LONGEST = CsvTable.LONGEST_CELL;

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
     * letters in another order than they are stored.
     */
    static boolean hasControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < '\u007F') {
                continue;
            }
            boolean isControl = c < ' ' ? c != '\n' && c != '\r' && c != '\t' : c >= '\u007F' && c <= '\u009F';
            if (isControl || c == '\u202D' || c == '\u202E') {
                return true;
            }
        }
        return false;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
