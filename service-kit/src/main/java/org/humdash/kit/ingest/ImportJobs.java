package org.humdash.kit.ingest;

import static org.humdash.kit.problem.ProblemType.NOT_FOUND;
import static org.humdash.kit.problem.ProblemType.NO_LONGER_KEPT;
import static org.humdash.kit.problem.ProblemType.STORAGE_FULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.humdash.kit.access.Caller;
import org.humdash.kit.page.CursorText;
import org.humdash.vocabulary.export.ExportFormat;
import org.humdash.vocabulary.hxl.ImportReport;
import org.humdash.vocabulary.hxl.RowWarning;
import org.jboss.logging.Logger;

/** Imports as jobs, for a service to serve under a path of its own, where it also takes the files. */
@RunOnVirtualThread
@RolesAllowed(Caller.CONTRIBUTOR)
public abstract class ImportJobs {

    private static final Logger LOG = Logger.getLogger(ImportJobs.class);
    private static final int SHOWN = 50;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final String path;
    private final ImportRepository jobs;
    private final ImportedRowRepository rows;
    private final RefusedRowKeeping refusedRows;
    private final ImportRunner runner;
    private final MappingRepository mappings;
    private final Caller caller;

    /** @param path of the service, where the jobs are */
    protected ImportJobs(
            String path,
            ImportRepository jobs,
            ImportedRowRepository rows,
            RefusedRowKeeping refusedRows,
            ImportRunner runner,
            MappingRepository mappings,
            Caller caller) {
        this.path = path;
        this.jobs = jobs;
        this.rows = rows;
        this.refusedRows = refusedRows;
        this.runner = runner;
        this.mappings = mappings;
        this.caller = caller;
    }

    /** A page of imports; {@code nextCursor} is null on the last one. */
    public record ImportPage(List<ImportJob> items, String nextCursor) {}

    /**
     * An import with the first of its refused rows and warnings.
     *
     * @param firstRefused all of them are to be had as a table, as long as they are kept
     * @param refusedUntil until when they are kept; left out while the import runs, and where none was refused
     * @param firstWarnings what was found odd about rows that were taken in; the list of warnings has more
     * @param findings where that is found as it stands by now, of all that the job recorded; left out where there is none
     */
    public record ImportDetail(
            ImportJob job,
            List<RefusedRow> firstRefused,
            @JsonInclude(JsonInclude.Include.NON_NULL) Instant refusedUntil,
            List<RowWarning> firstWarnings,
            @JsonInclude(JsonInclude.Include.NON_NULL) String findings) {}

    /**
     * What was found odd about the rows of an import when it was made.
     *
     * @param items the first {@value org.humdash.vocabulary.hxl.ImportReport#MOST_PROBLEMS}
     * @param omitted how many more there were, or are no longer told
     */
    public record ImportWarningList(List<RowWarning> items, long omitted) {}

    /** A refused row and everything that is wrong with it. */
    public record RefusedRow(long row, List<String> problems) {}

    /**
     * Takes a file on.
     *
     * @return 200 if the job is over within the time the sender waits, otherwise 202, with the job
     */
    protected Response taken(InputStream file, ImportParameters parameters)
            throws IOException, SQLException, InterruptedException {
        var saved = parameters.mapping == null
                ? null
                : mappings.byName(parameters.mapping)
                        .orElseThrow(() -> NOT_FOUND.because("No mapping has the name " + parameters.mapping + "."))
                        .mapping();
        ImportOptions options = parameters.options(saved);
        UUID id = runner.submit(spooled(file), options, caller.account());
        ImportDetail detail = waited(id, Duration.ofSeconds(parameters.wait));
        return Response.status(detail.job().status().isOver() ? Status.OK : Status.ACCEPTED)
                .location(URI.create(path + "/" + id))
                .entity(detail)
                .build();
    }

    private static SpooledFile spooled(InputStream file) throws IOException {
        try {
            return SpooledFile.of(file);
        } catch (SpooledFile.NoRoom e) {
            LOG.error("A file that was sent could not be kept: is the disk for temporary files full?", e);
            throw STORAGE_FULL.because("Nothing was imported. Send the file again when the operator has made room.");
        }
    }

    @GET
    @Operation(summary = "Imports, newest first")
    public ImportPage list(
            @QueryParam("cursor") @Parameter(description = "nextCursor of the page before") String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(1000) int limit)
            throws SQLException {
        List<ImportJob> found = jobs.page(place(cursor), limit + 1);
        List<ImportJob> page = found.subList(0, Math.min(found.size(), limit));
        return new ImportPage(
                page,
                found.size() > limit ? CursorText.encode(page.getLast().id().toString()) : null);
    }

    private static UUID place(String cursor) {
        return cursor == null ? null : UUID.fromString(CursorText.decode(cursor));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One import: how far it is, or what came of it")
    public ImportDetail get(UUID id) throws SQLException {
        return detail(id);
    }

    @POST
    @Path("/{id}/cancellation")
    @Operation(
            summary = "End an import",
            description = "Nothing of it is written. Once its rows are being applied it is too late.")
    @APIResponse(
            responseCode = "202",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ImportDetail.class)))
    public Response cancel(UUID id) throws SQLException {
        detail(id);
        runner.cancel(id);
        return Response.status(Status.ACCEPTED).entity(detail(id)).build();
    }

    @GET
    @Path("/{id}/refused.csv")
    @Produces("text/csv")
    @Operation(
            summary = "The refused rows as they stood in the file, with the reasons",
            description = "Correct them and send the table as it is: the columns with row and reasons are passed over."
                    + " They are kept for a while only (refusedUntil of the import).")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "410", description = "There were some, and they are no longer kept")
    public Response refused(UUID id) throws SQLException {
        ImportDetail detail = detail(id);
        ImportJob job = detail.job();
        if (refusedRows.isOver(job)) {
            throw NO_LONGER_KEPT.because("Refused rows were kept until " + detail.refusedUntil()
                    + ", because nobody knows what stands in them. Send the file again to see what is wrong with it.");
        }
        List<String> names = job.detected() == null ? List.of() : job.detected().columns();
        return csv("refused", new RefusedTable(rows, id, names));
    }

    @GET
    @Path("/{id}/missing.csv")
    @Produces("text/csv")
    @Operation(summary = "The records that a complete file lacks")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)))
    public Response missing(UUID id) throws SQLException {
        detail(id);
        return csv("missing", new MissingTable(rows, id));
    }

    @GET
    @Path("/{id}/warnings")
    @Operation(
            summary = "What was found odd about the rows of an import that were taken in",
            description =
                    "As it was found when the file was read, a dry run included. It changes nothing, and does not say which"
                            + " figure is right.")
    public ImportWarningList warnings(UUID id) throws SQLException {
        Long found = detail(id).job().warnings();
        List<RowWarning> items = rows.warnings(id, ImportReport.MOST_PROBLEMS);
        return new ImportWarningList(items, found == null ? 0 : found - items.size());
    }

    /** Where what is odd about the records of a job is found as it stands by now; null where nobody looks for it. */
    protected String findings(ImportJob job) {
        return null;
    }

    private ImportDetail waited(UUID id, Duration limit) throws SQLException, InterruptedException {
        long looks = limit.dividedBy(BETWEEN_LOOKS);
        ImportDetail detail = detail(id);
        for (long i = 0; i < looks && !detail.job().status().isOver(); i++) {
            Thread.sleep(BETWEEN_LOOKS);
            detail = detail(id);
        }
        return detail;
    }

    private ImportDetail detail(UUID id) throws SQLException {
        ImportJob job = jobs.byId(id).orElseThrow(() -> NOT_FOUND.because("No import has the id " + id + "."));
        return new ImportDetail(
                job,
                rows.refused(id, 0, SHOWN).stream()
                        .map(refusal -> new RefusedRow(refusal.row(), refusal.problems()))
                        .toList(),
                refusedRows.until(job),
                rows.warnings(id, SHOWN),
                findings(job));
    }

    private static Response csv(String name, StreamingOutput table) {
        return Response.ok(table, ExportFormat.CSV.mediaType())
                .header("Content-Disposition", "attachment; filename=\"" + name + ".csv\"")
                .build();
    }
}
