package org.humdash.gateway.diff;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What changed in one collection, or why that is not known. */
@Schema(name = "SituationChanges")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Changes(
        @Schema(required = true) Status status,

        @Schema(description = "Recorded since") @JsonProperty("new")
        List<Entry> added,

        @Schema(description = "Recorded before, and otherwise since")
        List<Entry> revised,

        @Schema(description = "Taken back since, or not shown to this caller any more")
        List<Entry> retracted,

        @Schema(description = "Whether there is more than this")
        Boolean more,

        @Schema(description = "Why it is not known, in plain words")
        String reason) {

    enum Status {
        @JsonProperty("available")
        AVAILABLE,
        @JsonProperty("unavailable")
        UNAVAILABLE
    }

    static Changes available(List<Entry> added, List<Entry> revised, List<Entry> retracted, boolean more) {
        return new Changes(Status.AVAILABLE, added, revised, retracted, more, null);
    }

    static Changes unavailable(String reason) {
        return new Changes(Status.UNAVAILABLE, null, null, null, null, reason);
    }
}
