package org.humdash.vocabulary.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

    @ParameterizedTest
    @CsvSource({
        "Khan YOUNIS, khan younis",
        "Qalqîlya, qalqilya",
        "أريحا, اريحا",
        "إلى, الي",
        "آلاف, الاف",
        "غزة, غزه",
        "غَزَّة, غزه",
        "غـــزة, غزه",
        "١٬١١٢, 1٬112",
        "۷۳۸, 738"
    })
    void spellingsOfTheSameWordFoldTogether(String spelling, String folded) {
        assertEquals(folded, Folding.fold(spelling));
    }

    @Test
    void spacesOfEveryKindBecomeOneAndDirectionMarksGo() {
        assertEquals("a b", Folding.fold("\u00A0a\u202F \t\nb\u200F\u2069 "));
    }

    @Test
    void superscriptsDoNotBecomeDigits() {
        assertEquals("10²", Folding.fold("10²"));
    }

    @Property
    void foldingTwiceIsFoldingOnce(@ForAll String text) {
        String folded = Folding.fold(text);
        assertEquals(folded, Folding.fold(folded));
    }
}
