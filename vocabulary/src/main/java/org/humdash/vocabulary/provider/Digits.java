package org.humdash.vocabulary.provider;

/** Digits of every script as those of ASCII. */
final class Digits {

    private Digits() {}

    static String western(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) < 0x80) {
            i++;
        }
        if (i == text.length()) {
            return text;
        }
        StringBuilder western = new StringBuilder(text.length());
        for (i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            western.append(c >= 0x80 && Character.isDigit(c) ? (char) ('0' + Character.digit(c, 10)) : c);
        }
        return western.toString();
    }
}
