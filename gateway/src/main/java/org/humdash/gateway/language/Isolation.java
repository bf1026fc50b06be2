package org.humdash.gateway.language;

import java.lang.Character.UnicodeScript;
import org.humdash.vocabulary.text.Language;

/**
 * Keeps words of the other direction of writing together. Without it a Latin name in an Arabic sentence takes the
 * punctuation around it to the wrong side, and the numbers beside it too (Unicode Standard Annex 9).
 */
public final class Isolation {

    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_ISOLATE = '\u2069';

    private Isolation() {}

    /** The text on one line, without controls of its own, and isolated if any of it runs the other way. */
    public static String of(String text, Language language) {
        String plain = plain(text);
        return runsTheOtherWay(plain, language) ? FIRST_STRONG_ISOLATE + plain + POP_ISOLATE : plain;
    }

    /** A name may come from anywhere: its own controls could turn the rest of a sentence round. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(letter -> {
            int type = Character.getType(letter);
            if (Character.isWhitespace(letter) || type == Character.LINE_SEPARATOR) {
                plain.append(' ');
            } else if (type != Character.CONTROL && !isDirection(letter)) {
                plain.appendCodePoint(letter);
            }
        });
        return plain.toString().strip();
    }

    private static boolean isDirection(int letter) {
        return letter >= 0x202A && letter <= 0x202E
                || letter >= 0x2066 && letter <= 0x2069
                || letter == 0x200E
                || letter == 0x200F
                || letter == 0x061C;
    }

    private static boolean runsTheOtherWay(String text, Language language) {
        return text.codePoints()
                .filter(Character::isLetter)
                .anyMatch(letter -> isRightToLeft(letter) != (language == Language.AR));
    }

    private static boolean isRightToLeft(int letter) {
        UnicodeScript script = UnicodeScript.of(letter);
        byte direction = Character.getDirectionality(letter);
        return script == UnicodeScript.ARABIC
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
