package org.humdash.humanitarian.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.humdash.humanitarian.hazard.HazardRegister;
import org.humdash.humanitarian.hazard.HazardResponse;
import org.humdash.kit.access.Caller;
import org.humdash.kit.change.ChangeCursor;
import org.humdash.kit.change.ChangeEntry;
import org.humdash.kit.change.ChangeKind;
import org.humdash.kit.change.ShownChanges;
import org.humdash.kit.page.CursorLeavesOut;
import org.humdash.vocabulary.access.Clearance;

@Path("/api/v1/hazards/changes")
@RunOnVirtualThread
class HazardChangeResource {

    private final ChangeRepository changes;
    private final HazardRegister hazards;
    private final Caller caller;

    HazardChangeResource(ChangeRepository changes, HazardRegister hazards, Caller caller) {
        this.changes = changes;
        this.hazards = hazards;
        this.caller = caller;
    }

    /** Changes in the order they were recorded; {@code nextCursor} is where to go on, now or at any later time. */
    record ChangedHazards(List<HazardChange> items, String nextCursor) {}

    /**
     * What became of one hazard, which is told by its code.
     *
     * @param hazard as it is now; left out of a tombstone
     * @param reason of a tombstone
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HazardChange(
            ChangeKind change, String code, Instant recordedAt, HazardResponse hazard, WithdrawalReason reason) {}

    @GET
    @CursorLeavesOut("from")
    @Operation(
            summary = "What changed of hazards since a place in the feed, in the order it was recorded",
            description =
                    "As /api/v1/observations/changes, for hazards: whoever applies all entries in order holds exactly what the"
                            + " list of hazards shows to the same caller now, with those that are still to begin.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ChangedHazards.class)))
    public Response changes(
            @QueryParam("cursor") @Parameter(description = "nextCursor of any earlier page") String cursor,
            @QueryParam("from")
                    @Parameter(
                            description = "Without a cursor: begin with what was recorded at this instant (ISO 8601)",
                            example = "2025-12-19T18:00:00Z")
                    String from,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(1000) int limit)
            throws SQLException {
        Clearance clearance = caller.clearance();
        ChangeCursor start = ChangeCursor.start(cursor, from);
        List<ChangeEntry<WithdrawalReason>> found = changes.ofHazards(start, clearance, limit);
        Map<UUID, String> codes =
                hazards.codes(found.stream().map(ChangeEntry::id).toList());
        ShownChanges<HazardChange> page = ShownChanges.of(
                start,
                found,
                revisions -> hazards.byRevision(revisions, clearance),
                (entry, hazard) -> new HazardChange(
                        entry.kind(), codes.get(entry.id()), entry.recordedAt(), hazard, entry.reason()));
        return Response.ok(new ChangedHazards(page.items(), page.next().encode()))
                .header("Vary", "Authorization")
                .build();
    }
}
