package org.humdash.kit.watermark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WatermarkGridTest {

    private static final Instant NOTICED = Instant.parse("2025-12-19T17:00:12.345678Z");
    private static final Instant ROUNDED = Instant.parse("2025-12-19T17:01:00Z");

    private final WatermarkGrid grid = new WatermarkGrid(Duration.ofMinutes(1));

    @Test
    void isTheInstantNoticedUntilTheRoundedOneIsSettled() {
        assertEquals(NOTICED, grid.knownAt(NOTICED, NOTICED));
        assertEquals(NOTICED, grid.knownAt(NOTICED, ROUNDED.minusNanos(1)));
        assertEquals(ROUNDED, grid.knownAt(NOTICED, ROUNDED));
        assertEquals(ROUNDED, grid.knownAt(NOTICED, Instant.parse("2025-12-20T00:00:00Z")));
    }

    @Test
    void anInstantOfTheGridIsItsOwn() {
        assertEquals(ROUNDED, grid.knownAt(ROUNDED, ROUNDED));
        assertTrue(grid.isRounded(ROUNDED));
        assertFalse(grid.isRounded(NOTICED));
    }

    @Test
    void hasPassedAtTheRoundedInstant() {
        assertFalse(grid.hasPassed(NOTICED, ROUNDED.minusNanos(1)));
        assertTrue(grid.hasPassed(NOTICED, ROUNDED));
    }
}
