package org.humdash.humanitarian.hazard;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.humdash.kit.revision.RevisionReason;
import org.humdash.vocabulary.access.Sensitivity;
import org.humdash.vocabulary.place.Gazetteer;
import org.humdash.vocabulary.text.BilingualText;

/**
 * A hazard to record.
 *
 * @param glide its GLIDE number, where one was given
 * @param end its last day; left out while it lasts and where nobody stated it
 * @param sensitivity LOW for a new one when left out; a known one keeps its own
 * @param revisionReason why a known hazard is changed; left out for a new one
 */
record HazardRequest(
        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9-]{1,59}", message = "must be upper case such as STORM-BYRON-2025-12")
        String code,

        @NotNull HazardType type,
        @NotNull BilingualText name,

        String glide,

        @NotNull LocalDate start,
        LocalDate end,
        @NotEmpty @Size(max = 50) List<@NotBlank String> areas,
        @NotBlank String source,

        @Pattern(regexp = "https?://\\S{1,2000}", message = "must be a http or https address")
        String url,

        Sensitivity sensitivity,
        RevisionReason revisionReason) {

    @AssertTrue(message = "glide must be " + GlideNumber.FORM)
    @Schema(hidden = true)
    boolean isGlideNumber() {
        return glide == null || GlideNumber.find(glide).isPresent();
    }

    @AssertTrue(message = "end must not be before start")
    @Schema(hidden = true)
    boolean isEndAfterStart() {
        return end == null || start == null || !end.isBefore(start);
    }

    @AssertTrue(message = "areas must be P-codes of the gazetteer such as PS02")
    @Schema(hidden = true)
    boolean isEachAreaKnown() {
        return areas == null
                || areas.stream()
                        .allMatch(area -> Gazetteer.palestine().find(area).isPresent());
    }

    boolean retracts() {
        return revisionReason == RevisionReason.RETRACTION;
    }
}
