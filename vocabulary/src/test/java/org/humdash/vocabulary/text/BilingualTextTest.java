package org.humdash.vocabulary.text;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class BilingualTextTest {

    @Test
    void arabicMayBeAbsent() {
        assertNull(new BilingualText("Rafah", null).ar());
    }

    @Test
    void blankWordsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new BilingualText(null, "رفح"));
        assertThrows(IllegalArgumentException.class, () -> new BilingualText(" ", "رفح"));
        assertThrows(IllegalArgumentException.class, () -> new BilingualText("Rafah", ""));
    }
}
