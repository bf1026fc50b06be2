package org.humdash.humanitarian.observation;

import static org.humdash.humanitarian.observation.Freshness.FRESH;
import static org.humdash.humanitarian.observation.Freshness.STALE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class FreshnessTest {

    @Test
    void aFigureIsStaleFromTheDayAfterItsIntervalOn() {
        assertEquals(FRESH, Freshness.of(0, 7));
        assertEquals(FRESH, Freshness.of(7, 7));
        assertEquals(STALE, Freshness.of(8, 7));
    }

    @Test
    void aFigureForADayStillToComeIsFresh() {
        assertEquals(FRESH, Freshness.of(-3, 7));
    }

    @Test
    void aFigureGoesNotStaleWhereNoUpdateIsDue() {
        assertNull(Freshness.of(10_000, null));
    }
}
