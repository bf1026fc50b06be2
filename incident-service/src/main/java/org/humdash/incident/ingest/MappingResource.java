package org.humdash.incident.ingest;

import static org.humdash.kit.problem.ProblemType.INVALID_BODY;
import static org.humdash.kit.problem.ProblemType.NOT_FOUND;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.humdash.incident.incident.IncidentTable;
import org.humdash.incident.ingest.MappingRepository.SavedMapping;
import org.humdash.incident.mapping.TableMapping;
import org.humdash.kit.access.Caller;

@Path("/api/v1/incidents/import-mappings")
@RunOnVirtualThread
@RolesAllowed(Caller.CONTRIBUTOR)
class MappingResource {

    private final MappingRepository mappings;
    private final Caller caller;

    MappingResource(MappingRepository mappings, Caller caller) {
        this.mappings = mappings;
        this.caller = caller;
    }

    record MappingList(List<SavedMapping> items) {}

    @GET
    @Operation(summary = "The saved mappings of columns")
    public MappingList list() throws SQLException {
        return new MappingList(mappings.all());
    }

    @GET
    @Path("/{name}")
    @Operation(summary = "One saved mapping")
    public SavedMapping get(String name) throws SQLException {
        return mappings.byName(name).orElseThrow(() -> unknown(name));
    }

    @PUT
    @Path("/{name}")
    @Operation(
            summary = "Save a mapping of columns",
            description = "Take the one a dry run showed, change what is wrong, and name it in later imports.")
    public SavedMapping save(
            @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,59}", message = "must be lower case letters, digits and hyphens")
                    String name,
            @NotNull TableMapping mapping)
            throws SQLException {
        Set<String> unknown = new TreeSet<>(mapping.fields().keySet());
        unknown.removeAll(IncidentTable.COLUMNS.required());
        unknown.removeAll(IncidentTable.COLUMNS.optional());
        if (!unknown.isEmpty()) {
            throw INVALID_BODY.because("These are no fields of an incident: " + String.join(", ", unknown) + ".");
        }
        mappings.save(name, mapping, caller.account());
        return mappings.byName(name).orElseThrow(() -> unknown(name));
    }

    private static RuntimeException unknown(String name) {
        return NOT_FOUND.because("No mapping has the name " + name + ".");
    }
}
