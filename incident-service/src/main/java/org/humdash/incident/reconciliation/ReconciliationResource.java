package org.humdash.incident.reconciliation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.humdash.incident.claim.ClaimFilter;
import org.humdash.incident.reconciliation.ReconciliationResponse.ClaimView;
import org.humdash.kit.access.Caller;
import org.humdash.kit.revision.ReadClock;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.TimeTravel;
import org.humdash.kit.revision.ValidityCursor;

@Path("/api/v1/reconciliation")
@RunOnVirtualThread
class ReconciliationResource {

    private final ReconciliationService reconciliation;
    private final ReadClock clock;
    private final Caller caller;

    ReconciliationResource(ReconciliationService reconciliation, ReadClock clock, Caller caller) {
        this.reconciliation = reconciliation;
        this.clock = clock;
        this.caller = caller;
    }

    /** A page of reconciled claims; {@code nextCursor} is null on the last one. */
    record ReconciliationPage(List<ReconciliationResponse> items, String nextCursor, LocalDate asOf, Instant knownAt) {}

    @GET
    @Operation(
            summary = "Claims beside what is documented, newest validity first",
            description =
                    "Of each claim: what is documented of its period and area, the gap, the coverage, the residual of"
                            + " its breakdown, and how it follows on the statement before it. Claims of different sources are"
                            + " never added or subtracted.")
    public ReconciliationPage list(@Valid @BeanParam ClaimFilter filter, @BeanParam TimeTravel time) {
        ReadScope scope = time.scope(clock, caller.clearance());
        List<ReconciliationResponse> found = reconciliation.page(filter, scope);
        List<ReconciliationResponse> page = found.subList(0, Math.min(found.size(), filter.limit()));
        return new ReconciliationPage(
                page,
                found.size() > filter.limit() ? after(page.getLast().claim()).encode() : null,
                scope.asOf(),
                scope.knownAt());
    }

    private static ValidityCursor after(ClaimView claim) {
        return new ValidityCursor(claim.validTo(), claim.id());
    }
}
