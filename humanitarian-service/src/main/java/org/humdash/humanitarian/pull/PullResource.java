package org.humdash.humanitarian.pull;

import static org.humdash.kit.problem.ProblemType.INVALID_BODY;
import static org.humdash.kit.problem.ProblemType.NOT_FOUND;
import static org.humdash.kit.problem.ProblemType.NOT_IN_THIS_STATE;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.humdash.kit.access.Caller;
import org.humdash.kit.ingest.ImportTarget;
import org.humdash.kit.ingest.MappingRepository;

@Path("/api/v1/pulls")
@RunOnVirtualThread
@RolesAllowed(Caller.ADMINISTRATOR)
class PullResource {

    private final PullRepository pulls;
    private final PullService service;
    private final MappingRepository mappings;
    private final ImportTarget target;
    private final Caller caller;

    PullResource(
            PullRepository pulls, PullService service, MappingRepository mappings, ImportTarget target, Caller caller) {
        this.pulls = pulls;
        this.service = service;
        this.mappings = mappings;
        this.target = target;
        this.caller = caller;
    }

    /** All pulls; {@code on} tells whether the operator lets any of them happen. */
    record PullList(boolean on, List<Pull> items) {}

    @GET
    @Operation(
            summary = "The files that are fetched from an address every so often",
            description = "With when that last succeeded and last failed, and why.")
    public PullList list() throws SQLException {
        service.settle();
        return new PullList(service.isOn(), pulls.all());
    }

    @GET
    @Path("/{code}")
    @Operation(summary = "One of them")
    public Pull get(String code) throws SQLException {
        service.settle();
        return pulls.byCode(code).orElseThrow(() -> unknown(code));
    }

    @PUT
    @Path("/{code}")
    @Operation(
            summary = "Set up, or change, a file to be fetched",
            description = "The file is read as one that somebody sends. The host has to be on the operator's list.")
    public Pull save(
            @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,59}", message = "must be lower case letters, digits and hyphens")
                    String code,
            @NotNull @Valid PullRequest request)
            throws SQLException {
        String objection = service.objection(request.url());
        if (objection != null) {
            throw INVALID_BODY.because(objection + ".");
        }
        TreeSet<String> unknown = new TreeSet<>(request.constants().keySet());
        unknown.removeAll(target.columns().required());
        unknown.removeAll(target.columns().optional());
        if (!unknown.isEmpty()) {
            throw INVALID_BODY.because("There are no such fields: " + String.join(", ", unknown) + ".");
        }
        if (request.mapping() != null && mappings.byName(request.mapping()).isEmpty()) {
            throw INVALID_BODY.because("No mapping has the name " + request.mapping() + ".");
        }
        List<Pull> all = pulls.all();
        if (all.size() == PullRepository.MOST
                && all.stream().noneMatch(pull -> pull.code().equals(code))) {
            throw NOT_IN_THIS_STATE.because("There are " + PullRepository.MOST + " pulls, which is the most.");
        }
        pulls.save(code, request, caller.account());
        return pulls.byCode(code).orElseThrow(() -> unknown(code));
    }

    @POST
    @Path("/{code}/runs")
    @Operation(summary = "Fetch a file now, whether its turn has come or not")
    @APIResponse(
            responseCode = "202",
            description = "It was asked for; what came of it stands in the answer, or in the import it names",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Pull.class)))
    public Response run(String code) throws SQLException {
        pulls.byCode(code).orElseThrow(() -> unknown(code));
        service.pull(code);
        return Response.status(Status.ACCEPTED).entity(get(code)).build();
    }

    private static RuntimeException unknown(String code) {
        return NOT_FOUND.because("No pull has the code " + code + ".");
    }
}
