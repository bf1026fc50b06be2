package org.humdash.humanitarian.hazard;

import static org.humdash.kit.problem.ProblemType.INVALID_BODY;
import static org.humdash.kit.problem.ProblemType.NOT_FOUND;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.humdash.humanitarian.source.SourceDesk;
import org.humdash.humanitarian.source.Sources;
import org.humdash.kit.access.Caller;
import org.humdash.kit.revision.IfMatch;
import org.humdash.kit.revision.ReadClock;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.Recorder;
import org.humdash.kit.revision.Recorder.Recorded;
import org.humdash.kit.revision.RevisionReason;
import org.humdash.kit.revision.TimeTravel;

@Path("/api/v1/hazards")
@RunOnVirtualThread
class HazardResource {

    private static final Set<RevisionReason> CHANGES = EnumSet.of(
            RevisionReason.UPDATE,
            RevisionReason.CORRECTION,
            RevisionReason.RECLASSIFICATION,
            RevisionReason.RETRACTION);

    private final HazardRepository hazards;
    private final HazardChanges changes;
    private final Sources sources;
    private final Recorder recorder;
    private final ReadClock clock;
    private final Caller caller;

    HazardResource(
            HazardRepository hazards,
            HazardChanges changes,
            Sources sources,
            Recorder recorder,
            ReadClock clock,
            Caller caller) {
        this.hazards = hazards;
        this.changes = changes;
        this.sources = sources;
        this.recorder = recorder;
        this.clock = clock;
        this.caller = caller;
    }

    /** Hazards are dozens, so they are one page. */
    record HazardList(List<HazardResponse> items) {}

    /** The history of one hazard, first revision to last. */
    record HazardHistory(String code, List<HazardResponse> revisions) {}

    @GET
    @Operation(summary = "The hazards that had begun by the as-of day, latest first")
    public HazardList list(@BeanParam TimeTravel time) {
        var names = sources.quoted();
        ReadScope scope = time.scope(clock, caller.clearance());
        return new HazardList(hazards.begun(scope).stream()
                .map(hazard -> HazardResponse.of(hazard, names, scope))
                .toList());
    }

    @GET
    @Path("/{code}")
    @Operation(summary = "One hazard", description = "The ETag is what a change has to send as If-Match.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = HazardResponse.class)))
    public Response get(String code, @BeanParam TimeTravel time) {
        ReadScope scope = time.scope(clock, caller.clearance());
        return answer(Response.ok(), hazards.byCode(code, scope).orElseThrow(() -> unknown(code)), scope);
    }

    @GET
    @Path("/{code}/revisions")
    @Operation(summary = "What was recorded of a hazard, and when and why it changed")
    public HazardHistory history(String code, @BeanParam TimeTravel time) {
        ReadScope scope = time.scope(clock, caller.clearance());
        List<Hazard> revisions = hazards.revisions(code, scope);
        if (revisions.isEmpty()) {
            throw unknown(code);
        }
        var names = sources.quoted();
        return new HazardHistory(
                code,
                revisions.stream()
                        .map(hazard -> HazardResponse.of(hazard, names, scope))
                        .toList());
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
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = HazardResponse.class)))
    @APIResponse(
            responseCode = "200",
            description = "Was recorded already, just so",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = HazardResponse.class)))
    public Response create(@NotNull @Valid HazardRequest request) {
        if (request.revisionReason() != null) {
            throw INVALID_BODY.because("Only a change has a revisionReason; a hazard is changed with PUT.");
        }
        SourceDesk desk = deskFor(request);
        Recorded<Hazard> hazard = recorder.once(
                () -> hazards.current(request.code()),
                known -> known.says(request),
                () -> {
                    desk.keep();
                    return Hazard.from(request);
                },
                "Hazard " + request.code());
        return answer(
                Response.status(hazard.created() ? Status.CREATED : Status.OK)
                        .location(URI.create("/api/v1/hazards/" + request.code())),
                hazard.entity(),
                now());
    }

    @PUT
    @Path("/{code}")
    @RolesAllowed(Caller.CONTRIBUTOR)
    @Operation(
            summary = "Record the next revision of a hazard, in full",
            description =
                    "If-Match names the revision that is changed; revisionReason says why, RETRACTION withdraws the"
                            + " hazard, and a later change makes it stand again. What is recorded already, just so, changes"
                            + " nothing.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = HazardResponse.class)))
    @APIResponse(responseCode = "412", description = "Somebody else changed it in the meantime")
    @APIResponse(responseCode = "428", description = "Names no revision")
    public Response revise(
            String code, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid HazardRequest request) {
        if (!CHANGES.contains(request.revisionReason())) {
            throw INVALID_BODY.because("A change needs a revisionReason, one of " + CHANGES + ".");
        }
        if (!code.equals(request.code())) {
            throw INVALID_BODY.because("The code of a hazard never changes; this one has the code " + code + ".");
        }
        int revision = IfMatch.required(ifMatch, "hazard");
        SourceDesk desk = deskFor(request);
        return answer(Response.ok(), changes.revise(request, revision, desk, caller.clearance()), now());
    }

    private SourceDesk deskFor(HazardRequest request) {
        SourceDesk desk = sources.open();
        if (!desk.knows(request.source())) {
            throw INVALID_BODY.because(
                    "Source " + request.source() + " is not registered. Register it at /api/v1/sources first.");
        }
        return desk;
    }

    /** What became too sensitive for the writer too is not sent back. */
    private Response answer(Response.ResponseBuilder response, Hazard hazard, ReadScope scope) {
        response.tag(new EntityTag(Integer.toString(hazard.revision)));
        if (scope.clearance().mayRead(hazard.sensitivity)) {
            response.entity(HazardResponse.of(hazard, sources.quoted(), scope));
        }
        return response.build();
    }

    private ReadScope now() {
        return new TimeTravel().scope(clock, caller.clearance());
    }

    private static RuntimeException unknown(String code) {
        return NOT_FOUND.because("No hazard has the code " + code + ".");
    }
}
