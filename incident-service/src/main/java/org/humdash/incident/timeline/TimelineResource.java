package org.humdash.incident.timeline;

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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.humdash.incident.ceasefire.CeasefireRegister;
import org.humdash.incident.source.SourceRegister;
import org.humdash.kit.access.Caller;
import org.humdash.kit.revision.ReadClock;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.Recorder;
import org.humdash.kit.revision.TimeTravel;

@Path("/api/v1/ceasefires/{ceasefire}/timeline")
@RunOnVirtualThread
class TimelineResource {

    private final TimelineRepository timeline;
    private final CeasefireRegister ceasefires;
    private final SourceRegister sources;
    private final Recorder recorder;
    private final ReadClock clock;
    private final Caller caller;

    TimelineResource(
            TimelineRepository timeline,
            CeasefireRegister ceasefires,
            SourceRegister sources,
            Recorder recorder,
            ReadClock clock,
            Caller caller) {
        this.timeline = timeline;
        this.ceasefires = ceasefires;
        this.sources = sources;
        this.recorder = recorder;
        this.clock = clock;
        this.caller = caller;
    }

    /** The timeline of one ceasefire as of a day. */
    record Timeline(String ceasefire, LocalDate asOf, Instant knownAt, List<TimelineEntryResponse> items) {}

    @GET
    @Operation(
            summary = "The timeline of a ceasefire, latest first",
            description = "What had happened by the as-of day, and what had been announced by then for a later day.")
    public Timeline get(String ceasefire, @BeanParam TimeTravel time) {
        ReadScope scope = time.scope(clock, caller.clearance());
        requireCeasefire(ceasefire);
        var names = sources.knownAt(scope.knownAt());
        return new Timeline(
                ceasefire,
                scope.asOf(),
                scope.knownAt(),
                timeline.of(ceasefire, scope).stream()
                        .map(entry -> TimelineEntryResponse.of(entry, names))
                        .toList());
    }

    @POST
    @RolesAllowed(Caller.CONTRIBUTOR)
    @Operation(summary = "Record an entry of the timeline")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = TimelineEntryResponse.class)))
    @APIResponse(responseCode = "200", description = "Was recorded already, just so")
    public Response create(String ceasefire, @NotNull @Valid TimelineEntryRequest request) {
        requireCeasefire(ceasefire);
        if (!sources.codes().contains(request.source())) {
            throw INVALID_BODY.because(
                    "Source " + request.source() + " is not registered. Register it at /api/v1/sources first.");
        }
        var entry = recorder.once(
                () -> timeline.current(ceasefire, request.reference()),
                known -> known.says(request),
                () -> TimelineEntry.from(ceasefire, request),
                "Timeline entry " + request.reference());
        var names = sources.knownAt(entry.entity().recordedAt);
        return Response.status(entry.created() ? Status.CREATED : Status.OK)
                .location(URI.create("/api/v1/ceasefires/" + ceasefire + "/timeline"))
                .entity(TimelineEntryResponse.of(entry.entity(), names))
                .build();
    }

    private void requireCeasefire(String code) {
        if (!ceasefires.current().containsKey(code)) {
            throw NOT_FOUND.because("No ceasefire has the code " + code + ".");
        }
    }
}
