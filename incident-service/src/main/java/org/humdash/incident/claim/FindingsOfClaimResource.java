package org.humdash.incident.claim;

import static org.humdash.kit.problem.ProblemType.NOT_FOUND;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.humdash.kit.access.Caller;
import org.humdash.kit.revision.ReadClock;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.TimeTravel;

@Path("/api/v1/claims/{id}/findings")
@RunOnVirtualThread
class FindingsOfClaimResource {

    private final ClaimFindings findings;
    private final ReadClock clock;
    private final Caller caller;

    FindingsOfClaimResource(ClaimFindings findings, ReadClock clock, Caller caller) {
        this.findings = findings;
        this.clock = clock;
        this.caller = caller;
    }

    /** One claim and what was noticed about it. */
    record FindingsOfClaim(ClaimFindingsResponse claim, LocalDate asOf, Instant knownAt) {}

    @GET
    @Operation(
            summary = "What was noticed about a claim",
            description = "With the arithmetic of each finding. No findings do not make a figure right.")
    public FindingsOfClaim get(UUID id, @BeanParam TimeTravel time) throws SQLException {
        ReadScope scope = time.scope(clock, caller.clearance());
        return findings.of(id, scope)
                .map(claim -> new FindingsOfClaim(claim, scope.asOf(), scope.knownAt()))
                .orElseThrow(() -> NOT_FOUND.because("No claim has the id " + id + "."));
    }
}
