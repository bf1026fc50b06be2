package org.humdash.gateway.change;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.humdash.gateway.peer.Peer;

/**
 * What was found after a position, each service's entries in the order they were recorded.
 *
 * @param next where to go on; for a service that is missing, where its reader was before
 * @param missing the services that gave no answer, and why
 * @param more whether there is more to be had at once
 * @param upTo the instant up to which each service is in this page; without those that have no entry in it
 */
public record ChangePage(
        List<ChangeEntry> entries,
        ChangePosition next,
        Map<Peer, String> missing,
        boolean more,
        Map<Peer, Instant> upTo) {

    /** Whether both services answered, and nothing is behind this page for now. */
    boolean isTheEnd() {
        return missing.isEmpty() && !more;
    }
}
