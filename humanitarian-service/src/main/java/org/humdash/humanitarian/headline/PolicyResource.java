package org.humdash.humanitarian.headline;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.humdash.kit.access.Caller;
import org.humdash.kit.revision.IfMatch;
import org.humdash.kit.revision.ReadClock;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.TimeTravel;

@Path("/api/v1/headline-policies")
@RunOnVirtualThread
class PolicyResource {

    private final Policies policies;
    private final ReadClock clock;
    private final Caller caller;

    PolicyResource(Policies policies, ReadClock clock, Caller caller) {
        this.policies = policies;
        this.clock = clock;
        this.caller = caller;
    }

    /** The policies of the catalogue's few dozen indicators, so it is one page. */
    record PolicyList(List<PolicyResponse> items) {}

    /** Every order that was set for an indicator, first to last. */
    record PolicyHistory(String indicator, List<PolicyResponse> revisions) {}

    @GET
    @Operation(summary = "How the headline of each indicator is chosen")
    public PolicyList list(@BeanParam TimeTravel time) {
        return new PolicyList(policies.all(scope(time)));
    }

    @GET
    @Path("/{indicator}")
    @Operation(
            summary = "How the headline of an indicator is chosen",
            description = "The ETag is what a change has to send as If-Match; an order that nobody set has none.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PolicyResponse.class)))
    public Response get(String indicator, @BeanParam TimeTravel time) {
        return answer(Response.ok(), policies.get(indicator, scope(time)));
    }

    @GET
    @Path("/{indicator}/revisions")
    @Operation(summary = "Which orders of sources were set for an indicator: when, why and, for staff, by whom")
    public PolicyHistory history(String indicator, @BeanParam TimeTravel time) {
        return new PolicyHistory(indicator, policies.revisions(indicator, scope(time)));
    }

    @PUT
    @Path("/{indicator}")
    @RolesAllowed(Caller.REVIEWER)
    @Operation(
            summary = "Set the order of sources by which the headline of an indicator is chosen",
            description = "It holds from now on; an answer of an earlier instant is chosen as it was then. If-Match"
                    + " names the revision that is changed and is left out the first time. What is set already, just so,"
                    + " changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "Changed, or was set already, just so",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PolicyResponse.class)))
    @APIResponse(
            responseCode = "201",
            description = "Set for the first time",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PolicyResponse.class)))
    @APIResponse(responseCode = "412", description = "Somebody else changed it in the meantime")
    @APIResponse(responseCode = "428", description = "Names no revision")
    public Response set(
            String indicator, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid PolicyRequest request) {
        boolean created = policies.set(indicator, request, IfMatch.revision(ifMatch), caller.account());
        return answer(
                Response.status(created ? Status.CREATED : Status.OK),
                policies.get(indicator, scope(new TimeTravel())));
    }

    private static Response answer(ResponseBuilder response, PolicyResponse policy) {
        if (policy.revision() != null) {
            response.tag(new EntityTag(Integer.toString(policy.revision().number())));
        }
        return response.entity(policy).build();
    }

    private ReadScope scope(TimeTravel time) {
        return time.scope(clock, caller.clearance());
    }
}
