package org.humdash.incident.change;

import java.time.Instant;
import java.util.UUID;

/**
 * An entry of the feed as it is found, before the incident is looked up.
 *
 * @param revisionId the revision that is shown; null when none is
 * @param reason why none is; null when one is
 */
record ChangeEntry(Instant recordedAt, UUID id, Long revisionId, WithdrawalReason reason) {

    boolean isUpsert() {
        return revisionId != null;
    }

    ChangeCursor place() {
        return new ChangeCursor(recordedAt, id);
    }
}
