package org.humdash.gateway.route;

import java.time.Duration;

/**
 * How long an upload has been waited for, and how long it may be. Only waiting for the client counts: while the service does
 * not take what has arrived, or answers, nobody is slow. Without it a byte now and then would hold a request for ever.
 */
final class UploadPace {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final long patience;
    private final long slowest;
    private long waited;
    private long received;
    private long waitingSince;
    private boolean waiting;

    /**
     * @param patience what it may take in all, however little arrives
     * @param slowest bytes; each time that many have arrived, a further second is granted
     */
    UploadPace(Duration patience, long slowest) {
        this.patience = patience.toNanos();
        this.slowest = Math.max(1, slowest);
    }

    /** From now on the next byte is the client's to send. */
    void waits(long nanoTime) {
        waiting = true;
        waitingSince = nanoTime;
    }

    void arrived(long nanoTime, int bytes) {
        rests(nanoTime);
        received += bytes;
    }

    /** From now on it is not the client who is waited for. */
    void rests(long nanoTime) {
        waited += sinceWaiting(nanoTime);
        waiting = false;
    }

    /** What is left of the client's time, if nothing more arrives. Not positive: the client is too slow. */
    Duration left(long nanoTime) {
        long granted = received / slowest * NANOS_PER_SECOND + received % slowest * NANOS_PER_SECOND / slowest;
        return Duration.ofNanos(patience + granted - waited - sinceWaiting(nanoTime));
    }

    private long sinceWaiting(long nanoTime) {
        return waiting ? nanoTime - waitingSince : 0;
    }
}
