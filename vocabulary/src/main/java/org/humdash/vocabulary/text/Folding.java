package org.humdash.vocabulary.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes spellings that readers take for the same word equal, so that words can be looked up. */
public final class Folding {

    private static final Pattern MARKS = Pattern.compile("[\\p{M}\\p{Cf}\u0640]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

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
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        StringBuilder folded = new StringBuilder(bare.length());
        bare.toLowerCase(Locale.ROOT).codePoints().map(Folding::foldLetter).forEach(folded::appendCodePoint);
        return SPACES.matcher(folded).replaceAll(" ").strip();
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    /** The same result the short way: most texts of an import are ASCII, and imports are long. */
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
