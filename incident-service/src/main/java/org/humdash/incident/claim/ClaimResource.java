package org.humdash.incident.claim;

import static org.humdash.kit.problem.ProblemType.INVALID_BODY;
import static org.humdash.kit.problem.ProblemType.INVALID_PARAMETER;
import static org.humdash.kit.problem.ProblemType.NOT_FOUND;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.humdash.incident.ceasefire.CeasefireRegister;
import org.humdash.incident.ceasefire.CeasefireSummary;
import org.humdash.incident.source.SourceRegister;
import org.humdash.kit.access.Caller;
import org.humdash.kit.ingest.ImportMeters;
import org.humdash.kit.revision.IfMatch;
import org.humdash.kit.revision.ReadClock;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.RevisionReason;
import org.humdash.kit.revision.TimeTravel;
import org.humdash.kit.revision.ValidityCursor;
import org.humdash.vocabulary.hxl.ImportReport;
import org.humdash.vocabulary.place.Gazetteer;

@Path("/api/v1/claims")
@RunOnVirtualThread
class ClaimResource {

    /** Why a claim may be changed; what makes two claims one is for nobody to say, so they are never merged. */
    private static final Set<RevisionReason> CHANGES = EnumSet.of(
            RevisionReason.UPDATE,
            RevisionReason.CORRECTION,
            RevisionReason.RECLASSIFICATION,
            RevisionReason.RETRACTION);

    private final ClaimRepository claims;
    private final ClaimIntake intake;
    private final CeasefireRegister ceasefires;
    private final SourceRegister sources;
    private final ImportMeters meters;
    private final ReadClock clock;
    private final Caller caller;

    ClaimResource(
            ClaimRepository claims,
            ClaimIntake intake,
            CeasefireRegister ceasefires,
            SourceRegister sources,
            ImportMeters meters,
            ReadClock clock,
            Caller caller) {
        this.claims = claims;
        this.intake = intake;
        this.ceasefires = ceasefires;
        this.sources = sources;
        this.meters = meters;
        this.clock = clock;
        this.caller = caller;
    }

    /** A page of claims; {@code nextCursor} is null on the last one. */
    record ClaimPage(List<ClaimResponse> items, String nextCursor, LocalDate asOf, Instant knownAt) {}

    /** The history of one claim, first revision to last. */
    record ClaimHistory(UUID id, List<ClaimResponse> revisions) {}

    @GET
    @Operation(
            summary = "Cumulative violation claims, newest validity first",
            description = "What sources stated about a period. Claims of different sources are never added up.")
    public ClaimPage list(@Valid @BeanParam ClaimFilter filter, @BeanParam TimeTravel time) {
        ReadScope scope = scope(time);
        List<ViolationClaim> found = claims.page(filter, scope);
        List<ViolationClaim> page = found.subList(0, Math.min(found.size(), filter.limit));
        ClaimContext context = context(page, scope);
        return new ClaimPage(
                page.stream().map(claim -> ClaimResponse.of(claim, context)).toList(),
                found.size() > filter.limit
                        ? new ValidityCursor(page.getLast().validTo, page.getLast().id).encode()
                        : null,
                scope.asOf(),
                scope.knownAt());
    }

    @GET
    @Path("/latest")
    @Operation(
            summary = "The claims that stand on a day, by measure",
            description = "Of every measure and originator those with the newest validity, side by side.")
    public StandingClaims latest(
            @QueryParam("ceasefire") @Parameter(required = true, example = "GAZA-2025-10") String ceasefire,
            @QueryParam("area") @Parameter(description = "A P-code; the ceasefire's own area when left out")
                    String area,
            @BeanParam TimeTravel time) {
        ReadScope scope = scope(time);
        if (ceasefire == null) {
            throw INVALID_PARAMETER.because("Parameter 'ceasefire' is missing; it is a code such as GAZA-2025-10.");
        }
        CeasefireSummary found = ceasefires.knownAt(scope.knownAt()).get(ceasefire);
        if (found == null) {
            throw NOT_FOUND.because("No ceasefire has the code " + ceasefire + ".");
        }
        if (area != null && Gazetteer.palestine().find(area).isEmpty()) {
            throw INVALID_PARAMETER.because("Parameter 'area' must be a P-code such as PS02.");
        }
        String place = area == null ? found.area() : area;
        List<ViolationClaim> standing = claims.standing(ceasefire, place, scope);
        return StandingClaims.of(ceasefire, place, standing, context(standing, scope), scope);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One claim", description = "The ETag is what a change has to send as If-Match.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ClaimResponse.class)))
    public Response get(UUID id, @BeanParam TimeTravel time) {
        ReadScope scope = scope(time);
        return answer(Response.ok(), claims.byId(id, scope).orElseThrow(() -> unknown(id)), scope);
    }

    @GET
    @Path("/{id}/revisions")
    @Operation(summary = "What was recorded of a claim, and when and why it changed")
    public ClaimHistory history(UUID id, @BeanParam TimeTravel time) {
        ReadScope scope = scope(time);
        List<ViolationClaim> revisions = claims.revisions(id, scope);
        if (revisions.isEmpty()) {
            throw unknown(id);
        }
        ClaimContext context = context(revisions, scope);
        return new ClaimHistory(
                id,
                revisions.stream()
                        .map(claim -> ClaimResponse.of(claim, context))
                        .toList());
    }

    @POST
    @RolesAllowed(Caller.CONTRIBUTOR)
    @Operation(summary = "Record a claim")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ClaimResponse.class)))
    @APIResponse(responseCode = "200", description = "Was recorded already, just so")
    public Response create(@NotNull @Valid ClaimRequest request) throws SQLException {
        if (request.revisionReason() != null) {
            throw INVALID_BODY.because("Only a change has a revisionReason; a claim is changed with PUT.");
        }
        boolean created = intake.create(request.draft());
        ViolationClaim claim = claims.current(request.originator(), request.reference())
                .orElseThrow(() -> NOT_FOUND.because("The claim was retracted."));
        return answer(
                Response.status(created ? Status.CREATED : Status.OK)
                        .location(URI.create("/api/v1/claims/" + claim.id)),
                claim,
                now());
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Caller.CONTRIBUTOR)
    @Operation(
            summary = "Record the next revision of a claim, in full",
            description = "If-Match names the revision that is changed; revisionReason says why. What is recorded"
                    + " already, just so, changes nothing.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ClaimResponse.class)))
    @APIResponse(responseCode = "409", description = "Was retracted")
    @APIResponse(responseCode = "412", description = "Somebody else changed it in the meantime")
    @APIResponse(responseCode = "428", description = "Names no revision")
    public Response revise(UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid ClaimRequest request)
            throws SQLException {
        if (!CHANGES.contains(request.revisionReason())) {
            throw INVALID_BODY.because("A change needs a revisionReason, one of " + CHANGES + ".");
        }
        int revision = IfMatch.required(ifMatch, "claim");
        ViolationClaim current = claims.current(id)
                .filter(claim -> caller.clearance().mayRead(claim.sensitivity))
                .orElseThrow(() -> unknown(id));
        intake.revise(current.id, revision, request.draft());
        return answer(Response.ok(), claims.current(id).orElseThrow(), now());
    }

    @POST
    @Path("/imports")
    @Consumes("text/csv")
    @RolesAllowed(Caller.CONTRIBUTOR)
    @Operation(
            summary = "Import a CSV table of claims",
            description =
                    "UTF-8, a header row, one claim a row. Idempotent by (originator, reference): the same row again"
                            + " changes nothing, a changed one becomes a revision. Refused rows are reported with row, column,"
                            + " code and message; the others are applied in one transaction. What is odd about a row that"
                            + " was taken in is among the warnings.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)))
    public ImportReport importCsv(
            InputStream file,
            @QueryParam("dryRun")
                    @DefaultValue("false")
                    @Parameter(description = "Give the same report and write nothing")
                    boolean dryRun)
            throws IOException, SQLException {
        return meters.counted("claims", dryRun, () -> intake.importCsv(file, dryRun, caller.clearance()));
    }

    /** What became too sensitive for the writer too is not sent back. */
    private Response answer(Response.ResponseBuilder response, ViolationClaim claim, ReadScope scope) {
        response.tag(new EntityTag(Integer.toString(claim.revision)));
        if (scope.clearance().mayRead(claim.sensitivity)) {
            response.entity(ClaimResponse.of(claim, context(List.of(claim), scope)));
        }
        return response.build();
    }

    private ReadScope now() {
        return scope(new TimeTravel());
    }

    private ReadScope scope(TimeTravel time) {
        return time.scope(clock, caller.clearance());
    }

    private ClaimContext context(List<ViolationClaim> shown, ReadScope scope) {
        claims.fetchParts(shown);
        return new ClaimContext(
                sources.knownAt(scope.knownAt()),
                ceasefires.knownAt(scope.knownAt()),
                claims.shownAmong(shown, scope),
                scope);
    }

    private static RuntimeException unknown(UUID id) {
        return NOT_FOUND.because("No claim has the id " + id + ".");
    }
}
