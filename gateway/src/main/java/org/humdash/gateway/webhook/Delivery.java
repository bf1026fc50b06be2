package org.humdash.gateway.webhook;

import java.time.Instant;
import java.util.Map;
import org.humdash.gateway.change.ChangePosition;
import org.humdash.gateway.peer.Peer;

/**
 * A message: a piece of the feeds, from one position to the next. What stands there is read anew for each attempt, so
 * nothing that is hidden meanwhile is sent, and nothing of it is kept here.
 *
 * @param id the same for all attempts, so that its receiver can tell that it has it
 * @param upTo up to which instant each service is in it
 * @param batch how many entries were asked for
 * @param entries how many were found when it was made
 * @param lastStatus of the last attempt that was answered at all; null if none was
 * @param lastFailure why the last attempt failed, in words; null if it did not
 */
record Delivery(
        String id,
        long seq,
        String webhook,
        State state,
        Instant madeAt,
        ChangePosition begin,
        ChangePosition end,
        Map<Peer, Instant> upTo,
        int batch,
        int entries,
        int attempts,
        Instant dueAt,
        Instant lastAttemptAt,
        Integer lastStatus,
        String lastFailure,
        Instant endedAt) {

    /** What became of it. */
    enum State {
        WAITING,
        DELIVERED,
        /** Tried as often as is tried. Its owner can have it sent again. */
        DEAD
    }
}
