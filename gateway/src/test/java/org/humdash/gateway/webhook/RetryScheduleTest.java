package org.humdash.gateway.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    private final RetrySchedule schedule = new RetrySchedule(
            List.of(Duration.ofSeconds(10), Duration.ofMinutes(5), Duration.ofHours(12)), new Random(738));

    @Test
    void waitsLongerEachTimeAndThenNoMore() {
        within(Duration.ofSeconds(10), schedule.afterAttempt(1, Optional.empty()));
        within(Duration.ofMinutes(5), schedule.afterAttempt(2, Optional.empty()));
        within(Duration.ofHours(12), schedule.afterAttempt(3, Optional.empty()));
        assertEquals(Optional.empty(), schedule.afterAttempt(4, Optional.empty()));
    }

    @Test
    void endpointsThatFailedTogetherDoNotComeBackTogether() {
        long different = IntStream.range(0, 100)
                .mapToObj(i -> schedule.afterAttempt(2, Optional.empty()))
                .distinct()
                .count();

        assertTrue(different > 90, different + " of 100");
    }

    @Test
    void whatTheEndpointAsksForCountsIfItIsLonger() {
        assertEquals(Optional.of(Duration.ofHours(1)), schedule.afterAttempt(1, Optional.of(Duration.ofHours(1))));
        assertEquals(Optional.of(Duration.ofDays(1)), schedule.afterAttempt(1, Optional.of(Duration.ofDays(400))));
        within(Duration.ofHours(12), schedule.afterAttempt(3, Optional.of(Duration.ofSeconds(1))));
        assertEquals(Optional.empty(), schedule.afterAttempt(4, Optional.of(Duration.ofHours(1))));
    }

    private static void within(Duration expected, Optional<Duration> wait) {
        double ratio = (double) wait.orElseThrow().toMillis() / expected.toMillis();
        assertTrue(ratio >= 0.8 && ratio <= 1.2, wait + " is not about " + expected);
    }
}
