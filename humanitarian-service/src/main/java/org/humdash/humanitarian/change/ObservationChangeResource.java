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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.humdash.humanitarian.observation.ObservationResponse;
import org.humdash.humanitarian.observation.ShownObservations;
import org.humdash.kit.access.Caller;
import org.humdash.kit.change.ChangeCursor;
import org.humdash.kit.change.ChangeKind;
import org.humdash.kit.change.ShownChanges;
import org.humdash.kit.page.CursorLeavesOut;
import org.humdash.vocabulary.access.Clearance;

@Path("/api/v1/observations/changes")
@RunOnVirtualThread
class ObservationChangeResource {

    private final ChangeRepository changes;
    private final ShownObservations observations;
    private final Caller caller;

    ObservationChangeResource(ChangeRepository changes, ShownObservations observations, Caller caller) {
        this.changes = changes;
        this.observations = observations;
        this.caller = caller;
    }

    /** Changes in the order they were recorded; {@code nextCursor} is where to go on, now or at any later time. */
    record ObservationChanges(List<ObservationChange> items, String nextCursor) {}

    /**
     * What became of one observation.
     *
     * @param observation as it is now; left out of a tombstone
     * @param reason of a tombstone
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ObservationChange(
            ChangeKind change, UUID id, Instant recordedAt, ObservationResponse observation, WithdrawalReason reason) {}

    @GET
    @CursorLeavesOut("from")
    @Operation(
            summary = "What changed of observations since a place in the feed, in the order it was recorded",
            description =
                    "Whoever applies all entries in order holds exactly what the list of observations shows to the same"
                            + " caller now, with those about days still to come. Each observation stands in the feed once, at its"
                            + " last change, so a past cursor leads to what holds today and not through every revision in between;"
                            + " those are in its history. That a hazard or a statement it names is hidden, or shown again, is a"
                            + " change of it too. A tombstone is for an observation that was shown before and is not now, and may"
                            + " name one the reader never took. A page with fewer entries than the limit is followed by nothing"
                            + " yet: ask again from nextCursor later. A caller whose clearance changes has to begin anew. asOf and"
                            + " knownAt do not apply: the feed is about what holds now, and ages are as of today.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ObservationChanges.class)))
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
        ShownChanges<ObservationChange> page = ShownChanges.of(
                start,
                changes.ofObservations(start, clearance, limit),
                revisions -> observations.byRevision(revisions, clearance),
                (entry, observation) -> new ObservationChange(
                        entry.kind(), entry.id(), entry.recordedAt(), observation, entry.reason()));
        return Response.ok(new ObservationChanges(page.items(), page.next().encode()))
                .header("Vary", "Authorization")
                .build();
    }
}
