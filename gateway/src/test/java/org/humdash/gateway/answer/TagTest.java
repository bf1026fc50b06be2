package org.humdash.gateway.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TagTest {

    private static final String STATE = "aaaaaaaaaaaaaaaaaaaaaa";

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', textBlock = """
                    , false, '"aaaaaaaaaaaaaaaaaaaaaa"'
                    , true, '"aaaaaaaaaaaaaaaaaaaaaa-gzip"'
                    '"3"', false, '"3.aaaaaaaaaaaaaaaaaaaaaa"'
                    '"3"', true, '"3.aaaaaaaaaaaaaaaaaaaaaa-gzip"'
                    'W/"3"', false, '"aaaaaaaaaaaaaaaaaaaaaa"'""")
    void holdsRevisionStateAndForm(String revision, boolean gzip, String tag) {
        assertEquals(tag, Tag.of(revision, STATE, gzip));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"aaaaaaaaaaaaaaaaaaaaaa\"",
                "W/\"aaaaaaaaaaaaaaaaaaaaaa\"",
                "\"3.aaaaaaaaaaaaaaaaaaaaaa-gzip\"",
                "\"x\" ,\t\"y,z\", \"12.aaaaaaaaaaaaaaaaaaaaaa\""
            })
    void isNamedInAnyFormAndAmongOthers(String ifNoneMatch) {
        assertTrue(Tag.named(ifNoneMatch, STATE).isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "aaaaaaaaaaaaaaaaaaaaaa",
                "\"baaaaaaaaaaaaaaaaaaaaaa\"",
                "\"aaaaaaaaaaaaaaaaaaaaaab\"",
                "x \"aaaaaaaaaaaaaaaaaaaaaa\"",
                "\"aaaaaaaaaaaaaaaaaaaaaa"
            })
    void isNotNamedByWhatOnlyLooksLikeIt(String ifNoneMatch) {
        assertEquals(Optional.empty(), Tag.named(ifNoneMatch, STATE));
    }

    @Test
    void isGivenBackInTheWordsOfTheClientAndStrong() {
        assertEquals(
                Optional.of("\"3.aaaaaaaaaaaaaaaaaaaaaa-gzip\""),
                Tag.named("W/\"3.aaaaaaaaaaaaaaaaaaaaaa-gzip\"", STATE));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', textBlock = """
                    '"3"', '"3"'
                    ' "3-gzip" ', '"3"'
                    '"3.aaaaaaaaaaaaaaaaaaaaaa"', '"3"'
                    'W/"3.aaaaaaaaaaaaaaaaaaaaaa-gzip"', 'W/"3"'
                    '*', '*'
                    '"3.short"', '"3.short"'
                    '"3", "4"', '"3", "4"'""")
    void reachesTheServiceAsTheServiceGaveIt(String ifMatch, String asked) {
        assertEquals(asked, Tag.forService(ifMatch));
    }

    @Test
    void ofBytesMatchesInEitherFormAndAnything() {
        assertTrue(Tag.matches("\"abc\", \"def\"", "\"def-gzip\""));
        assertTrue(Tag.matches(" * ", "\"def\""));
        assertFalse(Tag.matches("\"abc\"", "\"def\""));
        assertFalse(Tag.matches(null, "\"def\""));
    }

    @Test
    void ofTheServiceHasACompressedForm() {
        assertEquals("\"3-gzip\"", Tag.compressed("\"3\""));
        assertEquals("W/\"3\"", Tag.compressed("W/\"3\""));
    }
}
