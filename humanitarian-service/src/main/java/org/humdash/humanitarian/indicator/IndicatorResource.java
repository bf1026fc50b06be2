package org.humdash.humanitarian.indicator;

import static org.humdash.kit.problem.ProblemType.INVALID_BODY;
import static org.humdash.kit.problem.ProblemType.NOT_FOUND;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import org.humdash.kit.access.Caller;
import org.humdash.kit.revision.IfMatch;
import org.humdash.kit.revision.ReadClock;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.Recorder.Recorded;
import org.humdash.kit.revision.RevisionReason;
import org.humdash.kit.revision.TimeTravel;

@Path("/api/v1/indicators")
@RunOnVirtualThread
class IndicatorResource {

    /** Why an indicator may be changed by hand. */
    private static final Set<RevisionReason> CHANGES =
            EnumSet.of(RevisionReason.UPDATE, RevisionReason.CORRECTION, RevisionReason.RECLASSIFICATION);

    private final IndicatorRepository indicators;
    private final IndicatorService service;
    private final ReadClock clock;
    private final Caller caller;

    IndicatorResource(IndicatorRepository indicators, IndicatorService service, ReadClock clock, Caller caller) {
        this.indicators = indicators;
        this.service = service;
        this.clock = clock;
        this.caller = caller;
    }

    /** The catalogue is a few dozen indicators, so it is one page. */
    record IndicatorList(List<IndicatorResponse> items) {}

    /** The history of one indicator, first revision to last. */
    record IndicatorHistory(String code, List<IndicatorResponse> revisions) {}

    /** Why an indicator is taken out of the catalogue. */
    record RetractionRequest(@NotBlank @Size(max = 10_000) String note) {}

    @GET
    @Operation(summary = "The catalogue of indicators with their definitions")
    public IndicatorList list(@BeanParam TimeTravel time) {
        ReadScope scope = scope(time);
        return new IndicatorList(indicators.all(scope).stream()
                .map(indicator -> IndicatorResponse.of(indicator, scope))
                .toList());
    }

    @GET
    @Path("/{code}")
    @Operation(
            summary = "One indicator with its definitions",
            description = "The ETag is what a change has to send as If-Match.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = IndicatorResponse.class)))
    public Response get(String code, @BeanParam TimeTravel time) {
        ReadScope scope = scope(time);
        return answer(Response.ok(), indicators.byCode(code, scope).orElseThrow(() -> unknown(code)), scope);
    }

    @GET
    @Path("/{code}/revisions")
    @Operation(summary = "What was recorded of an indicator: when, why and, for staff, by which account")
    public IndicatorHistory history(String code, @BeanParam TimeTravel time) {
        ReadScope scope = scope(time);
        List<Indicator> revisions = indicators.revisions(code, scope);
        if (revisions.isEmpty()) {
            throw unknown(code);
        }
        return new IndicatorHistory(
                code,
                revisions.stream()
                        .map(indicator -> IndicatorResponse.of(indicator, scope))
                        .toList());
    }

    @POST
    @RolesAllowed(Caller.ADMINISTRATOR)
    @Operation(
            summary = "Add an indicator",
            description =
                    "The same indicator again answers 200 and changes nothing; another one under its code answers 409.")
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = IndicatorResponse.class)))
    @APIResponse(
            responseCode = "200",
            description = "Was there already, just so",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = IndicatorResponse.class)))
    public Response create(@NotNull @Valid IndicatorRequest request) {
        if (request.revisionReason() != null) {
            throw INVALID_BODY.because("Only a change has a revisionReason; an indicator is changed with PUT.");
        }
        Recorded<Indicator> indicator = service.create(request, caller.account());
        return answer(
                Response.status(indicator.created() ? Status.CREATED : Status.OK)
                        .location(URI.create("/api/v1/indicators/" + request.code())),
                indicator.entity(),
                now());
    }

    @PUT
    @Path("/{code}")
    @RolesAllowed(Caller.ADMINISTRATOR)
    @Operation(
            summary = "Record the next revision of an indicator, in full",
            description =
                    "If-Match names the revision that is changed; revisionReason says why. Unit and kind stay, and"
                            + " so does every definition: the words given replace those of its newest version. A change of method"
                            + " is a new version. What is recorded already, just so, changes nothing.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = IndicatorResponse.class)))
    @APIResponse(responseCode = "409", description = "Was retracted")
    @APIResponse(responseCode = "412", description = "Somebody else changed it in the meantime")
    @APIResponse(responseCode = "428", description = "Names no revision")
    public Response revise(
            String code, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid IndicatorRequest request) {
        if (!CHANGES.contains(request.revisionReason())) {
            throw INVALID_BODY.because("A change needs a revisionReason, one of " + CHANGES + ".");
        }
        return answer(
                Response.ok(),
                service.revise(code, IfMatch.required(ifMatch, "indicator"), request, caller.account()),
                now());
    }

    @POST
    @Path("/{code}/definitions/{definition}/versions")
    @RolesAllowed(Caller.ADMINISTRATOR)
    @Operation(
            summary = "Record a change of method: a new version of a definition, from a day on",
            description = "If-Match names the revision of the indicator. The version is shown in every series of the"
                    + " definition, and as an annotation.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = IndicatorResponse.class)))
    @APIResponse(responseCode = "409", description = "Was retracted")
    @APIResponse(responseCode = "412", description = "Somebody else changed it in the meantime")
    @APIResponse(responseCode = "428", description = "Names no revision")
    public Response addVersion(
            String code,
            String definition,
            @HeaderParam("If-Match") String ifMatch,
            @NotNull @Valid DefinitionVersionRequest request) {
        return answer(
                Response.ok(),
                service.addVersion(code, definition, IfMatch.required(ifMatch, "indicator"), request, caller.account()),
                now());
    }

    @PUT
    @Path("/{code}/definitions/{definition}/versions/{number}")
    @RolesAllowed(Caller.ADMINISTRATOR)
    @Operation(
            summary = "Correct a version of a definition that was recorded wrongly, such as the day it begins",
            description =
                    "If-Match names the revision of the indicator, revisionNote says what was wrong. What was recorded"
                            + " stays in the history; an answer with an earlier knownAt is what it was.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = IndicatorResponse.class)))
    @APIResponse(responseCode = "409", description = "Was retracted")
    @APIResponse(responseCode = "412", description = "Somebody else changed it in the meantime")
    @APIResponse(responseCode = "428", description = "Names no revision")
    public Response correctVersion(
            String code,
            String definition,
            int number,
            @HeaderParam("If-Match") String ifMatch,
            @NotNull @Valid VersionCorrectionRequest request) {
        return answer(
                Response.ok(),
                service.correctVersion(
                        code, definition, number, IfMatch.required(ifMatch, "indicator"), request, caller.account()),
                now());
    }

    @POST
    @Path("/{code}/retraction")
    @RolesAllowed(Caller.ADMINISTRATOR)
    @Operation(
            summary = "Take an indicator out of the catalogue",
            description = "Its figures stay and keep its name, and no new ones are taken. If-Match names the revision"
                    + " that is withdrawn.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = IndicatorResponse.class)))
    @APIResponse(responseCode = "409", description = "Was retracted before")
    @APIResponse(responseCode = "412", description = "Somebody else changed it in the meantime")
    @APIResponse(responseCode = "428", description = "Names no revision")
    public Response retract(
            String code, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid RetractionRequest request) {
        return answer(
                Response.ok(),
                service.retract(code, IfMatch.required(ifMatch, "indicator"), request.note(), caller.account()),
                now());
    }

    private static Response answer(Response.ResponseBuilder response, Indicator indicator, ReadScope scope) {
        return response.tag(new EntityTag(Integer.toString(indicator.revision)))
                .entity(IndicatorResponse.of(indicator, scope))
                .build();
    }

    private ReadScope now() {
        return scope(new TimeTravel());
    }

    private ReadScope scope(TimeTravel time) {
        return time.scope(clock, caller.clearance());
    }

    private static RuntimeException unknown(String code) {
        return NOT_FOUND.because("No indicator has the code " + code + ".");
    }
}
