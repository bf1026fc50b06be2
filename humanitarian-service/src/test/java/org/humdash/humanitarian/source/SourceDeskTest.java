package org.humdash.humanitarian.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.humdash.humanitarian.source.SourceRegisterApi.RegisteredSource;
import org.humdash.vocabulary.text.BilingualText;
import org.junit.jupiter.api.Test;

class SourceDeskTest {

    private static final BilingualText NAME = new BilingualText("Name", null);

    private final List<String> asked = new ArrayList<>();
    private final List<SourceSummary> kept = new ArrayList<>();

    @Test
    void aSourceMetBeforeIsNotAskedFor() {
        assertTrue(desk("KNOWN").knows("KNOWN"));
        assertEquals(List.of(), asked);
    }

    @Test
    void aNewSourceIsAskedForOnceAndKept() {
        SourceDesk desk = desk();
        assertTrue(desk.knows("NEW_ONE"));
        assertTrue(desk.knows("NEW_ONE"));
        desk.keep();
        assertEquals(List.of("NEW_ONE"), asked);
        assertEquals(List.of(new SourceSummary("NEW_ONE", NAME, "MEDIA")), kept);
    }

    @Test
    void aSourceNobodyRegisteredIsAskedForOnceAndNotKept() {
        SourceDesk desk = desk();
        assertFalse(desk.knows("NOBODY"));
        assertFalse(desk.knows("NOBODY"));
        desk.keep();
        assertEquals(List.of("NOBODY"), asked);
        assertEquals(List.of(), kept);
    }

    @Test
    void whatIsNoCodeIsNotAskedFor() {
        for (String code : List.of("../claims", "lower", "A", "A?x=1", "Ä_B", "")) {
            assertFalse(desk().knows(code), code);
        }
        assertEquals(List.of(), asked);
    }

    @Test
    void aFileFullOfOtherSourcesIsNotAskedForWithoutEnd() {
        SourceDesk desk = desk();
        for (int i = 0; i < 2 * SourceDesk.MOST_ASKED; i++) {
            desk.knows("NEW_" + i);
        }
        assertEquals(SourceDesk.MOST_ASKED, asked.size());
        assertTrue(desk.knows("NEW_0"));
        assertFalse(desk.knows("NEW_999"));
    }

    private SourceDesk desk(String... known) {
        return new SourceDesk(
                Set.of(known),
                code -> {
                    asked.add(code);
                    return code.startsWith("NEW_")
                            ? Optional.of(new RegisteredSource(code, NAME, "MEDIA"))
                            : Optional.empty();
                },
                kept::add);
    }
}
