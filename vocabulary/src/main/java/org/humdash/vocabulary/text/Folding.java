package org.humdash.vocabulary.text;

import java.text.Normalizer;
import java.util.Locale;

/** Makes spellings that readers take for the same word equal, so that words can be looked up. */
public final class Folding {

    private static final int TATWEEL = 0x640;

    private Folding() {}

    /**
     * Folds case, Latin accents, Arabic vowel signs, hamza carriers (أ إ آ as ا), ى as ي and ة as ه, the tatweel,
     * invisible direction marks, every kind of space, and digits of any script.
     *
     * @return the folded text, for comparing with other folded text and never for showing
     */
    public static String fold(String text) {
        if (isAscii(text)) {
            return foldAscii(text);
        }
        String bare =
                withoutMarks(Normalizer.normalize(text, Normalizer.Form.NFD)).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(bare.length());
        int letter;
        for (int i = 0; i < bare.length(); i += Character.charCount(letter)) {
            letter = bare.codePointAt(i);
            if (!isSpace(letter)) {
                folded.appendCodePoint(foldLetter(letter));
            } else if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            }
        }
        return withoutLastSpace(folded);
    }

    // Loops, where patterns and streams would say the same: imports are long, and this was a good part of them.

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static String withoutMarks(String text) {
        StringBuilder bare = new StringBuilder(text.length());
        int letter;
        for (int i = 0; i < text.length(); i += Character.charCount(letter)) {
            letter = text.codePointAt(i);
            if (!isMark(letter)) {
                bare.appendCodePoint(letter);
            }
        }
        return bare.toString();
    }

    private static boolean isMark(int letter) {
        return switch (Character.getType(letter)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.FORMAT -> true;
            default -> letter == TATWEEL;
        };
    }

    private static boolean isSpace(int letter) {
        return letter >= '\t' && letter <= '\r' || Character.isSpaceChar(letter);
    }

    /** The same result the short way: most texts of an import are ASCII. */
    private static String foldAscii(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isSpace = c == ' ' || c >= '\t' && c <= '\r';
            if (!isSpace) {
                folded.append(c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c);
            } else if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            }
        }
        return withoutLastSpace(folded);
    }

    private static String withoutLastSpace(StringBuilder folded) {
        int last = folded.length() - 1;
        return last >= 0 && folded.charAt(last) == ' ' ? folded.substring(0, last) : folded.toString();
    }

    private static int foldLetter(int letter) {
        return switch (letter) {
            case 'ى' -> 'ي';
            case 'ة' -> 'ه';
            default -> Character.isDigit(letter) ? '0' + Character.digit(letter, 10) : letter;
        };
    }
}
