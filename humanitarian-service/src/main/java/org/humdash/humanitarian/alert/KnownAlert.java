package org.humdash.humanitarian.alert;

import java.util.UUID;
import org.humdash.kit.revision.RevisionReason;
import org.humdash.vocabulary.access.Sensitivity;

/** The current revision of an alert, as far as a writer needs it. */
record KnownAlert(
        long revisionId,
        UUID id,
        int revision,
        RevisionReason reason,
        Sensitivity sensitivity,
        HazardLink hazardLink,
        String hazard,
        UUID fingerprint) {

    boolean isRetracted() {
        return reason == RevisionReason.RETRACTION;
    }
}
