package org.humdash.incident.incident;

import static org.humdash.kit.problem.ProblemType.INVALID_BODY;
import static org.humdash.kit.problem.ProblemType.INVALID_PARAMETER;
import static org.humdash.kit.problem.ProblemType.NOT_FOUND;
import static org.humdash.kit.problem.ProblemType.REVISION_REQUIRED;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.humdash.incident.source.SourceRegister;
import org.humdash.incident.source.SourceSummary;
import org.humdash.kit.access.Caller;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.TimeTravel;
import org.humdash.vocabulary.export.ExportFormat;

@Path("/api/v1/incidents")
@RunOnVirtualThread
class IncidentResource {

    private static final Pattern REVISION = Pattern.compile("\\s*(?:W/)?\"(\\d{1,9})\"\\s*");

    private static final int MOST_GROUPS = 10_000;

    private final IncidentRepository incidents;
    private final IncidentService service;
    private final IncidentExport export;
    private final SourceRegister sources;
    private final Clock clock;
    private final Caller caller;

    IncidentResource(
            IncidentRepository incidents,
            IncidentService service,
            IncidentExport export,
            SourceRegister sources,
            Clock clock,
            Caller caller) {
        this.incidents = incidents;
        this.service = service;
        this.export = export;
        this.sources = sources;
        this.clock = clock;
        this.caller = caller;
    }

    /** A page of incidents; {@code nextCursor} is null on the last one, {@code total} unless it was asked for. */
    record IncidentPage(List<IncidentResponse> items, String nextCursor, Long total, LocalDate asOf, Instant knownAt) {}

    /** The history of one incident, first revision to last. */
    record IncidentHistory(UUID id, List<IncidentResponse> revisions) {}

    /** Why an incident is withdrawn. */
    record RetractionRequest(@NotBlank @Size(max = 10_000) String note) {}

    /** Why a duplicate is taken to be an incident of its own after all. */
    record SeparationRequest(@NotBlank @Size(max = 10_000) String note) {}

    /** Which incident a duplicate is merged into, and why. */
    record MergeRequest(
            @NotNull UUID into,
            @NotBlank @Size(max = 10_000) String note) {}

    @GET
    @Operation(
            summary = "Alleged incidents, newest first",
            description = "Places are shown as the caller is cleared for: governorates to the public, cells of a"
                    + " hundredth of a degree to partners. JSON comes in pages; every other format has all incidents"
                    + " that pass the filter, however many.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = IncidentPage.class)),
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)),
                @Content(mediaType = "application/geo+json", schema = @Schema(implementation = Object.class))
            })
    public Response list(
            @Valid @BeanParam IncidentFilter filter,
            @BeanParam TimeTravel time,
            @QueryParam("sort")
                    @DefaultValue("-occurredFrom")
                    @Parameter(description = "occurredFrom or recordedAt, with a minus for the other way round")
                    String sort,
            @QueryParam("cursor") @Parameter(description = "nextCursor of the page before") String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(1000) int limit,
            @QueryParam("withTotal")
                    @DefaultValue("false")
                    @Parameter(description = "Count them all too, which takes longer")
                    boolean withTotal,
            @QueryParam("format")
                    @Parameter(description = "json, csv, hxl, xlsx, geojson or ndjson; by Accept when left out")
                    String format,
            @HeaderParam("Accept") @Parameter(hidden = true) String accept)
            throws SQLException {
        ReadScope scope = scope(time);
        IncidentOrder order = IncidentOrder.of(sort);
        ExportFormat chosen = Formats.choose(format, accept);
        if (chosen != ExportFormat.JSON) {
            IncidentQuery query = IncidentQuery.of(filter, scope);
            StreamingOutput table = out -> export.write(query, order, scope, chosen, out);
            return Response.ok(table, chosen.mediaType())
                    .header("Content-Disposition", "attachment; filename=\"" + chosen.fileName("incidents") + "\"")
                    .header("Vary", "Accept, Authorization")
                    .build();
        }
        return Response.ok(page(filter, scope, order, cursor, limit, withTotal), MediaType.APPLICATION_JSON)
                .header("Vary", "Accept, Authorization")
                .build();
    }

    private IncidentPage page(
            IncidentFilter filter, ReadScope scope, IncidentOrder order, String cursor, int limit, boolean withTotal)
            throws SQLException {
        List<IncidentRevision> found = incidents.page(
                IncidentQuery.of(filter, scope),
                order,
                cursor == null ? null : IncidentCursor.decode(cursor, order),
                limit + 1);
        List<IncidentRevision> page = found.subList(0, Math.min(found.size(), limit));
        return new IncidentPage(
                shown(page, scope),
                found.size() > limit
                        ? IncidentCursor.after(page.getLast(), order).encode()
                        : null,
                withTotal ? incidents.count(IncidentQuery.of(filter, scope)) : null,
                scope.asOf(),
                scope.knownAt());
    }

    @GET
    @Path("/counts")
    @Operation(
            summary = "How many incidents there are, by what they have in common",
            description = "Published incidents that are no duplicates and pass the filter.")
    public IncidentCounts counts(
            @Valid @BeanParam IncidentFilter filter,
            @BeanParam TimeTravel time,
            @QueryParam("by")
                    @DefaultValue("type")
                    @Parameter(description = "type, area, grade, source and one of day, week and month, with commas")
                    String by)
            throws SQLException {
        ReadScope scope = scope(time);
        Set<IncidentGrouping> groupings = IncidentGrouping.of(by);
        boolean isOfTheRollup = filter.isOfTheRollup() && !groupings.contains(IncidentGrouping.SOURCE);
        CountedTable table = isOfTheRollup ? CountedTable.ROLLUP : CountedTable.INCIDENTS;
        List<IncidentCounts.Group> groups =
                incidents.counts(table.query(filter, scope), groupings, table, MOST_GROUPS + 1);
        if (groups.size() > MOST_GROUPS) {
            throw INVALID_PARAMETER.because("These are more than " + MOST_GROUPS
                    + " groups. Narrow the filter, or count by fewer things at a time.");
        }
        long total = groups.stream().mapToLong(IncidentCounts.Group::incidents).sum();
        return new IncidentCounts(groups, total, scope.asOf(), scope.knownAt());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One incident", description = "The ETag is what a change has to send as If-Match.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = IncidentResponse.class)))
    public Response get(UUID id, @BeanParam TimeTravel time) throws SQLException {
        ReadScope scope = scope(time);
        IncidentRevision found = incidents.byId(id, scope).orElseThrow(() -> unknown(id));
        return answer(Response.ok(), found, scope);
    }

    @GET
    @Path("/{id}/revisions")
    @Operation(summary = "What was recorded of an incident: when, why and, for staff, by whom")
    public IncidentHistory history(UUID id, @BeanParam TimeTravel time) throws SQLException {
        ReadScope scope = scope(time);
        List<IncidentRevision> revisions = incidents.revisions(id, scope);
        if (revisions.isEmpty()) {
            throw unknown(id);
        }
        return new IncidentHistory(id, shown(revisions, scope));
    }

    @POST
    @RolesAllowed(Caller.CONTRIBUTOR)
    @Operation(summary = "Record an incident", description = "Idempotent by source and reference.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = IncidentResponse.class)))
    @APIResponse(responseCode = "200", description = "Was recorded already, just so")
    @APIResponse(responseCode = "409", description = "Is recorded already, with other details")
    public Response create(@NotNull @Valid IncidentRequest request) throws SQLException {
        boolean created = service.create(request.draft());
        IncidentRevision recorded =
                incidents.current(request.source(), request.reference()).orElseThrow();
        return answer(
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
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = IncidentResponse.class)))
    public Response revise(UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid IncidentRequest request)
            throws SQLException {
        if (request.revisionNote() == null || request.revisionNote().isBlank()) {
            throw INVALID_BODY.because("A change needs a revisionNote that says why.");
        }
        service.revise(id, revision(ifMatch), request.draft());
        return changed(id);
    }

    @POST
    @Path("/{id}/retraction")
    @RolesAllowed(Caller.CONTRIBUTOR)
    @Operation(
            summary = "Withdraw an incident",
            description = "It stays in its history and counts no more. If-Match names the revision that is withdrawn.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = IncidentResponse.class)))
    public Response retract(UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid RetractionRequest request)
            throws SQLException {
        service.retract(id, revision(ifMatch), request.note());
        return changed(id);
    }

    @POST
    @Path("/{id}/merge")
    @RolesAllowed(Caller.CONTRIBUTOR)
    @Operation(
            summary = "Merge a duplicate into another incident",
            description = "The other one takes its reports over; figures and grade are derived anew unless they are set"
                    + " by hand. If-Match names the revision of the duplicate.")
    @APIResponse(
            responseCode = "200",
            description = "The incident merged into",
            content = @Content(schema = @Schema(implementation = IncidentResponse.class)))
    public Response merge(UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid MergeRequest request)
            throws SQLException {
        service.merge(id, revision(ifMatch), request.into(), request.note());
        return changed(request.into());
    }

    @POST
    @Path("/{id}/separation")
    @RolesAllowed(Caller.CONTRIBUTOR)
    @Operation(
            summary = "Undo a merge",
            description = "The duplicate stands on its own again, and the incident it was merged into loses the reports"
                    + " that came from it, unless it had them before or another duplicate has them. Figures and grade are"
                    + " derived anew unless they are set by hand. If-Match names the revision of the duplicate.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = IncidentResponse.class)))
    public Response separate(
            UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid SeparationRequest request)
            throws SQLException {
        service.separate(id, revision(ifMatch), request.note());
        return changed(id);
    }

    private Response changed(UUID id) throws SQLException {
        return answer(Response.ok(), incidents.current(id).orElseThrow(), now());
    }

    /** What became too sensitive for the writer too is not sent back. */
    private Response answer(Response.ResponseBuilder response, IncidentRevision revision, ReadScope scope)
            throws SQLException {
        response.tag(new EntityTag(Integer.toString(revision.number())));
        if (scope.clearance().mayRead(revision.sensitivity())) {
            response.entity(shown(List.of(revision), scope).getFirst());
        }
        return response.build();
    }

    private List<IncidentResponse> shown(List<IncidentRevision> revisions, ReadScope scope) throws SQLException {
        Map<String, SourceSummary> names = sources.knownAt(scope.knownAt());
        Set<UUID> survivors = incidents.survivorsShown(revisions, scope);
        return revisions.stream()
                .map(revision -> IncidentResponse.of(revision, names, survivors, scope))
                .toList();
    }

    private static int revision(String ifMatch) {
        Matcher matcher = ifMatch == null ? null : REVISION.matcher(ifMatch);
        if (matcher == null || !matcher.matches()) {
            throw REVISION_REQUIRED.because(
                    "Send the ETag of the incident as you read it in the header If-Match, such as \"3\".");
        }
        return Integer.parseInt(matcher.group(1));
    }

    private ReadScope now() {
        return scope(new TimeTravel());
    }

    private ReadScope scope(TimeTravel time) {
        return time.scope(clock, caller.clearance());
    }

    private static RuntimeException unknown(UUID id) {
        return NOT_FOUND.because("No incident has the id " + id + ".");
    }
}
