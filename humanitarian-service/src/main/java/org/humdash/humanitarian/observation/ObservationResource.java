package org.humdash.humanitarian.observation;

import static org.humdash.kit.problem.ProblemType.INVALID_PARAMETER;
import static org.humdash.kit.problem.ProblemType.NOT_FOUND;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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

@Path("/api/v1/observations")
@RunOnVirtualThread
class ObservationResource {

    private static final int MOST_GROUPS = 10_000;

    private final ObservationRepository observations;
    private final ObservationSearchRepository search;
    private final ObservationExport export;
    private final ObservationImporter importer;
    private final ShownObservations shown;
    private final ReadClock clock;
    private final Caller caller;

    ObservationResource(
            ObservationRepository observations,
            ObservationSearchRepository search,
            ObservationExport export,
            ObservationImporter importer,
            ShownObservations shown,
            ReadClock clock,
            Caller caller) {
        this.observations = observations;
        this.search = search;
        this.export = export;
        this.importer = importer;
        this.shown = shown;
        this.clock = clock;
        this.caller = caller;
    }

    /**
     * A page of observations.
     *
     * @param nextCursor null on the last one
     * @param total left out unless it was asked for
     */
    record ObservationPage(
            List<ObservationResponse> items,
            String nextCursor,
            @JsonInclude(Include.NON_NULL) Long total,
            LocalDate asOf,
            Instant knownAt) {}

    /** The history of one observation, first revision to last. */
    record ObservationHistory(UUID id, List<ObservationResponse> revisions) {}

    @GET
    @Operation(
            summary = "Observations, newest validity first",
            description = "What sources stated of an indicator in an area, about a period. Observations of different"
                    + " sources are never added up. JSON comes in pages; every other format has all observations that"
                    + " pass the filter, however many.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ObservationPage.class)),
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)),
                @Content(mediaType = "application/geo+json", schema = @Schema(implementation = Object.class))
            })
    public Response list(
            @Valid @BeanParam ObservationFilter filter,
            @BeanParam TimeTravel time,
            @QueryParam("sort")
                    @DefaultValue("-validTo")
                    @Parameter(description = "validTo or recordedAt, with a minus for the other way round")
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
        ObservationContext context = shown.context(scope);
        ListOrder order = ObservationOrder.of(sort);
        ExportFormat chosen = Formats.choose(format, accept);
        if (chosen != ExportFormat.JSON) {
            return export.answer(ObservationQuery.of(filter, scope, context), order, scope, context, chosen);
        }
        List<Observation> found = search.page(
                ObservationQuery.of(filter, scope, context),
                order,
                cursor == null ? null : ListCursor.decode(cursor, order),
                limit + 1);
        ObservationPage page = new ObservationPage(
                shown.of(found.subList(0, Math.min(found.size(), limit)), scope),
                found.size() > limit ? cursor(found.get(limit - 1), order) : null,
                withTotal ? search.count(ObservationQuery.of(filter, scope, context)) : null,
                scope.asOf(),
                scope.knownAt());
        return Response.ok(page, MediaType.APPLICATION_JSON)
                .header("Vary", "Accept, Authorization")
                .build();
    }

    private static String cursor(Observation last, ListOrder order) {
        return ListCursor.after(order, last.validTo, last.recordedAt, last.id).encode();
    }

    @GET
    @Path("/counts")
    @Operation(
            summary = "How many observations there are, by what they have in common",
            description = "Statements are counted; what they state is not added up.")
    public ObservationCounts counts(
            @Valid @BeanParam ObservationFilter filter,
            @BeanParam TimeTravel time,
            @QueryParam("by")
                    @DefaultValue("indicator")
                    @Parameter(description = "indicator, area, source and one of day, week and month, with commas")
                    String by)
            throws SQLException {
        ReadScope scope = scope(time);
        ObservationContext context = shown.context(scope);
        List<ObservationCounts.Group> groups = search.counts(
                ObservationQuery.of(filter, scope, context),
                ObservationGrouping.of(by),
                context.indicators(),
                MOST_GROUPS + 1);
        if (groups.size() > MOST_GROUPS) {
            throw INVALID_PARAMETER.because("These are more than " + MOST_GROUPS
                    + " groups. Narrow the filter, or count by fewer things at a time.");
        }
        long total =
                groups.stream().mapToLong(ObservationCounts.Group::observations).sum();
        return new ObservationCounts(groups, total, scope.asOf(), scope.knownAt());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One observation")
    public ObservationResponse get(UUID id, @BeanParam TimeTravel time) {
        ReadScope scope = scope(time);
        return observations
                .byId(id, scope)
                .map(observation -> shown.of(observation, scope))
                .orElseThrow(() -> unknown(id));
    }

    @GET
    @Path("/{id}/revisions")
    @Operation(summary = "What was recorded of an observation, and when and why it changed")
    public ObservationHistory history(UUID id, @BeanParam TimeTravel time) {
        ReadScope scope = scope(time);
        List<Observation> revisions = observations.revisions(id, scope);
        if (revisions.isEmpty()) {
            throw unknown(id);
        }
        return new ObservationHistory(id, shown.of(revisions, scope));
    }

    @POST
    @RolesAllowed(Caller.CONTRIBUTOR)
    @Operation(summary = "Record an observation")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ObservationResponse.class)))
    @APIResponse(responseCode = "200", description = "Was recorded already, just so")
    public Response create(@NotNull @Valid ObservationRequest request) throws SQLException {
        boolean created = importer.record(request.draft());
        Observation observation = observations
                .current(request.originator(), request.reference())
                .orElseThrow(() -> NOT_FOUND.because("The observation was retracted."));
        return Response.status(created ? Status.CREATED : Status.OK)
                .location(URI.create("/api/v1/observations/" + observation.id))
                .entity(shown.of(observation, scope(new TimeTravel())))
                .build();
    }

    private ReadScope scope(TimeTravel time) {
        return time.scope(clock, caller.clearance());
    }

    private static RuntimeException unknown(UUID id) {
        return NOT_FOUND.because("No observation has the id " + id + ".");
    }
}
