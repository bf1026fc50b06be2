package org.humdash.gateway.limit;

import java.util.concurrent.atomic.AtomicInteger;

/** How much is under way in this instance. Counts and never waits. */
final class Load {

    private final int mostRequests;
    private final int mostBodies;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger bodies = new AtomicInteger();

    Load(int mostRequests, int mostBodies) {
        this.mostRequests = mostRequests;
        this.mostBodies = mostBodies;
    }

    /** Whether one more may begin; if so, {@link #ended} has to follow. */
    boolean begins(boolean withBody) {
        if (requests.incrementAndGet() > mostRequests) {
            requests.decrementAndGet();
            return false;
        }
        if (withBody && bodies.incrementAndGet() > mostBodies) {
            ended(true);
            return false;
        }
        return true;
    }

    void ended(boolean withBody) {
        requests.decrementAndGet();
        if (withBody) {
            bodies.decrementAndGet();
        }
    }

    int underWay() {
        return requests.get();
    }

    boolean isFull() {
        return requests.get() >= mostRequests;
    }
}
