package org.humdash.incident.duplicate;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.humdash.kit.access.Caller;

@Path("/api/v1/incidents/{id}/duplicates")
@RunOnVirtualThread
class DuplicatesOfIncidentResource {

    private final DuplicateService duplicates;

    DuplicatesOfIncidentResource(DuplicateService duplicates) {
        this.duplicates = duplicates;
    }

    /** Candidates, nearest first. */
    record Candidates(List<DuplicateCandidate> items) {}

    @GET
    @RolesAllowed({Caller.CONTRIBUTOR, Caller.STAFF})
    @Operation(
            summary = "Incidents that may be the same as this one, nearest first",
            description = "By the rules of the list of pairs; 'one' is always this incident. A duplicate has none.")
    public Candidates of(
            UUID id,
            @QueryParam("distanceKm")
                    @DefaultValue("2")
                    @DecimalMin("0.01")
                    @DecimalMax("50")
                    @Parameter(description = "How far apart they may be recorded")
                    double distanceKm,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit)
            throws SQLException {
        return new Candidates(duplicates.of(id, distanceKm, limit));
    }
}
