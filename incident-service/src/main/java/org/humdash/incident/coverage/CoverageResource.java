package org.humdash.incident.coverage;

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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.humdash.incident.source.SourceRegister;
import org.humdash.incident.source.SourceSummary;
import org.humdash.kit.access.Caller;
import org.humdash.kit.ingest.ImportMeters;
import org.humdash.kit.revision.ReadClock;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.TimeTravel;
import org.humdash.kit.revision.ValidityCursor;
import org.humdash.vocabulary.hxl.ImportReport;

@Path("/api/v1/coverage")
@RunOnVirtualThread
class CoverageResource {

    private final CoverageRepository coverage;
    private final CoverageIntake intake;
    private final SourceRegister sources;
    private final ImportMeters meters;
    private final ReadClock clock;
    private final Caller caller;

    CoverageResource(
            CoverageRepository coverage,
            CoverageIntake intake,
            SourceRegister sources,
            ImportMeters meters,
            ReadClock clock,
            Caller caller) {
        this.coverage = coverage;
        this.intake = intake;
        this.sources = sources;
        this.meters = meters;
        this.clock = clock;
        this.caller = caller;
    }

    /** A page of coverage days; {@code nextCursor} is null on the last one. */
    record CoveragePage(List<CoverageResponse> items, String nextCursor, LocalDate asOf, Instant knownAt) {}

    /** The history of one coverage day, first revision to last. */
    record CoverageHistory(UUID id, List<CoverageResponse> revisions) {}

    @GET
    @Operation(
            summary = "Which source reported on which day, newest day first",
            description = "A day no source reported on is not a quiet day.")
    public CoveragePage list(@Valid @BeanParam CoverageFilter filter, @BeanParam TimeTravel time) {
        ReadScope scope = scope(time);
        Map<String, SourceSummary> names = sources.knownAt(scope.knownAt());
        List<CoverageDay> found = coverage.page(filter, scope);
        List<CoverageDay> page = found.subList(0, Math.min(found.size(), filter.limit));
        return new CoveragePage(
                page.stream().map(day -> CoverageResponse.of(day, names, scope)).toList(),
                found.size() > filter.limit ? new ValidityCursor(page.getLast().day, page.getLast().id).encode() : null,
                scope.asOf(),
                scope.knownAt());
    }

    @GET
    @Path("/{id}/revisions")
    @Operation(summary = "What was recorded of a coverage day, and when and why it changed")
    public CoverageHistory history(UUID id, @BeanParam TimeTravel time) {
        ReadScope scope = scope(time);
        Map<String, SourceSummary> names = sources.knownAt(scope.knownAt());
        List<CoverageDay> revisions = coverage.revisions(id, scope);
        if (revisions.isEmpty()) {
            throw NOT_FOUND.because("No coverage day has the id " + id + ".");
        }
        return new CoverageHistory(
                id,
                revisions.stream()
                        .map(day -> CoverageResponse.of(day, names, scope))
                        .toList());
    }

    @POST
    @RolesAllowed(Caller.CONTRIBUTOR)
    @Operation(
            summary = "Record what a source did on a day",
            description = "A day that is recorded otherwise gets a revision. A wrong entry is corrected to NO_REPORT;"
                    + " nothing is deleted.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = CoverageResponse.class)))
    @APIResponse(responseCode = "200", description = "Was recorded already; revised if it said something else")
    public Response create(@NotNull @Valid CoverageRequest request) throws SQLException {
        boolean created = intake.record(request.draft());
        ReadScope scope = scope(new TimeTravel());
        CoverageDay day = coverage.current(request.ceasefire(), request.source(), request.day())
                .orElseThrow();
        Response.ResponseBuilder response = Response.status(created ? Status.CREATED : Status.OK)
                .location(URI.create("/api/v1/coverage/" + day.id + "/revisions"));
        // What became too sensitive for the writer too is not sent back.
        if (scope.clearance().mayRead(day.sensitivity)) {
            response.entity(CoverageResponse.of(day, sources.knownAt(scope.knownAt()), scope));
        }
        return response.build();
    }

    @POST
    @Path("/imports")
    @Consumes("text/csv")
    @RolesAllowed(Caller.CONTRIBUTOR)
    @Operation(
            summary = "Import a CSV table of coverage days",
            description = "UTF-8, a header row, columns ceasefire, source, day (or from and to), status, and optionally"
                    + " note, sensitivity, revision_reason. Idempotent by (ceasefire, source, day): the same row again"
                    + " changes nothing, a changed one becomes a revision. created, revised and unchanged count days,"
                    + " rowsRead and refused count rows. Refused rows are reported with row, column, code and message;"
                    + " the others are applied in one transaction.")
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
        return meters.counted("coverage", dryRun, () -> intake.importCsv(file, dryRun));
    }

    @POST
    @Path("/imports/daily-series")
    @Consumes("application/json")
    @RolesAllowed(Caller.CONTRIBUTOR)
    @Operation(
            summary = "Import coverage days from the reporting periods of a daily series",
            description = "A JSON array of objects with report_date, report_period (hours) and report_source. Period 0"
                    + " is NO_REPORT, 24 REPORTED; with 48, 72 … the day is REPORTED and the days before it that were"
                    + " rolled together with it are PARTIAL. Entries whose report_source is \"missing\" are NO_REPORT."
                    + " Days outside the ceasefire are passed over.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Object[].class)))
    public ImportReport importDailySeries(
            InputStream body,
            @QueryParam("ceasefire") @Parameter(required = true, example = "GAZA-2025-10") String ceasefire,
            @QueryParam("source") @Parameter(required = true, description = "Code of the source whose reporting it is")
                    String source,
            @QueryParam("reportSource")
                    @Parameter(description = "Only entries with this report_source; all when left out")
                    String reportSource,
            @QueryParam("dryRun")
                    @DefaultValue("false")
                    @Parameter(description = "Give the same report and write nothing")
                    boolean dryRun)
            throws SQLException, IOException {
        if (ceasefire == null || source == null) {
            throw INVALID_PARAMETER.because("Parameters 'ceasefire' and 'source' are required.");
        }
        return meters.counted(
                "coverage",
                dryRun,
                () -> intake.importSeries(
                        DailySeriesReader.read(body, reportSource),
                        ceasefire,
                        source,
                        dryRun,
                        scope(new TimeTravel())));
    }

    private ReadScope scope(TimeTravel time) {
        return time.scope(clock, caller.clearance());
    }
}
