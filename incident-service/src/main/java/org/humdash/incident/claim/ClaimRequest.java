package org.humdash.incident.claim;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.humdash.incident.violation.ViolationType;
import org.humdash.kit.estimate.EstimateRequest;
import org.humdash.kit.revision.RevisionReason;
import org.humdash.vocabulary.access.Sensitivity;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.time.DayCount;

/**
 * A claim to record, or its next revision in full.
 *
 * @param reference names the claim among those of its originator; chosen by whoever records it
 * @param relayOf the reference of the originator's claim that this one passes on
 * @param sensitivity LOW when left out, or what it was
 * @param revisionReason why it is changed: UPDATE, CORRECTION, RECLASSIFICATION or RETRACTION; only for a change
 */
record ClaimRequest(
        @NotBlank String ceasefire,
        String area,
        @NotBlank String originator,
        String publisher,

        @NotBlank @Size(max = 200) @Pattern(regexp = PRINTABLE)
        String reference,

        @Size(max = 200) @Pattern(regexp = PRINTABLE) String relayOf,
        @NotNull Measure measure,
        @NotNull @Valid EstimateRequest estimate,
        @Size(max = 20) Map<ViolationType, @NotNull @Valid EstimateRequest> breakdown,
        @NotNull LocalDate validFrom,
        @NotNull LocalDate validTo,
        @PositiveOrZero Integer statedDays,
        DayCount dayCount,
        LocalDate publishedOn,

        @Pattern(regexp = ADDRESS, message = "must be a http or https address")
        String url,

        @Pattern(regexp = ADDRESS, message = "must be a http or https address")
        String archiveUrl,

        @Size(max = 10_000) @Pattern(regexp = PRINTABLE) String text,

        @Pattern(regexp = "[a-z]{2,3}", message = "must be a language code such as en or ar")
        String language,

        @Size(max = 10_000) @Pattern(regexp = PRINTABLE) String note,
        Sensitivity sensitivity,
        RevisionReason revisionReason) {

    private static final String ADDRESS = "https?://[^\\s\\p{Cntrl}]{1,2000}";
    private static final String PRINTABLE = "[^\\p{Cntrl}]*";

    ClaimDraft draft() {
        Map<ViolationType, Estimate> parts = new EnumMap<>(ViolationType.class);
        if (breakdown != null) {
            breakdown.forEach((type, part) -> parts.put(type, part.estimate()));
        }
        return new ClaimDraft(
                1,
                ceasefire,
                area,
                originator,
                publisher,
                reference,
                relayOf,
                measure,
                estimate.estimate(),
                parts,
                validFrom,
                validTo,
                statedDays,
                dayCount,
                publishedOn,
                url,
                archiveUrl,
                text,
                language,
                note,
                sensitivity,
                revisionReason);
    }
}
