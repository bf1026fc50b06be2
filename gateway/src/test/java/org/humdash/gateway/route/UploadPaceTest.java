package org.humdash.gateway.route;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class UploadPaceTest {

    private static final long SECOND = 1_000_000_000L;

    /** Ten seconds, and one more for each thousand bytes. */
    private final UploadPace pace = new UploadPace(Duration.ofSeconds(10), 1_000);

    @Test
    void whoSendsNothingHasThePatience() {
        pace.waits(5 * SECOND);

        assertEquals(Duration.ofSeconds(10), pace.left(5 * SECOND));
        assertEquals(Duration.ofSeconds(3), pace.left(12 * SECOND));
        assertEquals(Duration.ofSeconds(-1), pace.left(16 * SECOND));
    }

    @Test
    void aByteNowAndThenBuysNextToNothing() {
        for (int second = 0; second < 10; second++) {
            pace.waits(second * SECOND);
            pace.arrived((second + 1) * SECOND, 1);
        }

        assertEquals(Duration.ofMillis(10), pace.left(10 * SECOND));
    }

    @Test
    void whoSendsAsMuchAsIsAskedForIsNeverTooSlow() {
        for (int second = 0; second < 1_000; second++) {
            pace.waits(second * SECOND);
            pace.arrived((second + 1) * SECOND, 1_000);
        }

        assertEquals(Duration.ofSeconds(10), pace.left(1_000 * SECOND));
    }

    @Test
    void timeInWhichTheServiceIsWaitedForIsNotTheClients() {
        pace.waits(0);
        pace.arrived(4 * SECOND, 0);

        assertEquals(Duration.ofSeconds(6), pace.left(1_000 * SECOND));

        pace.waits(1_000 * SECOND);
        assertEquals(Duration.ofSeconds(1), pace.left(1_005 * SECOND));
    }
}
