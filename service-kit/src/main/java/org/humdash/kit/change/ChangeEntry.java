package org.humdash.kit.change;

import java.time.Instant;
import java.util.UUID;

/**
 * An entry of a feed as it is found, before its record is looked up.
 *
 * @param revisionId the revision that is shown; null when none is
 * @param reason why none is; null when one is
 * @param <R> the reasons that a record of this feed can have
 */
public record ChangeEntry<R>(Instant recordedAt, UUID id, Long revisionId, R reason) {

    public boolean isUpsert() {
        return revisionId != null;
    }

    /** What its reader has to do. */
    public ChangeKind kind() {
        return isUpsert() ? ChangeKind.UPSERT : ChangeKind.TOMBSTONE;
    }

    public ChangeCursor place() {
        return new ChangeCursor(recordedAt, id);
    }
}
