package org.humdash.gateway.diff;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.humdash.gateway.change.ChangeFeed;

/** What changed about a situation since an instant. */
@Schema(name = "SituationDiff")
record DiffResponse(
        @Schema(examples = "GAZA-2025-10", required = true) String ceasefire,
        @Schema(examples = "PS02", required = true) String area,
        @Schema(required = true) Instant since,

        @Schema(description = "The day that both states are about", required = true)
        LocalDate asOf,

        @Schema(description = "What it was read at", required = true)
        Instant knownAt,

        @Schema(
                description =
                        "What to ask with as `since` the next time, so that nothing is missed; as long as a part is"
                                + " unavailable, the same as this time",
                required = true)
        Instant nextSince,

        @Schema(description = "The language of the reasons", examples = "en", required = true)
        String language,

        @Schema(description = "Whether a part is unavailable", required = true)
        boolean partial,

        @Schema(required = true) Parts changes,

        @Schema(description = "The headline figures before and after; null on further pages", nullable = true)
        Figures figures,

        @Schema(description = "For the next page of the feeds that have more; null on the last one", nullable = true)
        String nextCursor) {

    @Schema(name = "SituationDiffParts", description = "On further pages only the feeds that had more")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Parts(Changes incidents, Changes claims, Changes observations, Changes hazards) {

        static Parts of(Map<ChangeFeed, Changes> feeds, Changes claims) {
            return new Parts(
                    feeds.get(ChangeFeed.INCIDENTS),
                    claims,
                    feeds.get(ChangeFeed.OBSERVATIONS),
                    feeds.get(ChangeFeed.HAZARDS));
        }
    }

    /** A diff, and the labels of its parts that are unavailable. */
    record Composed(DiffResponse diff, List<String> unavailable) {}
}
