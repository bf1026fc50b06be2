package org.humdash.incident.ingest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.humdash.kit.access.Caller;
import org.humdash.kit.access.StreamedBody;
import org.humdash.kit.ingest.ImportJobs;
import org.humdash.kit.ingest.ImportRepository;
import org.humdash.kit.ingest.ImportRunner;
import org.humdash.kit.ingest.ImportedRowRepository;
import org.humdash.kit.ingest.MappingRepository;
import org.humdash.kit.ingest.RefusedRowKeeping;

@Path(ImportResource.PATH)
@RunOnVirtualThread
@RolesAllowed(Caller.CONTRIBUTOR)
class ImportResource extends ImportJobs {

    static final String PATH = "/api/v1/incidents/imports";

    ImportResource(
            ImportRepository jobs,
            ImportedRowRepository rows,
            RefusedRowKeeping refusedRows,
            ImportRunner runner,
            MappingRepository mappings,
            Caller caller) {
        super(PATH, jobs, rows, refusedRows, runner, mappings, caller);
    }

    @POST
    @StreamedBody
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Import a file of incidents",
            description =
                    "CSV, XLSX, JSON, GeoJSON or NDJSON; our own columns, HXL hashtags, ACLED, UCDP GED or any table"
                            + " whose columns can be told by their names. Form, encoding, separator and mapping are found out and"
                            + " shown; a dry run writes nothing. All good rows are written in one transaction, the others are"
                            + " refused with their reasons. The same file again changes nothing.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.WILDCARD, schema = @Schema(implementation = String.class)))
    @APIResponse(
            responseCode = "202",
            description = "Taken on; follow it at Location",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ImportDetail.class)))
    @APIResponse(
            responseCode = "200",
            description = "Over within the time to wait",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ImportDetail.class)))
    @APIResponse(responseCode = "507", description = "There is no room for the file, nothing was imported")
    public Response submit(InputStream file, @Valid @BeanParam IncidentImportParameters parameters)
            throws IOException, SQLException, InterruptedException {
        return taken(file, parameters);
    }
}
