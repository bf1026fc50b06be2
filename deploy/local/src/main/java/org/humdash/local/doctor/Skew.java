package org.humdash.local.doctor;

import java.time.Duration;
import java.time.Instant;

/**
 * How far another clock is from that of this machine. It is read between two instants here, so a difference counts from the
 * nearer of them: a slow answer is no wrong clock.
 */
final class Skew {

    static final String NAME = "clock";

    /** Records are ordered by one clock, but ages and days are those of each program. */
    static final Duration WARNED = Duration.ofSeconds(2);

    /** By then tokens of the gateway may be refused as of the future, or as ended. */
    static final Duration REFUSED = Duration.ofSeconds(30);

    private static final String ADVICE =
            "let a time service (chrony, systemd-timesyncd) set the clocks of all machines";

    private Skew() {}

    static Finding of(String subject, Instant asked, Instant there, Instant answered) {
        Duration ahead = there.isAfter(answered)
                ? Duration.between(answered, there)
                : there.isBefore(asked) ? Duration.between(asked, there) : Duration.ZERO;
        Duration apart = ahead.abs();
        String what =
                "%.1f s %s this machine".formatted(apart.toMillis() / 1e3, ahead.isNegative() ? "behind" : "ahead of");
        if (apart.compareTo(REFUSED) > 0) {
            return Finding.problem(NAME, subject, what, ADVICE);
        }
        return apart.compareTo(WARNED) > 0
                ? Finding.warning(NAME, subject, what, ADVICE)
                : Finding.ok(NAME, subject, "within " + WARNED.toSeconds() + " s of this machine");
    }
}
