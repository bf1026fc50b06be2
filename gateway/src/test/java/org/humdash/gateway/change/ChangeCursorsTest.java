package org.humdash.gateway.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.humdash.gateway.problem.ProblemType;
import org.humdash.vocabulary.access.Clearance;
import org.junit.jupiter.api.Test;

class ChangeCursorsTest {

    private static final ChangePosition POSITION = ChangePosition.beginning()
            .after(ChangeFeed.INCIDENTS, "MjAyNS0xMi0xOVQxODowMDowMFovMDE5YjM4")
            .before(ChangeFeed.HAZARDS, Instant.parse("2025-12-19T18:00:00.123456Z"));

    private final ChangeCursors cursors = RecordedFeeds.cursors();

    @Test
    void aCursorLeadsWhereItWasMade() {
        assertEquals(POSITION, cursors.read(cursors.write(POSITION, Clearance.PARTNER), Clearance.PARTNER));
        assertEquals(
                ChangePosition.beginning(),
                cursors.read(cursors.write(ChangePosition.beginning(), Clearance.PUBLIC), Clearance.PUBLIC));
    }

    @Test
    void aCursorOfAnotherClearanceIsRefusedWithTheWayOut() {
        String cursor = cursors.write(POSITION, Clearance.PUBLIC);

        InvalidChangeQuery refused =
                assertThrows(InvalidChangeQuery.class, () -> cursors.read(cursor, Clearance.PARTNER));

        assertEquals(ProblemType.CURSOR_OF_ANOTHER_CLEARANCE, refused.type());
        assertEquals(
                "This cursor was given to a reader who may see PUBLIC, and you may see PARTNER. Begin anew without a"
                        + " cursor, or your copy would not be whole.",
                refused.getMessage());
    }
}
