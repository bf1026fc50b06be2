package org.humdash.gateway.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.humdash.gateway.problem.ProblemType;
import org.humdash.vocabulary.access.Clearance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorSealTest {

    private static final ChangePosition POSITION = ChangePosition.beginning()
            .after(ChangeFeed.INCIDENTS, "MjAyNS0xMi0xOVQxODowMDowMFovMDE5YjM4")
            .before(ChangeFeed.HAZARDS, Instant.parse("2025-12-19T18:00:00.123456Z"));

    private final CursorSeal seal = seal("only-for-tests-only-for-tests-12");

    @Test
    void aCursorLeadsWhereItWasMade() {
        assertEquals(
                Optional.of(new CursorSeal.Opened(Clearance.PARTNER, POSITION)),
                seal.open(seal.seal(POSITION, Clearance.PARTNER)));
        assertEquals(
                Optional.of(new CursorSeal.Opened(Clearance.PUBLIC, ChangePosition.beginning())),
                seal.open(seal.seal(ChangePosition.beginning(), Clearance.PUBLIC)));
    }

    @Test
    void anotherGatewayWithTheSameSecretBelievesIt() {
        assertTrue(seal("only-for-tests-only-for-tests-12")
                .open(seal.seal(POSITION, Clearance.STAFF))
                .isPresent());
        assertFalse(seal("another-secret-another-secret-12")
                .open(seal.seal(POSITION, Clearance.STAFF))
                .isPresent());
    }

    @Test
    void noLetterOfACursorCanBeAnother() {
        String cursor = seal.seal(POSITION, Clearance.PUBLIC);
        for (int i = 0; i < cursor.length(); i++) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            String altered = cursor.substring(0, i) + other + cursor.substring(i + 1);
            assertEquals(Optional.empty(), seal.open(altered), altered);
        }
        assertEquals(Optional.empty(), seal.open(cursor.substring(0, cursor.length() - 4)));
        assertEquals(Optional.empty(), seal.open(cursor + "AAAA"));
        assertEquals(Optional.empty(), seal.open(cursor + "="));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "A", "not base64!", "AAAA", "AAAAAAAAAAAAAAAAAAAAAA", "MjAyNS0xMi0xOVQxODowMDowMFovMDE5YjM4"
            })
    void whatIsNoCursorIsRefused(String text) {
        assertEquals(Optional.empty(), seal.open(text));
        assertEquals(Optional.empty(), seal.open(text.repeat(2_000)));
    }

    @Test
    void aCursorOfAnotherClearanceIsRefusedWithTheWayOut() {
        ChangeCursors cursors = new ChangeCursors(seal);
        String cursor = cursors.write(POSITION, Clearance.PUBLIC);

        InvalidChangeQuery refused =
                assertThrows(InvalidChangeQuery.class, () -> cursors.read(cursor, Clearance.PARTNER));

        assertEquals(ProblemType.CURSOR_OF_ANOTHER_CLEARANCE, refused.type());
        assertEquals(
                "This cursor was given to a reader who may see PUBLIC, and you may see PARTNER. Begin anew without a"
                        + " cursor, or your copy would not be whole.",
                refused.getMessage());
        assertEquals(POSITION, cursors.read(cursor, Clearance.PUBLIC));
    }

    private static CursorSeal seal(String secret) {
        return new CursorSeal(secret.getBytes(StandardCharsets.US_ASCII));
    }
}
