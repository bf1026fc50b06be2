package org.humdash.gateway.cursor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorSealTest {

    private static final String LIST = "audit\nkey-6b641bd3b7d0f356";
    private static final String PLACE = "2025-12-19T18:00:00Z 17";

    private final CursorSeal seal = seal("only-for-tests-only-for-tests-12");

    @Test
    void aCursorLeadsWhereItWasMade() {
        assertEquals(Optional.of(PLACE), seal.open(LIST, seal.seal(LIST, PLACE)));
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        assertEquals(Optional.empty(), seal.open("audit\nkey-6b641bd3b7d0f357", seal.seal(LIST, PLACE)));
        assertEquals(Optional.empty(), seal.open("audit", seal.seal(LIST, PLACE)));
    }

    @Test
    void anotherGatewayBelievesItIfItHasTheSameSecret() {
        String cursor = seal.seal(LIST, PLACE);

        assertEquals(
                Optional.of(PLACE), seal("only-for-tests-only-for-tests-12").open(LIST, cursor));
        assertEquals(Optional.empty(), seal("another-secret-another-secret-12").open(LIST, cursor));
    }

    @Test
    void noLetterOfACursorCanBeAnother() {
        String cursor = seal.seal(LIST, PLACE);
        for (int i = 0; i < cursor.length(); i++) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            String altered = cursor.substring(0, i) + other + cursor.substring(i + 1);
            assertEquals(Optional.empty(), seal.open(LIST, altered), altered);
        }
        assertEquals(Optional.empty(), seal.open(LIST, cursor.substring(0, cursor.length() - 4)));
        assertEquals(Optional.empty(), seal.open(LIST, cursor + "AAAA"));
        assertEquals(Optional.empty(), seal.open(LIST, cursor + "="));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "A", "not base64!", "AAAA", "AAAAAAAAAAAAAAAAAAAAAA", "MjAyNS0xMi0xOVQxODowMDowMFovMDE5YjM4"
            })
    void whatIsNoCursorIsRefused(String text) {
        assertEquals(Optional.empty(), seal.open(LIST, text));
        assertEquals(Optional.empty(), seal.open(LIST, text.repeat(2_000)));
    }

    private static CursorSeal seal(String secret) {
        return new CursorSeal(secret.getBytes(StandardCharsets.US_ASCII));
    }
}
