package org.humdash.incident.incident;

import static org.humdash.kit.problem.ProblemType.INVALID_PARAMETER;
import static org.humdash.kit.problem.ProblemType.NOT_FOUND;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.humdash.kit.access.Caller;
import org.humdash.kit.export.Formats;
import org.humdash.kit.query.ListCursor;
import org.humdash.kit.query.ListOrder;
import org.humdash.kit.revision.ReadClock;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.TimeTravel;
import org.humdash.vocabulary.export.ExportFormat;

/** Reading incidents; {@link IncidentChangeResource} changes them. */
@Path("/api/v1/incidents")
@RunOnVirtualThread
class IncidentResource {

    private static final int MOST_GROUPS = 10_000;

    private final IncidentRepository incidents;
    private final IncidentExport export;
    private final IncidentAnswers answers;
    private final ReadClock clock;
    private final Caller caller;

    IncidentResource(
            IncidentRepository incidents,
            IncidentExport export,
            IncidentAnswers answers,
            ReadClock clock,
            Caller caller) {
        this.incidents = incidents;
        this.export = export;
        this.answers = answers;
        this.clock = clock;
        this.caller = caller;
    }

    /** A page of incidents; {@code nextCursor} is null on the last one, {@code total} unless it was asked for. */
    record IncidentPage(List<IncidentResponse> items, String nextCursor, Long total, LocalDate asOf, Instant knownAt) {}

    /** The history of one incident, first revision to last. */
    record IncidentHistory(UUID id, List<IncidentResponse> revisions) {}

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
        ListOrder order = IncidentOrder.of(sort);
        ExportFormat chosen = Formats.choose(format, accept);
        if (chosen != ExportFormat.JSON) {
            return export.answer(IncidentQuery.of(filter, scope), order, scope, chosen);
        }
        return Response.ok(page(filter, scope, order, cursor, limit, withTotal), MediaType.APPLICATION_JSON)
                .header("Vary", "Accept, Authorization")
                .build();
    }

    private IncidentPage page(
            IncidentFilter filter, ReadScope scope, ListOrder order, String cursor, int limit, boolean withTotal)
            throws SQLException {
        List<IncidentRevision> found = incidents.page(
                IncidentQuery.of(filter, scope),
                order,
                cursor == null ? null : ListCursor.decode(cursor, order),
                limit + 1);
        List<IncidentRevision> page = found.subList(0, Math.min(found.size(), limit));
        return new IncidentPage(
                answers.shown(page, scope),
                found.size() > limit
                        ? ListCursor.after(
                                        order,
                                        page.getLast().incident().occurrence().from(),
                                        page.getLast().recordedAt(),
                                        page.getLast().id())
                                .encode()
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
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = IncidentResponse.class)))
    public Response get(UUID id, @BeanParam TimeTravel time) throws SQLException {
        ReadScope scope = scope(time);
        IncidentRevision found = incidents.byId(id, scope).orElseThrow(() -> unknown(id));
        return answers.whole(Response.ok(), found, scope);
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
        return new IncidentHistory(id, answers.shown(revisions, scope));
    }

    private ReadScope scope(TimeTravel time) {
        return time.scope(clock, caller.clearance());
    }

    private static RuntimeException unknown(UUID id) {
        return NOT_FOUND.because("No incident has the id " + id + ".");
    }
}
