package org.humdash.kit.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CursorSealTest {

    private static final String PATH = "/api/v1/claims";
    private static final String PLACE = CursorText.encode("2025-12-19/0197");
    private static final Map<String, List<String>> QUERY =
            Map.of("ceasefire", List.of("GAZA-2025-10"), "measure", List.of("KILLED", "INJURED"));

    private final CursorSeal seal = new CursorSeal(new byte[CursorSeal.SECRET_BYTES]);
    private final String sealed = seal.sealed(PLACE, PATH, QUERY, Set.of());

    @Test
    void whatWasSealedIsTakenBackAndReadsAsItWas() {
        assertTrue(seal.isSealed(sealed, PATH, QUERY, Set.of()));
        assertEquals("2025-12-19/0197", CursorText.decode(sealed));
        assertTrue(sealed.matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{22}"), sealed);
    }

    @Test
    void everyReplicaWithTheSecretTakesItBackAndNoOther() {
        byte[] other = new byte[CursorSeal.SECRET_BYTES];
        other[31] = 1;

        assertTrue(new CursorSeal(new byte[CursorSeal.SECRET_BYTES]).isSealed(sealed, PATH, QUERY, Set.of()));
        assertFalse(new CursorSeal(other).isSealed(sealed, PATH, QUERY, Set.of()));
    }

    @Test
    void everyChangedLetterIsNoticed() {
        for (int i = 0; i < sealed.length(); i++) {
            char changed = sealed.charAt(i) == 'A' ? 'B' : 'A';
            String tampered = sealed.substring(0, i) + changed + sealed.substring(i + 1);
            assertFalse(seal.isSealed(tampered, PATH, QUERY, Set.of()), tampered);
        }
        for (String tampered :
                List.of("", ".", PLACE, PLACE + ".", sealed + "A", sealed + ".", "." + sealed, sealed + "=")) {
            assertFalse(seal.isSealed(tampered, PATH, QUERY, Set.of()), tampered);
        }
    }

    @Test
    void itIsGoodForItsOwnListAndFiltersOnly() {
        assertFalse(seal.isSealed(sealed, "/api/v1/observations", QUERY, Set.of()));
        assertFalse(seal.isSealed(sealed, PATH, Map.of(), Set.of()));
        assertFalse(seal.isSealed(
                sealed,
                PATH,
                Map.of("ceasefire", List.of("GAZA-2025-01"), "measure", List.of("KILLED", "INJURED")),
                Set.of()));
        assertFalse(seal.isSealed(
                sealed, PATH, Map.of("ceasefire", List.of("GAZA-2025-10"), "measure", List.of("KILLED")), Set.of()));
    }

    @Test
    void noTwoQueriesAreTheSame() {
        String ofOne = seal.sealed(PLACE, PATH, Map.of("a", List.of("b", "ac")), Set.of());

        assertFalse(seal.isSealed(ofOne, PATH, Map.of("a", List.of("ba", "c")), Set.of()));
        assertFalse(seal.isSealed(ofOne, PATH, Map.of("a", List.of("bac")), Set.of()));
    }

    @Test
    void theSizeOfThePageAndTheInstantItIsReadAsOfMayChange() {
        assertTrue(seal.isSealed(
                sealed,
                PATH,
                Map.of(
                        "measure", List.of("INJURED", "KILLED"),
                        "ceasefire", List.of("GAZA-2025-10"),
                        "limit", List.of("7"),
                        "withTotal", List.of("true"),
                        "format", List.of("json"),
                        "asOf", List.of("2025-12-19"),
                        "knownAt", List.of("2025-12-19T18:00:00Z"),
                        "cursor", List.of(sealed)),
                Set.of()));
    }

    @Test
    void whatSaysWhereToBeginIsNoFilterOfAFeed() {
        String ofFeed = seal.sealed(PLACE, PATH, Map.of("from", List.of("2025-12-19T18:00:00Z")), Set.of("from"));

        assertTrue(seal.isSealed(ofFeed, PATH, Map.of(), Set.of("from")));
        assertFalse(seal.isSealed(ofFeed, PATH, Map.of("from", List.of("2025-12-19T18:00:00Z")), Set.of()));
    }
}
