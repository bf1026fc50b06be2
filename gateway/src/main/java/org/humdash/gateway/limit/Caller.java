package org.humdash.gateway.limit;

import io.github.bucket4j.Bucket;
import java.util.concurrent.atomic.AtomicInteger;

/** What one address or key has left, and has under way. */
record Caller(Bucket bucket, AtomicInteger underWay) {

    /** Whether one more may begin; if so, {@link #ended()} has to follow. */
    boolean begins(int most) {
        if (underWay.incrementAndGet() > most) {
            underWay.decrementAndGet();
            return false;
        }
        return true;
    }

    void ended() {
        underWay.decrementAndGet();
    }
}
