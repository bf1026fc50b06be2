package org.humdash.kit.reader;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReaderPaceTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final long SLOWEST = 8_192;

    private final ReaderPace pace = new ReaderPace(Duration.ofSeconds(60), SLOWEST, Duration.ofHours(2));

    @Test
    void whoTakesNothingIsTooSlowWhenPatienceIsAtItsEnd() {
        for (int i = 0; i < 60; i++) {
            assertFalse(pace.isTooSlow(true, SECOND, 0));
        }
        assertTrue(pace.isTooSlow(true, SECOND, 0));
    }

    @Test
    void eachByteThatWasTakenBuysTime() {
        for (int i = 0; i < 70; i++) {
            assertFalse(pace.isTooSlow(true, SECOND, 10 * SLOWEST));
        }
        assertTrue(pace.isTooSlow(true, SECOND, 10 * SLOWEST));
    }

    @Test
    void whoTakesTheLeastInEachSecondIsTooSlowOnlyAfterTheLongest() {
        for (long i = 1; i <= Duration.ofHours(2).toSeconds(); i++) {
            assertFalse(pace.isTooSlow(true, SECOND, i * SLOWEST));
        }
        assertTrue(pace.isTooSlow(true, SECOND, 7_201 * SLOWEST));
    }

    @Test
    void aReaderWhoWaitsForTheDatabaseIsNeverTooSlow() {
        for (long i = 0; i <= Duration.ofHours(3).toSeconds(); i++) {
            assertFalse(pace.isTooSlow(false, SECOND, 0));
        }
    }
}
