package org.humdash.vocabulary.export;

/**
 * Keeps spreadsheet programs from running what a cell of a CSV file says. A text that begins with one of
 * {@code = + - @} or their full-width or small forms, also behind white space and invisible characters, or with a tab or a
 * line end, is given an apostrophe in front, by which those programs tell a text. So is one that begins with apostrophes
 * and goes on like that, so that {@link #undo} knows whose apostrophe it is: for every text,
 * {@code undo(escape(text)).equals(text)}.
 *
 * <p>It is the list of <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP</a>. It holds for programs
 * that split the file at its commas; one told to split at semicolons makes cells of its own.
 */
public final class Formulas {

    private static final String BEGINS_A_FORMULA = "=+-@＝＋－＠﹦﹢﹣﹫";

    private Formulas() {}

    /** Whether a spreadsheet program might run this text. */
    public static boolean isRisky(String text) {
        if (text.isEmpty()) {
            return false;
        }
        char first = text.charAt(0);
        // What nearly every text begins with, before all that may stand in front of a formula.
        if (first > '@' && first < 0x7F || first >= '0' && first <= '9') {
            return false;
        }
        int start = 0;
        while (start < text.length() && text.charAt(start) == '\'') {
            start++;
        }
        if (start < text.length() && "\t\r\n".indexOf(text.charAt(start)) >= 0) {
            return true;
        }
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (BEGINS_A_FORMULA.indexOf(c) >= 0) {
                return true;
            }
            if (!isInvisible(c)) {
                return false;
            }
        }
        return false;
    }

    /** The text as it stands in a CSV file. */
    public static String escape(String text) {
        return isRisky(text) ? "'" + text : text;
    }

    /** The text that was escaped. */
    public static String undo(String cell) {
        return cell.startsWith("'") && isRisky(cell) ? cell.substring(1) : cell;
    }

    private static boolean isInvisible(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }
}
