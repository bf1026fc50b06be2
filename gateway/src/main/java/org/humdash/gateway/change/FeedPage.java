package org.humdash.gateway.change;

import java.time.Instant;
import java.util.List;

/**
 * A page of one feed of a service.
 *
 * @param nextCursor the service's own
 * @param full whether there may be more behind it by now
 */
record FeedPage(List<ChangeEntry> entries, String nextCursor, boolean full) {

    /** When the last of it was recorded; the page must not be empty. */
    Instant end() {
        return entries.getLast().recordedAt();
    }
}
