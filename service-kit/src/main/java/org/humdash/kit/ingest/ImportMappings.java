package org.humdash.kit.ingest;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.humdash.kit.access.Caller;
import org.humdash.kit.ingest.MappingRepository.SavedMapping;
import org.humdash.vocabulary.mapping.TableMapping;

/** Saved mappings of columns, for a service to serve under a path of its own. */
@RunOnVirtualThread
@RolesAllowed(Caller.CONTRIBUTOR)
public abstract class ImportMappings {

    private final MappingRepository mappings;
    private final ImportTarget target;
    private final Caller caller;

    protected ImportMappings(MappingRepository mappings, ImportTarget target, Caller caller) {
        this.mappings = mappings;
        this.target = target;
        this.caller = caller;
    }

    /** All saved mappings. */
    public record MappingList(List<SavedMapping> items) {}

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
        List<String> unknown = mapping.names()
                .filter(field -> !target.columns().required().contains(field)
                        && !target.columns().optional().contains(field))
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            throw INVALID_BODY.because("There are no such fields: " + String.join(", ", unknown) + ".");
        }
        List<String> conversions = target.conversions().unknownIn(mapping);
        if (!conversions.isEmpty()) {
            throw INVALID_BODY.because("There are no such conversions: " + String.join(", ", conversions) + ".");
        }
        mappings.save(name, mapping, caller.account());
        return mappings.byName(name).orElseThrow(() -> unknown(name));
    }

    private static RuntimeException unknown(String name) {
        return NOT_FOUND.because("No mapping has the name " + name + ".");
    }
}
