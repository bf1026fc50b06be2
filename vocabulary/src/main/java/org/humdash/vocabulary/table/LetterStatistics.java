package org.humdash.vocabulary.table;

/**
 * Tells Arabic from western text by the company its letters keep: a word in Arabic is all of letters beyond ASCII, a
 * word with an accent is mostly ASCII.
 */
final class LetterStatistics {

    private long arabicWords;
    private long westernWords;
    private long unassigned;
    private int ascii;
    private int beyond;

    void add(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            int b = bytes[i] & 0xFF;
            if (b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z') {
                ascii++;
            } else if (b >= 0xC0) {
                beyond++;
            } else {
                endWord();
            }
            if (b == 0x81 || b == 0x8D || b == 0x8F || b == 0x90 || b == 0x9D) {
                unassigned++;
            }
        }
    }

    boolean areArabic() {
        endWord();
        return arabicWords > westernWords;
    }

    boolean areUnassignedIn1252() {
        return unassigned > 0;
    }

    private void endWord() {
        if (beyond > 1 && ascii == 0) {
            arabicWords++;
        } else if (beyond > 0 && ascii > 0) {
            westernWords++;
        }
        ascii = 0;
        beyond = 0;
    }
}
