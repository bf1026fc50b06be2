package org.humdash.incident.incident;

import java.util.UUID;
import org.humdash.kit.revision.RevisionReason;
import org.humdash.vocabulary.access.Sensitivity;

/**
 * An incident as it came in, each field readable by itself, before it is held against what is recorded.
 *
 * @param row its row in the table it came from, as a spreadsheet numbers it; 0 when it came alone
 * @param source the provider whose record this is
 * @param reference the provider's key of it
 * @param status null leaves it as it is, which for a new one is PUBLISHED
 * @param sensitivity null leaves it as it is, which for a new one is LOW
 * @param reason why it changes what is recorded; null leaves it to the outcome
 * @param note the same in words
 */
record IncidentDraft(
        long row,
        String source,
        String reference,
        Incident incident,
        IncidentStatus status,
        Sensitivity sensitivity,
        RevisionReason reason,
        String note) {

    /** A withdrawal is a status and a reason at once, whichever of the two was given. */
    IncidentDraft {
        if (status == IncidentStatus.RETRACTED || reason == RevisionReason.RETRACTION) {
            status = IncidentStatus.RETRACTED;
            reason = RevisionReason.RETRACTION;
        }
    }

    /**
     * Of what the provider says. Sensitivity is no part of it: a table that is silent on it must not undo a decision. Nor is
     * that it is published, which goes without saying.
     */
    UUID fingerprint() {
        return incident.fingerprint()
                .of("status", status == IncidentStatus.PUBLISHED ? null : status)
                .id();
    }
}
