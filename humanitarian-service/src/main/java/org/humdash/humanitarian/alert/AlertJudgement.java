package org.humdash.humanitarian.alert;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.humdash.kit.revision.RevisionReason;
import org.humdash.vocabulary.access.Sensitivity;

/**
 * What is decided here about an alert; what its sender said is not changed by it.
 *
 * @param hazardLink GLIDE for the hazard of the same GLIDE number, BY_HAND for the one named, or for none
 * @param hazard the code of the hazard it is about, with BY_HAND
 * @param sensitivity left out to leave it as it is
 * @param revisionReason UPDATE, CORRECTION, RECLASSIFICATION or RETRACTION
 */
record AlertJudgement(
        @NotNull HazardLink hazardLink,
        @Size(max = 60) String hazard,
        Sensitivity sensitivity,
        @NotNull RevisionReason revisionReason) {

    private static final Set<RevisionReason> REASONS = EnumSet.of(
            RevisionReason.UPDATE,
            RevisionReason.CORRECTION,
            RevisionReason.RECLASSIFICATION,
            RevisionReason.RETRACTION);

    @AssertTrue(message = "hazard is named only where hazardLink is BY_HAND")
    @Schema(hidden = true)
    boolean isHazardSetByHand() {
        return hazard == null || hazardLink == HazardLink.BY_HAND;
    }

    @AssertTrue(message = "revisionReason must be UPDATE, CORRECTION, RECLASSIFICATION or RETRACTION")
    @Schema(hidden = true)
    boolean isReasonOfAChange() {
        return revisionReason == null || REASONS.contains(revisionReason);
    }

    /** Whether an alert is judged so already. */
    boolean isOf(KnownAlert known) {
        return revisionReason != RevisionReason.RETRACTION
                && hazardLink == known.hazardLink()
                && Objects.equals(hazard, known.hazard())
                && sensitivityBeside(known) == known.sensitivity();
    }

    Sensitivity sensitivityBeside(KnownAlert known) {
        return sensitivity == null ? known.sensitivity() : sensitivity;
    }
}
