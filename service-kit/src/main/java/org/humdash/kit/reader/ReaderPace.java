package org.humdash.kit.reader;

import java.time.Duration;

/**
 * How long one answer has waited for its reader, and how long it may. Only waiting counts: a reader who is faster than the
 * database is never too slow, however long the answer takes.
 */
final class ReaderPace {

    private static final double NANOS = 1e9;

    private final double patience;
    private final double slowest;
    private final double longest;
    private double waited;

    /** @param slowest bytes in a second */
    ReaderPace(Duration patience, long slowest, Duration longest) {
        this.patience = patience.toNanos() / NANOS;
        this.slowest = slowest;
        this.longest = longest.toNanos() / NANOS;
    }

    /**
     * What was seen at a look.
     *
     * @param isWaiting whether there is more to send than the reader has taken
     * @param sinceLastLook how long it is taken to have been so
     * @param taken bytes of the answer that were sent so far
     * @return whether the reader is too slow
     */
    boolean isTooSlow(boolean isWaiting, Duration sinceLastLook, long taken) {
        if (isWaiting) {
            waited += sinceLastLook.toNanos() / NANOS;
        }
        return waited > Math.min(patience + taken / slowest, longest);
    }
}
