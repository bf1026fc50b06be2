package org.humdash.gateway.change;

import java.util.HashMap;
import java.util.Map;

/** How many streams are open, in all and for each reader. It counts those of this gateway. */
final class StreamSlots {

    /** What became of somebody who wanted one. */
    enum Answer {
        GRANTED,
        TOO_MANY_OF_ONE,
        ALL_TAKEN
    }

    private final int most;
    private final int mostOfOne;
    private final Map<String, Integer> open = new HashMap<>();
    private int all;

    StreamSlots(int most, int mostOfOne) {
        this.most = most;
        this.mostOfOne = mostOfOne;
    }

    /** Whoever has too many is told so even if all are taken: it is in their hands. */
    synchronized Answer take(String reader) {
        int have = open.getOrDefault(reader, 0);
        if (have >= mostOfOne) {
            return Answer.TOO_MANY_OF_ONE;
        }
        if (all >= most) {
            return Answer.ALL_TAKEN;
        }
        open.put(reader, have + 1);
        all++;
        return Answer.GRANTED;
    }

    synchronized void giveBack(String reader) {
        all--;
        open.computeIfPresent(reader, (who, count) -> count > 1 ? count - 1 : null);
    }

    synchronized int taken() {
        return all;
    }
}
