package org.humdash.incident.ceasefire;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.humdash.kit.access.Caller;
import org.humdash.kit.revision.ReadClock;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.TimeTravel;

@Path("/api/v1/ceasefires")
@RunOnVirtualThread
class CeasefireResource {

    private final CeasefireService ceasefires;
    private final ReadClock clock;
    private final Caller caller;

    CeasefireResource(CeasefireService ceasefires, ReadClock clock, Caller caller) {
        this.ceasefires = ceasefires;
        this.clock = clock;
        this.caller = caller;
    }

    /** There are a handful of ceasefires, so they are one page. */
    record CeasefireList(List<CeasefireResponse> items) {}

    @GET
    @Operation(summary = "The ceasefires, earliest first")
    public CeasefireList list(@BeanParam TimeTravel time) {
        return new CeasefireList(ceasefires.all(scope(time)));
    }

    @GET
    @Path("/{code}")
    @Operation(summary = "One ceasefire as of a day: status, day counts, phases, commitments")
    public CeasefireResponse get(String code, @BeanParam TimeTravel time) {
        return ceasefires.get(code, scope(time));
    }

    @POST
    @RolesAllowed(Caller.ADMINISTRATOR)
    @Operation(summary = "Record a ceasefire")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CeasefireResponse.class)))
    @APIResponse(responseCode = "200", description = "Was recorded already, just so")
    public Response create(@NotNull @Valid CeasefireRequest request) {
        boolean created = ceasefires.create(request);
        return answer(created, request.code());
    }

    @POST
    @Path("/{code}/phases")
    @RolesAllowed(Caller.ADMINISTRATOR)
    @Operation(summary = "Record a phase of the agreement")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CeasefireResponse.class)))
    @APIResponse(responseCode = "200", description = "Was recorded already, just so")
    public Response addPhase(String code, @NotNull @Valid PhaseRequest request) {
        return answer(ceasefires.addPhase(code, request), code);
    }

    @POST
    @Path("/{code}/commitments")
    @RolesAllowed(Caller.ADMINISTRATOR)
    @Operation(summary = "Record what the agreement promises for every day")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CeasefireResponse.class)))
    @APIResponse(responseCode = "200", description = "Was recorded already, just so")
    public Response addCommitment(String code, @NotNull @Valid CommitmentRequest request) {
        return answer(ceasefires.addCommitment(code, request), code);
    }

    private Response answer(boolean created, String code) {
        return Response.status(created ? Status.CREATED : Status.OK)
                .location(URI.create("/api/v1/ceasefires/" + code))
                .entity(ceasefires.get(code, scope(new TimeTravel())))
                .build();
    }

    private ReadScope scope(TimeTravel time) {
        return time.scope(clock, caller.clearance());
    }
}
