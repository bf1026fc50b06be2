package org.humdash.kit.revision;

import java.time.Instant;

/** Which revision of a record this is: when it was recorded, why, and when (if ever) a later one took its place. */
public record RevisionResponse(int number, Instant recordedAt, Instant supersededAt, RevisionReason reason) {

    /** The same without what was recorded after an instant: the answer of that instant does not know it. */
    public RevisionResponse asKnownAt(Instant knownAt) {
        return supersededAt == null || supersededAt.isAfter(knownAt)
                ? new RevisionResponse(number, recordedAt, null, reason)
                : this;
    }
}
