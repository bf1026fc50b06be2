package org.humdash.incident.ceasefire;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.humdash.vocabulary.text.BilingualText;

/** A phase of a ceasefire agreement, as a source states it. */
record PhaseRequest(
        @Min(1) int number,
        @NotNull BilingualText title,
        @NotNull PhaseStatus status,
        LocalDate start,
        LocalDate end,
        @NotBlank String source,

        @Pattern(regexp = "https?://\\S{1,2000}", message = "must be a http or https address")
        String url) {

    @Schema(hidden = true)
    @AssertTrue(message = "end must not come before start")
    boolean isInOrder() {
        return start == null || end == null || !end.isBefore(start);
    }
}
