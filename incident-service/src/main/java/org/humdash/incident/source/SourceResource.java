package org.humdash.incident.source;

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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.humdash.kit.access.Caller;
import org.humdash.kit.revision.ReadClock;
import org.humdash.kit.revision.Recorder;
import org.humdash.kit.revision.Recorder.Recorded;
import org.humdash.kit.revision.TimeTravel;

@Path("/api/v1/sources")
@RunOnVirtualThread
class SourceResource {

    private final SourceRepository sources;
    private final Recorder recorder;
    private final ReadClock clock;
    private final Caller caller;

    SourceResource(SourceRepository sources, Recorder recorder, ReadClock clock, Caller caller) {
        this.sources = sources;
        this.recorder = recorder;
        this.clock = clock;
        this.caller = caller;
    }

    /** The register is a few hundred rows at most, so it is one page. */
    record SourceList(List<SourceResponse> items) {}

    @GET
    @Operation(summary = "The register of sources")
    public SourceList list(@BeanParam TimeTravel time) {
        return new SourceList(sources.all(time.scope(clock, caller.clearance())).stream()
                .map(Source::response)
                .toList());
    }

    @GET
    @Path("/{code}")
    @Operation(summary = "One source")
    public SourceResponse get(String code, @BeanParam TimeTravel time) {
        return sources.byCode(code, time.scope(clock, caller.clearance()))
                .map(Source::response)
                .orElseThrow(() -> NOT_FOUND.because("No source has the code " + code + "."));
    }

    @POST
    @RolesAllowed(Caller.CONTRIBUTOR)
    @Operation(
            summary = "Register a source",
            description =
                    "The same source again answers 200 and changes nothing; another one under its code answers 409.")
    @APIResponse(
            responseCode = "201",
            description = "Registered",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SourceResponse.class)))
    @APIResponse(
            responseCode = "200",
            description = "Was registered already, just so",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SourceResponse.class)))
    public Response create(@NotNull @Valid SourceRequest request) {
        Recorded<Source> source = recorder.once(
                () -> sources.current(request.code()),
                known -> known.says(request),
                () -> Source.from(request),
                "Source " + request.code());
        return Response.status(source.created() ? Status.CREATED : Status.OK)
                .location(URI.create("/api/v1/sources/" + request.code()))
                .entity(source.entity().response())
                .build();
    }
}
