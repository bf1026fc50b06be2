package org.humdash.gateway.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.humdash.vocabulary.text.Language;
import org.junit.jupiter.api.Test;

class IsolationTest {

    @Test
    void latinWordsAreIsolatedInArabicAndArabicWordsInEnglish() {
        assertEquals("\u2068Tech for Palestine\u2069", Isolation.of("Tech for Palestine", Language.AR));
        assertEquals("\u2068مبادرة Tech for Palestine\u2069", Isolation.of("مبادرة Tech for Palestine", Language.AR));
        assertEquals("\u2068الجزيرة\u2069", Isolation.of("الجزيرة", Language.EN));
    }

    @Test
    void wordsOfTheSameDirectionAndNumbersAreLeftAlone() {
        assertEquals("الجزيرة", Isolation.of("الجزيرة", Language.AR));
        assertEquals("Al Jazeera", Isolation.of("Al Jazeera", Language.EN));
        assertEquals("1,112", Isolation.of("1,112", Language.AR));
    }

    @Test
    void aNameCannotTurnTheRestOfTheSentenceRoundOrBreakItsLine() {
        assertEquals("evil name", Isolation.of("\u202Eevil\u2066\u200F\nname\u0000", Language.EN));
    }
}
