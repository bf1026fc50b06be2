package org.humdash.incident.incident;

import static org.humdash.kit.problem.ProblemType.INVALID_BODY;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.humdash.kit.access.Caller;
import org.humdash.kit.revision.IfMatch;
import org.humdash.kit.revision.ReadClock;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.TimeTravel;

/** Recording and changing incidents; {@link IncidentResource} reads them. */
@Path("/api/v1/incidents")
@Tag(name = "Incident Resource")
@RunOnVirtualThread
class IncidentChangeResource {

    private final IncidentRepository incidents;
    private final IncidentService service;
    private final IncidentAnswers answers;
    private final ReadClock clock;
    private final Caller caller;

    IncidentChangeResource(
            IncidentRepository incidents,
            IncidentService service,
            IncidentAnswers answers,
            ReadClock clock,
            Caller caller) {
        this.incidents = incidents;
        this.service = service;
        this.answers = answers;
        this.clock = clock;
        this.caller = caller;
    }

    /** Why an incident is withdrawn. */
    record RetractionRequest(@NotBlank @Size(max = 10_000) String note) {}

    /** Why a duplicate is taken to be an incident of its own after all. */
    record SeparationRequest(@NotBlank @Size(max = 10_000) String note) {}

    /** Which incident a duplicate is merged into, and why. */
    record MergeRequest(
            @NotNull UUID into,
            @NotBlank @Size(max = 10_000) String note) {}

    @POST
    @RolesAllowed(Caller.CONTRIBUTOR)
    @Operation(summary = "Record an incident", description = "Idempotent by source and reference.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = IncidentResponse.class)))
    @APIResponse(responseCode = "200", description = "Was recorded already, just so")
    @APIResponse(responseCode = "409", description = "Is recorded already, with other details")
    public Response create(@NotNull @Valid IncidentRequest request) throws SQLException {
        boolean created = service.create(request.draft());
        IncidentRevision recorded =
                incidents.current(request.source(), request.reference()).orElseThrow();
        return answers.whole(
                Response.status(created ? Status.CREATED : Status.OK)
                        .location(URI.create("/api/v1/incidents/" + recorded.id())),
                recorded,
                now());
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Caller.CONTRIBUTOR)
    @Operation(
            summary = "Record the next revision of an incident, in full",
            description = "If-Match names the revision that is changed; revisionNote says why.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = IncidentResponse.class)))
    public Response revise(UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid IncidentRequest request)
            throws SQLException {
        if (request.revisionNote() == null || request.revisionNote().isBlank()) {
            throw INVALID_BODY.because("A change needs a revisionNote that says why.");
        }
        service.revise(id, IfMatch.required(ifMatch, "incident"), request.draft());
        return changed(id);
    }

    @POST
    @Path("/{id}/retraction")
    @RolesAllowed(Caller.REVIEWER)
    @Operation(
            summary = "Withdraw an incident",
            description = "It stays in its history and counts no more. If-Match names the revision that is withdrawn.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = IncidentResponse.class)))
    public Response retract(UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid RetractionRequest request)
            throws SQLException {
        service.retract(id, IfMatch.required(ifMatch, "incident"), request.note());
        return changed(id);
    }

    @POST
    @Path("/{id}/merge")
    @RolesAllowed(Caller.REVIEWER)
    @Operation(
            summary = "Merge a duplicate into another incident",
            description = "The other one takes its reports over; figures and grade are derived anew unless they are set"
                    + " by hand. If-Match names the revision of the duplicate.")
    @APIResponse(
            responseCode = "200",
            description = "The incident merged into",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = IncidentResponse.class)))
    public Response merge(UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid MergeRequest request)
            throws SQLException {
        service.merge(id, IfMatch.required(ifMatch, "incident"), request.into(), request.note());
        return changed(request.into());
    }

    @POST
    @Path("/{id}/separation")
    @RolesAllowed(Caller.REVIEWER)
    @Operation(
            summary = "Undo a merge",
            description = "The duplicate stands on its own again, and the incident it was merged into loses the reports"
                    + " that came from it, unless it had them before or another duplicate has them. Figures and grade are"
                    + " derived anew unless they are set by hand. If-Match names the revision of the duplicate.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = IncidentResponse.class)))
    public Response separate(
            UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid SeparationRequest request)
            throws SQLException {
        service.separate(id, IfMatch.required(ifMatch, "incident"), request.note());
        return changed(id);
    }

    private Response changed(UUID id) throws SQLException {
        return answers.whole(Response.ok(), incidents.current(id).orElseThrow(), now());
    }

    private ReadScope now() {
        return new TimeTravel().scope(clock, caller.clearance());
    }
}
