package org.humdash.gateway.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** When to try again. */
final class RetrySchedule {

    /** Endpoints that failed together, because their network did, are not to come back together. */
    private static final double JITTER = 0.2;

    private static final Duration LONGEST_ASKED_FOR = Duration.ofDays(1);

    private final List<Duration> waits;
    private final RandomGenerator random;

    RetrySchedule(List<Duration> waits, RandomGenerator random) {
        this.waits = List.copyOf(waits);
        this.random = random;
    }

    /**
     * How long to wait before the next attempt.
     *
     * @param attempts how many have failed
     * @param askedFor what the endpoint asked for with Retry-After; a day counts at most
     * @return empty if that was the last one
     */
    Optional<Duration> afterAttempt(int attempts, Optional<Duration> askedFor) {
        if (attempts > waits.size()) {
            return Optional.empty();
        }
        Duration usual = waits.get(attempts - 1);
        double factor = 1 - JITTER + 2 * JITTER * random.nextDouble();
        Duration wait = Duration.ofMillis(Math.round(usual.toMillis() * factor));
        return Optional.of(askedFor.map(asked -> asked.compareTo(LONGEST_ASKED_FOR) > 0 ? LONGEST_ASKED_FOR : asked)
                .filter(asked -> asked.compareTo(wait) > 0)
                .orElse(wait));
    }
}
