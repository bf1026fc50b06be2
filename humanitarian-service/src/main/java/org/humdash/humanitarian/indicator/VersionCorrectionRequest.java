package org.humdash.humanitarian.indicator;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A version of a definition as it should have been recorded.
 *
 * @param revisionNote what was wrong, for the history
 */
record VersionCorrectionRequest(
        @NotNull @Valid DefinitionVersionRequest version,
        @NotBlank @Size(max = 10_000) String revisionNote) {}
