package org.humdash.incident.duplicate;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.humdash.kit.access.Caller;

@Path("/api/v1/incidents/duplicates")
@RunOnVirtualThread
class DuplicateResource {

    private final DuplicateService duplicates;

    DuplicateResource(DuplicateService duplicates) {
        this.duplicates = duplicates;
    }

    /** Two incidents that somebody looked at and found to be two. */
    record Dismissal(
            @NotNull UUID one,
            @NotNull UUID other,
            @Size(max = 10_000) String note) {}

    @GET
    @RolesAllowed({Caller.CONTRIBUTOR, Caller.STAFF})
    @Operation(
            summary = "Pairs of incidents that may be one, for a reviewer to merge or dismiss",
            description =
                    "Of one ceasefire and type family, at most a day apart, and near each other; or, where one has no"
                            + " coordinates, in one governorate at a place of the same name. Incidents known to the week at most are"
                            + " compared. A page may hold fewer pairs than the limit, or none, and still be followed by others.")
    public DuplicatePage pairs(
            @QueryParam("ceasefire") @NotBlank @Parameter(example = "GAZA-2025-10") String ceasefire,
            @QueryParam("distanceKm")
                    @DefaultValue("2")
                    @DecimalMin("0.01")
                    @DecimalMax("50")
                    @Parameter(description = "How far apart they may be recorded")
                    double distanceKm,
            @QueryParam("cursor") @Parameter(description = "nextCursor of the page before") String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit)
            throws SQLException {
        return duplicates.page(
                ceasefire, distanceKm, cursor == null ? DuplicateCursor.START : DuplicateCursor.decode(cursor), limit);
    }

    @POST
    @Path("/dismissals")
    @RolesAllowed(Caller.REVIEWER)
    @Operation(
            summary = "Record that two incidents are two",
            description = "They are no candidates any more. Once more, in either order, changes nothing.")
    @APIResponse(responseCode = "204", description = "Recorded")
    public void dismiss(@NotNull @Valid Dismissal dismissal) throws SQLException {
        duplicates.dismiss(dismissal.one(), dismissal.other(), dismissal.note());
    }
}
