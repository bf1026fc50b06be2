package org.humdash.kit.watermark;

import java.time.Instant;

/**
 * A state of everything that can be read. While it stays the same, a read as known at {@code knownAt} has the same answer.
 *
 * @param token of the last transaction that changed something; the same at all replicas, and says nothing else
 * @param knownAt a settled instant since which nothing was recorded; rounded up once that has passed, see {@link WatermarkGrid}
 */
record Watermark(String token, Instant knownAt) {

    /** As it stands in the answer: two words. */
    String line() {
        return token + " " + knownAt;
    }
}
