package org.humdash.incident.reconciliation;

import static org.humdash.kit.problem.ProblemType.NOT_FOUND;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.humdash.kit.access.Caller;
import org.humdash.kit.revision.ReadClock;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.TimeTravel;

@Path("/api/v1/claims/{id}/reconciliation")
@RunOnVirtualThread
class ClaimReconciliationResource {

    private final ReconciliationService reconciliation;
    private final ReadClock clock;
    private final Caller caller;

    ClaimReconciliationResource(ReconciliationService reconciliation, ReadClock clock, Caller caller) {
        this.reconciliation = reconciliation;
        this.clock = clock;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "One claim beside what is documented")
    public ReconciliationResponse get(UUID id, @BeanParam TimeTravel time) {
        ReadScope scope = time.scope(clock, caller.clearance());
        return reconciliation
                .of(id, scope)
                .orElseThrow(() ->
                        NOT_FOUND.because("No claim about days up to " + scope.asOf() + " has the id " + id + "."));
    }
}
