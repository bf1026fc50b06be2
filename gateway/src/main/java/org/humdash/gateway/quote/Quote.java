package org.humdash.gateway.quote;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A figure in words.
 *
 * @param id of the record; null where the figure is counted from many
 */
@Schema(name = "Quote")
public record Quote(
        @Schema(description = "The section the figure stands in", examples = "claims", required = true)
        String section,

        @Schema(description = "The measure or the indicator", examples = "VIOLATIONS", required = true)
        String figure,

        @Schema(
                description = "The record the sentence is about; null where the figure is counted from many",
                nullable = true)
        String id,

        @Schema(description = "The last day the figure is about", required = true)
        LocalDate asOf,

        @Schema(description = "Whether somebody states otherwise for the same time", required = true)
        boolean contested,

        @Schema(
                description = "Whether the figure is older than it should be, or could not be read again",
                required = true)
        boolean stale,

        @Schema(
                description =
                        "The figure with attribution, qualifier, period and as-of day, in the language of the answer",
                required = true)
        String sentence,

        @Schema(
                description = "Where the figure is found as it was known when this was answered",
                examples =
                        "/api/v1/claims/0192f3a0-0000-7000-8000-000000000001?asOf=2025-12-19&knownAt=2025-12-19T18%3A00%3A00Z",
                required = true)
        String permalink,

        @Schema(description = "Sentence and permalink in one text, safe to paste in either direction", required = true)
        String text) {}
