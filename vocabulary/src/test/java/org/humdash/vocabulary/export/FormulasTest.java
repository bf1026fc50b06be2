package org.humdash.vocabulary.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulasTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "=cmd|' /C calc'!A0",
                "  =1",
                "\u00A0=1",
                "\u3000+1",
                "\t",
                "\tharmless",
                "\rharmless",
                "\nharmless",
                "\n=1",
                "＝1",
                "＋1",
                "－1",
                "＠1",
                "﹦1",
                "\u200E=1",
                "\uFEFF=1",
                "\u200B@1",
                "\u0000=1",
                "\u000B=1",
                "'=1",
                "''\t"
            })
    void textThatASpreadsheetMightRunGetsAnApostrophe(String text) {
        assertTrue(Formulas.isRisky(text));
        assertEquals("'" + text, Formulas.escape(text));
        assertEquals(text, Formulas.undo("'" + text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "'",
                "''",
                "'a",
                "a=1",
                "1-2",
                "غزة",
                "≥ 738",
                "(=1)",
                "\"=1\"",
                "#meta+id",
                "10 - 12",
                "–",
                "−5",
                "'تل",
                "😀"
            })
    void textThatNoSpreadsheetRunsStaysAsItIs(String text) {
        assertFalse(Formulas.isRisky(text));
        assertEquals(text, Formulas.escape(text));
        assertEquals(text, Formulas.undo(text));
    }

    @Property
    void escapeIsUndone(@ForAll("nearlyFormulas") String text) {
        assertEquals(text, Formulas.undo(Formulas.escape(text)));
    }

    @Property
    void escapedTextIsHeadedByAnApostropheOrHarmless(@ForAll("nearlyFormulas") String text) {
        String cell = Formulas.escape(text);
        assertTrue(cell.startsWith("'") || !Formulas.isRisky(cell));
    }

    @Provide
    Arbitrary<String> nearlyFormulas() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars("'=+-@＝ \t\r\n\u200Ba1غ").ofMaxLength(6), Arbitraries.strings());
    }
}
