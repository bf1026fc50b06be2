package org.humdash.gateway.audit;

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
import org.humdash.gateway.cursor.SealedCursors;

/** Who wrote what, and when. For administrators. */
@Path("/api/v1/audit")
@RunOnVirtualThread
@RolesAllowed("administrator")
class AuditResource {

    private static final String LIST = "audit";

    private final AuditRepository entries;
    private final SealedCursors cursors;

    AuditResource(AuditRepository entries, SealedCursors cursors) {
        this.entries = entries;
        this.cursors = cursors;
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
        String sealed = account == null ? LIST : LIST + "\n" + account;
        long before = cursors.given(sealed, cursor).map(Long::valueOf).orElse(Long.MAX_VALUE);
        List<AuditEntry> found = entries.page(account, before, limit + 1);
        List<AuditEntry> page = found.subList(0, Math.min(found.size(), limit));
        return new AuditPage(
                page,
                found.size() > limit
                        ? cursors.write(sealed, Long.toString(page.getLast().id()))
                        : null);
    }
}
