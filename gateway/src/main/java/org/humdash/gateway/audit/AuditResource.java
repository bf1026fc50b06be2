package org.humdash.gateway.audit;

import static org.humdash.gateway.problem.ProblemType.INVALID_PARAMETER;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.humdash.gateway.problem.Problems;

/** Who wrote what, and when. For administrators. */
@Path("/api/v1/audit")
@RunOnVirtualThread
@RolesAllowed("administrator")
class AuditResource {

    private final AuditRepository entries;

    AuditResource(AuditRepository entries) {
        this.entries = entries;
    }

    record AuditPage(List<AuditEntry> items, String nextCursor) {}

    @GET
    @Operation(
            summary = "Requests that may have written, the newest first",
            description = "An entry without a status is under way, or the gateway or the client ended before it did.")
    public AuditPage list(
            @QueryParam("account") @Parameter(description = "Only those of this account, such as key-6b641bd3b7d0f356")
                    String account,
            @QueryParam("cursor") @Parameter(description = "nextCursor of the page before") String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(1000) int limit)
            throws SQLException {
        List<AuditEntry> found = entries.page(account, cursor == null ? Long.MAX_VALUE : number(cursor), limit + 1);
        List<AuditEntry> page = found.subList(0, Math.min(found.size(), limit));
        return new AuditPage(
                page, found.size() > limit ? Long.toString(page.getLast().id()) : null);
    }

    private static long number(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw Problems.of(INVALID_PARAMETER, "Parameter 'cursor' has to be the nextCursor of another page.")
                    .build();
        }
    }
}
