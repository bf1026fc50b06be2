package org.humdash.humanitarian.alert;

import static org.humdash.kit.problem.ProblemType.INVALID_BODY;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
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
import org.humdash.kit.access.Caller;
import org.humdash.kit.access.StreamedBody;
import org.humdash.kit.ingest.ImportMeters;
import org.humdash.kit.revision.IfMatch;
import org.humdash.kit.revision.ReadClock;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.TimeTravel;
import org.humdash.vocabulary.access.Sensitivity;
import org.humdash.vocabulary.hxl.ImportReport;

@Path("/api/v1/alerts")
@RunOnVirtualThread
class AlertResource {

    private final AlertRepository alerts;
    private final AlertIntake intake;
    private final ImportMeters meters;
    private final ReadClock clock;
    private final Caller caller;

    AlertResource(AlertRepository alerts, AlertIntake intake, ImportMeters meters, ReadClock clock, Caller caller) {
        this.alerts = alerts;
        this.intake = intake;
        this.meters = meters;
        this.clock = clock;
        this.caller = caller;
    }

    /** A page of alerts; {@code nextCursor} is null on the last one. */
    record AlertPage(List<AlertResponse> items, String nextCursor, LocalDate asOf, Instant knownAt) {}

    /** The history of one alert, first revision to last. */
    record AlertHistory(UUID id, List<AlertResponse> revisions) {}

    @GET
    @Operation(
            summary = "Alerts, newest first",
            description = "What others warn of, as they issued it. An alert is no figure of what happened: impacts are"
                    + " observations, at /api/v1/hazards/{code}/impacts.")
    public AlertPage list(@Valid @BeanParam AlertFilter filter, @BeanParam TimeTravel time) throws SQLException {
        ReadScope scope = scope(time);
        List<AlertResponse> found = alerts.page(filter, scope);
        List<AlertResponse> page = found.subList(0, Math.min(found.size(), filter.limit));
        String next = found.size() > filter.limit
                ? new AlertCursor(page.getLast().sent(), page.getLast().id()).encode()
                : null;
        return new AlertPage(page, next, scope.asOf(), scope.knownAt());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One alert", description = "The ETag is what a change has to send as If-Match.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AlertResponse.class)))
    public Response get(UUID id, @BeanParam TimeTravel time) throws SQLException {
        AlertResponse alert = alerts.byId(id, scope(time)).orElseThrow(() -> unknown(id));
        return Response.ok(alert).tag(tag(alert)).build();
    }

    @GET
    @Path("/{id}/revisions")
    @Operation(summary = "What was recorded of an alert, and when and why it changed")
    public AlertHistory history(UUID id, @BeanParam TimeTravel time) throws SQLException {
        List<AlertResponse> revisions = alerts.revisions(id, scope(time));
        if (revisions.isEmpty()) {
            throw unknown(id);
        }
        return new AlertHistory(id, revisions);
    }

    @POST
    @StreamedBody
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Caller.CONTRIBUTOR)
    @Operation(
            summary = "Record the alerts of a file",
            description =
                    "An alert in CAP 1.1 or 1.2 (XML), the GeoRSS feed of GDACS, or an event of GDACS in JSON; the"
                            + " content tells which. Idempotent by sender and identifier, of GDACS by event and episode: the same"
                            + " file again changes nothing, a changed alert becomes a revision. Of a feed, the alerts that do not"
                            + " hold together are refused with line, column and reason, and the others recorded together. A file"
                            + " that is not well-formed, declares entities or is larger than 8 MiB is refused as a whole.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = "application/cap+xml", schema = @Schema(implementation = String.class)),
                @Content(mediaType = "application/xml", schema = @Schema(implementation = String.class)),
                @Content(mediaType = "application/rss+xml", schema = @Schema(implementation = String.class)),
                @Content(mediaType = "application/json", schema = @Schema(implementation = Object.class))
            })
    public AlertReport record(
            InputStream file,
            @QueryParam("sensitivity")
                    @Parameter(
                            description =
                                    "Of all alerts of the file. Left out, a new alert is LOW, or HIGH where its scope"
                                            + " is not Public, and a known one keeps its own")
                    Sensitivity sensitivity,
            @QueryParam("dryRun")
                    @DefaultValue("false")
                    @Parameter(description = "Give the same report and write nothing")
                    boolean dryRun)
            throws IOException, SQLException {
        AlertReport[] report = new AlertReport[1];
        meters.counted("alerts", dryRun, () -> {
            report[0] = recorded(file, sensitivity, dryRun);
            return counts(report[0], dryRun);
        });
        return report[0];
    }

    private AlertReport recorded(InputStream file, Sensitivity sensitivity, boolean dryRun)
            throws IOException, SQLException {
        ReadAlerts read = AlertFile.read(file);
        if (read.messages().isEmpty() && read.refused() > 0) {
            throw INVALID_BODY
                    .with("No alert was recorded.")
                    .with("errors", read.problems())
                    .build();
        }
        List<AlertOutcome> outcomes = intake.record(read.messages(), sensitivity, dryRun, caller.clearance());
        return AlertReport.of(read, outcomes, dryRun);
    }

    private static ImportReport counts(AlertReport report, boolean dryRun) {
        return new ImportReport(
                dryRun,
                !dryRun,
                report.alertsRead(),
                report.created(),
                report.revised(),
                report.unchanged(),
                report.refused(),
                List.of(),
                0);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Caller.REVIEWER)
    @Operation(
            summary = "Link an alert to a hazard, change its sensitivity, or retract it",
            description =
                    "If-Match names the revision that is changed. What the sender said stays as it is. A retracted"
                            + " alert stands again when a file says something else under its key.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AlertResponse.class)))
    @APIResponse(responseCode = "409", description = "Was retracted")
    @APIResponse(responseCode = "412", description = "Somebody else changed it in the meantime")
    @APIResponse(responseCode = "428", description = "Names no revision")
    public Response judge(UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid AlertJudgement judgement)
            throws SQLException {
        int revision = IfMatch.required(ifMatch, "alert");
        intake.judge(id, revision, judgement, caller.clearance());
        // What was retracted, or became too sensitive for the writer too, is not sent back.
        return alerts.revisions(id, scope(new TimeTravel())).stream()
                .reduce((earlier, later) -> later)
                .map(alert -> Response.ok(alert).tag(tag(alert)).build())
                .orElseGet(() -> Response.ok().build());
    }

    private static EntityTag tag(AlertResponse alert) {
        return new EntityTag(Integer.toString(alert.revision().number()));
    }

    private ReadScope scope(TimeTravel time) {
        return time.scope(clock, caller.clearance());
    }

    private static RuntimeException unknown(UUID id) {
        return NOT_FOUND.because("No alert has the id " + id + ".");
    }
}
