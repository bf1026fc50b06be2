package org.humdash.humanitarian.commitment;

import static org.humdash.kit.problem.ProblemType.INVALID_BODY;
import static org.humdash.kit.problem.ProblemType.INVALID_PARAMETER;
import static org.humdash.kit.problem.ProblemType.REVISION_REQUIRED;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.humdash.humanitarian.commitment.CommitmentSheets.Sheet;
import org.humdash.kit.access.Caller;
import org.humdash.kit.revision.IfMatch;
import org.humdash.kit.revision.ReadClock;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.TimeTravel;

@Path("/api/v1/commitments")
@RunOnVirtualThread
class CommitmentResource {

    private final CommitmentSheets commitments;
    private final ReadClock clock;
    private final Caller caller;

    CommitmentResource(CommitmentSheets commitments, ReadClock clock, Caller caller) {
        this.commitments = commitments;
        this.clock = clock;
        this.caller = caller;
    }

    /** The commitments of a ceasefire; there are a handful, so they are one page. */
    record CommitmentList(String ceasefire, LocalDate asOf, Instant knownAt, List<Sheet> items) {}

    /** What was recorded of a commitment, first to last. */
    record CommitmentHistory(String ceasefire, String code, List<CommitmentResponse> revisions) {}

    @GET
    @Operation(
            summary = "What was promised for every day and what every source states came of it, on one sheet",
            description =
                    "Of every source and definition the newest figure. What should have arrived is the promise times"
                            + " the days, by each convention of counting days; the share is recomputed and stands beside the one that"
                            + " was stated. Differences are shown and never repaired, and figures of different sources are never"
                            + " put together.")
    public CommitmentList list(
            @QueryParam("ceasefire") @Parameter(required = true, example = "GAZA-2025-10") String ceasefire,
            @BeanParam TimeTravel time) {
        if (ceasefire == null || ceasefire.isBlank()) {
            throw INVALID_PARAMETER.because("Parameter 'ceasefire' must be the code of one, such as GAZA-2025-10.");
        }
        ReadScope scope = scope(time);
        return new CommitmentList(ceasefire, scope.asOf(), scope.knownAt(), commitments.of(ceasefire, scope));
    }

    @GET
    @Path("/{ceasefire}/{code}")
    @Operation(summary = "One commitment", description = "The ETag is what a change has to send as If-Match.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CommitmentResponse.class)))
    public Response get(String ceasefire, String code, @BeanParam TimeTravel time) {
        return answer(Response.ok(), commitments.get(ceasefire, code, scope(time)));
    }

    @GET
    @Path("/{ceasefire}/{code}/revisions")
    @Operation(summary = "What was recorded of a commitment: when and, for staff, by whom and why")
    public CommitmentHistory history(String ceasefire, String code, @BeanParam TimeTravel time) {
        return new CommitmentHistory(ceasefire, code, commitments.revisions(ceasefire, code, scope(time)));
    }

    @POST
    @RolesAllowed(Caller.CONTRIBUTOR)
    @Operation(
            summary = "Record a commitment",
            description = "The same one again answers 200 and changes nothing; another one under its code answers 409.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CommitmentResponse.class)))
    @APIResponse(responseCode = "200", description = "Was recorded already, just so")
    public Response create(@NotNull @Valid CommitmentRequest request) {
        if (request.revisionNote() != null) {
            throw INVALID_BODY.because("Only a change has a revisionNote; a commitment is changed with PUT.");
        }
        boolean created = commitments.create(request, caller.account());
        return answer(
                Response.status(created ? Status.CREATED : Status.OK)
                        .location(URI.create("/api/v1/commitments/" + request.ceasefire() + "/" + request.code())),
                commitments.get(request.ceasefire(), request.code(), scope(new TimeTravel())));
    }

    @PUT
    @Path("/{ceasefire}/{code}")
    @RolesAllowed(Caller.CONTRIBUTOR)
    @Operation(
            summary = "Record the next revision of a commitment, in full",
            description =
                    "If-Match names the revision that is changed; revisionNote says why. What is recorded already,"
                            + " just so, changes nothing.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CommitmentResponse.class)))
    @APIResponse(responseCode = "412", description = "Somebody else changed it in the meantime")
    @APIResponse(responseCode = "428", description = "Names no revision")
    public Response revise(
            String ceasefire,
            String code,
            @HeaderParam("If-Match") String ifMatch,
            @NotNull @Valid CommitmentRequest request) {
        if (!ceasefire.equals(request.ceasefire()) || !code.equals(request.code())) {
            throw INVALID_BODY.because("A commitment keeps its ceasefire and its code.");
        }
        if (request.revisionNote() == null || request.revisionNote().isBlank()) {
            throw INVALID_BODY.because("A change needs a revisionNote that says why.");
        }
        int revision = IfMatch.revision(ifMatch)
                .orElseThrow(() -> REVISION_REQUIRED.because(
                        "Send the ETag of the commitment as you read it in the header If-Match, such as \"3\"."));
        commitments.revise(request, revision, caller.account());
        return answer(Response.ok(), commitments.get(ceasefire, code, scope(new TimeTravel())));
    }

    private static Response answer(ResponseBuilder response, CommitmentResponse commitment) {
        return response.tag(new EntityTag(Integer.toString(commitment.revision().number())))
                .entity(commitment)
                .build();
    }

    private ReadScope scope(TimeTravel time) {
        return time.scope(clock, caller.clearance());
    }
}
