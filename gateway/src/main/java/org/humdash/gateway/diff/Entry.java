package org.humdash.gateway.diff;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A record that changed. */
@Schema(name = "SituationChange")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Entry(
        @Schema(description = "Id, or of a hazard its code", required = true)
        String id,

        @Schema(description = "When the change was recorded; absent where that is not told")
        Instant recordedAt,

        @Schema(
                description =
                        "Why: the reason of the revision, or RETRACTED, MERGED or WITHHELD. SHOWN_ANEW: the record"
                                + " is as it was, but is shown to this caller again or names another record that is."
                                + " Absent where the service tells none",
                examples = "CORRECTION")
        String reason,

        @Schema(
                type = SchemaType.OBJECT,
                description = "The record as it is now, or at knownAt; absent if it was retracted")
        JsonNode record) {}
