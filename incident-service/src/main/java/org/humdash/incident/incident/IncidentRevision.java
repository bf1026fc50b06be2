package org.humdash.incident.incident;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.humdash.kit.revision.RevisionReason;
import org.humdash.kit.revision.RevisionResponse;
import org.humdash.vocabulary.access.Sensitivity;

/** One revision of an incident as it is stored. */
record IncidentRevision(
        long revisionId,
        UUID id,
        int number,
        Instant recordedAt,
        Instant supersededAt,
        RevisionReason reason,
        String note,
        String recordedBy,
        Sensitivity sensitivity,
        IncidentStatus status,
        String source,
        String reference,
        UUID duplicateOf,
        Incident incident) {

    /** Its place in the history as far as that had been recorded by an instant. */
    RevisionResponse revision(Instant knownAt) {
        return new RevisionResponse(number, recordedAt, supersededAt, reason).asKnownAt(knownAt);
    }

    /** A draft of its next revision, with another content. */
    IncidentDraft next(long row, Incident content, RevisionReason because, String why) {
        return new IncidentDraft(row, source, reference, content, null, null, because, why);
    }

    IncidentRevision with(List<Report> reports) {
        return new IncidentRevision(
                revisionId,
                id,
                number,
                recordedAt,
                supersededAt,
                reason,
                note,
                recordedBy,
                sensitivity,
                status,
                source,
                reference,
                duplicateOf,
                incident.with(reports));
    }
}
