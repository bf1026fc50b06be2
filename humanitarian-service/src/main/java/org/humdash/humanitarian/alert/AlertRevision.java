package org.humdash.humanitarian.alert;

import java.util.UUID;
import org.humdash.kit.revision.RevisionReason;
import org.humdash.kit.revision.RevisionedEntity;
import org.humdash.vocabulary.access.Sensitivity;

/** What is to be recorded of a message: the next revision of what is known of it, or the first. */
record AlertRevision(
        UUID id,
        int number,
        RevisionReason reason,
        Sensitivity sensitivity,
        HazardLink hazardLink,
        String hazard,
        AlertMessage message,
        UUID fingerprint) {

    /**
     * The first revision of a message that is new.
     *
     * @param asked the sensitivity that the writer asks for; null for the one that its scope means
     */
    static AlertRevision first(AlertMessage message, UUID fingerprint, Sensitivity asked) {
        return new AlertRevision(
                RevisionedEntity.newId(),
                1,
                RevisionReason.NEW,
                asked == null ? message.scope().sensitivity() : asked,
                HazardLink.GLIDE,
                null,
                message,
                fingerprint);
    }

    /**
     * The next revision, or null where the message says what is known already. What was retracted here stays so until its
     * sender says something else. A message that says nothing of it makes no hidden record public, and one that is not for
     * everybody any more is hidden.
     *
     * @param asked the sensitivity that the writer asks for; null for none
     */
    static AlertRevision next(KnownAlert known, AlertMessage message, UUID fingerprint, Sensitivity asked) {
        boolean isSame = known.fingerprint().equals(fingerprint);
        Sensitivity least = isSame
                ? known.sensitivity()
                : higher(known.sensitivity(), message.scope().sensitivity());
        Sensitivity sensitivity = asked == null ? least : asked;
        if (isSame && sensitivity == known.sensitivity()) {
            return null;
        }
        RevisionReason reason = isSame
                ? known.isRetracted() ? RevisionReason.RETRACTION : RevisionReason.RECLASSIFICATION
                : RevisionReason.UPDATE;
        return new AlertRevision(
                known.id(),
                known.revision() + 1,
                reason,
                sensitivity,
                known.hazardLink(),
                known.hazard(),
                message,
                fingerprint);
    }

    private static Sensitivity higher(Sensitivity a, Sensitivity b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
