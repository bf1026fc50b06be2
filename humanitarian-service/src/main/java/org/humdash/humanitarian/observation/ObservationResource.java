package org.humdash.humanitarian.observation;

import static org.humdash.kit.problem.ProblemType.NOT_FOUND;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.InputStream;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.humdash.humanitarian.hazard.HazardRegister;
import org.humdash.humanitarian.indicator.IndicatorCatalogue;
import org.humdash.humanitarian.source.Sources;
import org.humdash.kit.access.Caller;
import org.humdash.kit.revision.ReadClock;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.TimeTravel;
import org.humdash.kit.revision.ValidityCursor;
import org.humdash.vocabulary.hxl.ImportReport;

@Path("/api/v1/observations")
@RunOnVirtualThread
class ObservationResource {

    private final ObservationRepository observations;
    private final ObservationIntake intake;
    private final IndicatorCatalogue indicators;
    private final Sources sources;
    private final HazardRegister hazards;
    private final ReadClock clock;
    private final Caller caller;

    ObservationResource(
            ObservationRepository observations,
            ObservationIntake intake,
            IndicatorCatalogue indicators,
            Sources sources,
            HazardRegister hazards,
            ReadClock clock,
            Caller caller) {
        this.observations = observations;
        this.intake = intake;
        this.indicators = indicators;
        this.sources = sources;
        this.hazards = hazards;
        this.clock = clock;
        this.caller = caller;
    }

    /** A page of observations; {@code nextCursor} is null on the last one. */
    record ObservationPage(List<ObservationResponse> items, String nextCursor, LocalDate asOf, Instant knownAt) {}

    /** The history of one observation, first revision to last. */
    record ObservationHistory(UUID id, List<ObservationResponse> revisions) {}

    @GET
    @Operation(
            summary = "Observations, newest validity first",
            description = "What sources stated of an indicator in an area, about a period. Observations of different"
                    + " sources are never added up.")
    public ObservationPage list(@Valid @BeanParam ObservationFilter filter, @BeanParam TimeTravel time) {
        ReadScope scope = scope(time);
        ObservationContext context = context(scope);
        // Which figures are about a hazard that may not be seen is not told by searching for it either.
        boolean isHidden = filter.hazard != null && context.hiddenHazards().contains(filter.hazard);
        List<Observation> found = isHidden ? List.of() : observations.page(filter, scope);
        List<Observation> page = found.subList(0, Math.min(found.size(), filter.limit));
        return new ObservationPage(
                page.stream()
                        .map(observation -> ObservationResponse.of(observation, context))
                        .toList(),
                found.size() > filter.limit
                        ? new ValidityCursor(page.getLast().validTo, page.getLast().id).encode()
                        : null,
                scope.asOf(),
                scope.knownAt());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One observation")
    public ObservationResponse get(UUID id, @BeanParam TimeTravel time) {
        ReadScope scope = scope(time);
        return observations
                .byId(id, scope)
                .map(observation -> ObservationResponse.of(observation, context(scope)))
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
        ObservationContext context = context(scope);
        return new ObservationHistory(
                id,
                revisions.stream()
                        .map(observation -> ObservationResponse.of(observation, context))
                        .toList());
    }

    @POST
    @RolesAllowed(Caller.CONTRIBUTOR)
    @Operation(summary = "Record an observation")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = ObservationResponse.class)))
    @APIResponse(responseCode = "200", description = "Was recorded already, just so")
    public Response create(@NotNull @Valid ObservationRequest request) throws SQLException {
        boolean created = intake.create(request.draft());
        Observation observation = observations
                .current(request.originator(), request.reference())
                .orElseThrow(() -> NOT_FOUND.because("The observation was retracted."));
        return Response.status(created ? Status.CREATED : Status.OK)
                .location(URI.create("/api/v1/observations/" + observation.id))
                .entity(ObservationResponse.of(observation, context(scope(new TimeTravel()))))
                .build();
    }

    @POST
    @Path("/imports")
    @Consumes("text/csv")
    @RolesAllowed(Caller.CONTRIBUTOR)
    @Operation(
            summary = "Import a CSV table of observations",
            description =
                    "UTF-8, a header row, one observation a row. Idempotent by (originator, reference): the same row"
                            + " again changes nothing, a changed one becomes a revision. Refused rows are reported with row, column,"
                            + " code and message; the others are applied in one transaction. What is odd about a row that was"
                            + " taken in is among the warnings. A source not met before is asked of"
                            + " the source register; when that does not answer, the answer is 503 and nothing is written.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)))
    public ImportReport importCsv(
            InputStream file,
            @QueryParam("dryRun")
                    @DefaultValue("false")
                    @Parameter(description = "Give the same report and write nothing")
                    boolean dryRun)
            throws SQLException {
        return intake.importCsv(file, dryRun, caller.clearance());
    }

    private ReadScope scope(TimeTravel time) {
        return time.scope(clock, caller.clearance());
    }

    private ObservationContext context(ReadScope scope) {
        return new ObservationContext(
                indicators.knownAt(scope.knownAt()), sources.quoted(), hazards.hiddenFrom(scope), scope.asOf());
    }

    private static RuntimeException unknown(UUID id) {
        return NOT_FOUND.because("No observation has the id " + id + ".");
    }
}
