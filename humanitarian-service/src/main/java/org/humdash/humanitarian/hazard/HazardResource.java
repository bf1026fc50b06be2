package org.humdash.humanitarian.hazard;

import static org.humdash.kit.problem.ProblemType.INVALID_BODY;
import static org.humdash.kit.problem.ProblemType.NOT_FOUND;

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
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.humdash.humanitarian.source.SourceDesk;
import org.humdash.humanitarian.source.Sources;
import org.humdash.kit.access.Caller;
import org.humdash.kit.revision.Recorder;
import org.humdash.kit.revision.Recorder.Recorded;
import org.humdash.kit.revision.TimeTravel;

@Path("/api/v1/hazards")
@RunOnVirtualThread
class HazardResource {

    private final HazardRepository hazards;
    private final Sources sources;
    private final Recorder recorder;
    private final Clock clock;
    private final Caller caller;

    HazardResource(HazardRepository hazards, Sources sources, Recorder recorder, Clock clock, Caller caller) {
        this.hazards = hazards;
        this.sources = sources;
        this.recorder = recorder;
        this.clock = clock;
        this.caller = caller;
    }

    /** Hazards are dozens, so they are one page. */
    record HazardList(List<HazardResponse> items) {}

    @GET
    @Operation(summary = "The hazards that had begun by the as-of day, latest first")
    public HazardList list(@BeanParam TimeTravel time) {
        var names = sources.quoted();
        return new HazardList(hazards.begun(time.scope(clock, caller.clearance())).stream()
                .map(hazard -> HazardResponse.of(hazard, names))
                .toList());
    }

    @GET
    @Path("/{code}")
    @Operation(summary = "One hazard")
    public HazardResponse get(String code, @BeanParam TimeTravel time) {
        return hazards.byCode(code, time.scope(clock, caller.clearance()))
                .map(hazard -> HazardResponse.of(hazard, sources.quoted()))
                .orElseThrow(() -> NOT_FOUND.because("No hazard has the code " + code + "."));
    }

    @POST
    @RolesAllowed(Caller.CONTRIBUTOR)
    @Operation(
            summary = "Record a hazard",
            description =
                    "The same hazard again answers 200 and changes nothing; another one under its code answers 409.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = HazardResponse.class)))
    @APIResponse(
            responseCode = "200",
            description = "Was recorded already, just so",
            content = @Content(schema = @Schema(implementation = HazardResponse.class)))
    public Response create(@NotNull @Valid HazardRequest request) {
        SourceDesk desk = sources.open();
        if (!desk.knows(request.source())) {
            throw INVALID_BODY.because(
                    "Source " + request.source() + " is not registered. Register it at /api/v1/sources first.");
        }
        Recorded<Hazard> hazard = recorder.once(
                () -> hazards.current(request.code()),
                known -> known.says(request),
                () -> {
                    desk.keep();
                    return Hazard.from(request);
                },
                "Hazard " + request.code());
        return Response.status(hazard.created() ? Status.CREATED : Status.OK)
                .location(URI.create("/api/v1/hazards/" + request.code()))
                .entity(HazardResponse.of(hazard.entity(), sources.quoted()))
                .build();
    }
}
