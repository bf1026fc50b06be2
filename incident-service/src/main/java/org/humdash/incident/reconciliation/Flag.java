package org.humdash.incident.reconciliation;

import java.util.UUID;

/**
 * Something about a claim that a reader should know. It is no error, and nothing is repaired because of it.
 *
 * @param earlierClaim the earlier claim it lies below; null unless REVISED_DOWN
 */
record Flag(Code code, Certainty certainty, UUID earlierClaim) {

    enum Code {
        /** More is documented than was claimed. */
        DOCUMENTED_ABOVE_CLAIMED,
        /** A cumulative figure lies below one that its originator stated for an earlier day. */
        REVISED_DOWN
    }
}
