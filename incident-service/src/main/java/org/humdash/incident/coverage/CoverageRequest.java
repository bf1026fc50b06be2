package org.humdash.incident.coverage;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.humdash.vocabulary.access.Sensitivity;

/** What a source did on a day, to record. A day that is recorded otherwise gets a revision. */
record CoverageRequest(
        @NotBlank String ceasefire,
        @NotBlank String source,
        @NotNull LocalDate day,
        @NotNull CoverageStatus status,

        @Size(max = 10_000) @Pattern(regexp = "[^\\p{Cntrl}]*")
        String note,

        Sensitivity sensitivity) {

    CoverageDraft draft() {
        return new CoverageDraft(1, ceasefire, source, day, day, status, note, sensitivity, null);
    }
}
