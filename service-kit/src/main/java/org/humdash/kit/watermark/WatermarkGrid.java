package org.humdash.kit.watermark;

import java.time.Duration;
import java.time.Instant;

/**
 * The instants that watermarks are rounded up to. Answers state the instant they are known at; rounded, it does not tell
 * afterwards to the second when something was recorded, which may have been hidden from the reader. And replicas that
 * noticed one change a moment apart agree on it.
 */
final class WatermarkGrid {

    private final long millis;

    WatermarkGrid(Duration width) {
        this.millis = width.toMillis();
    }

    /** The first instant of the grid that is not before this one. */
    private Instant next(Instant instant) {
        long floor = Math.floorDiv(instant.toEpochMilli(), millis) * millis;
        Instant at = Instant.ofEpochMilli(floor);
        return at.isBefore(instant) ? at.plusMillis(millis) : at;
    }

    /**
     * @param noticed a settled instant after the last change
     * @param settled a settled instant, now
     * @return the rounded instant if that is settled, and until then the one that was noticed
     */
    Instant knownAt(Instant noticed, Instant settled) {
        Instant rounded = next(noticed);
        return settled.isBefore(rounded) ? noticed : rounded;
    }

    /** Whether it is worth asking if the rounded instant is settled. */
    boolean hasPassed(Instant noticed, Instant now) {
        return !now.isBefore(next(noticed));
    }

    boolean isRounded(Instant instant) {
        return next(instant).equals(instant);
    }
}
