package org.humdash.gateway.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.humdash.gateway.change.ChangeFeed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiffCursorTest {

    @Test
    void isReadAsItWasWritten() {
        DiffCursor cursor = new DiffCursor(
                Instant.parse("2025-12-01T00:00:00.000001Z"),
                Instant.parse("2025-12-19T18:00:00Z"),
                true,
                LocalDate.of(2025, 12, 19),
                "GAZA-2025-10",
                "PS0260",
                Map.of(ChangeFeed.INCIDENTS, "MjAyNQ_-", ChangeFeed.HAZARDS, "abc"));

        assertEquals(Optional.of(cursor), DiffCursor.read(cursor.text()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no json",
                "{}",
                "null",
                "{'incidents':'a','since':'yesterday','knownAt':'2025-12-01T00:00:00Z','asOf':'2025-12-19'}",
                "{'incidents':'a&limit=9','since':'2025-12-01T00:00:00Z','knownAt':'2025-12-01T00:00:00Z','asOf':'2025-12-19'}",
                "{'since':'2025-12-01T00:00:00Z','knownAt':'2025-12-01T00:00:00Z','asOf':'2025-12-19'}"
            })
    void whatNoPageEverGaveIsNoCursor(String text) {
        assertEquals(Optional.empty(), DiffCursor.read(text.replace('\'', '"')));
    }

    @Test
    void whatIsTooLongIsNoCursor() {
        assertEquals(Optional.empty(), DiffCursor.read("[".repeat(10_000)));
    }
}
