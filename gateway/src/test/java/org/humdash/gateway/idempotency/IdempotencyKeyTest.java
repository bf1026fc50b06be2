package org.humdash.gateway.idempotency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "\"8e03978e-40d5-43dd-bc93-6894a57f9324\" | 8e03978e-40d5-43dd-bc93-6894a57f9324",
                "8e03978e-40d5-43dd-bc93-6894a57f9324 | 8e03978e-40d5-43dd-bc93-6894a57f9324",
                "\"a b, c;d\" | a b, c;d",
                "\"say \\\"x\\\" \\\\\" | 'say \"x\" \\'"
            })
    void isAStringInQuotesOrAPlainWord(String header, String value) {
        assertEquals(new IdempotencyKey(value), IdempotencyKey.of(List.of(header)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"\"",
                "\"open",
                "a b",
                "a,b",
                "\"a\", \"b\"",
                "\"a\";p=1",
                "\"\\x\"",
                "\"\u00e4\"",
                "\u00e4"
            })
    void nothingElseIsTaken(String header) {
        assertThrows(IllegalArgumentException.class, () -> IdempotencyKey.of(List.of(header)));
    }

    @Test
    void isNotLongerThanTwoHundredCharacters() {
        String longest = "x".repeat(200);

        assertEquals(new IdempotencyKey(longest), IdempotencyKey.of(List.of("\"" + longest + "\"")));
        assertThrows(IllegalArgumentException.class, () -> IdempotencyKey.of(List.of("\"" + longest + "x\"")));
    }

    @Test
    void standsInARequestOnce() {
        assertThrows(IllegalArgumentException.class, () -> IdempotencyKey.of(List.of("a", "a")));
    }
}
