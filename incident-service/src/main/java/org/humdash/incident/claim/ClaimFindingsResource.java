package org.humdash.incident.claim;

import static org.humdash.kit.problem.ProblemType.INVALID_PARAMETER;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.humdash.kit.access.Caller;
import org.humdash.kit.revision.ReadClock;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.TimeTravel;
import org.humdash.kit.revision.ValidityCursor;
import org.humdash.vocabulary.lint.FindingCode;

@Path("/api/v1/claims/findings")
@RunOnVirtualThread
class ClaimFindingsResource {

    private final ClaimFindings findings;
    private final ReadClock clock;
    private final Caller caller;

    ClaimFindingsResource(ClaimFindings findings, ReadClock clock, Caller caller) {
        this.findings = findings;
        this.clock = clock;
        this.caller = caller;
    }

    /** A page of claims with findings; {@code nextCursor} is null at the end of the list. */
    record ClaimFindingsPage(List<ClaimFindingsResponse> items, String nextCursor, LocalDate asOf, Instant knownAt) {}

    @GET
    @Operation(
            summary = "Claims of which something was noticed, newest validity first",
            description =
                    "Residuals, numbers of days that are not those of the dates, jumps and falls, relays that differ"
                            + " and the like, with the arithmetic. Findings never change a claim, and do not say which figure is"
                            + " right. Claims about days still to come are listed whatever the asOf. A page may hold fewer claims"
                            + " than the limit, or none, and still have a nextCursor.")
    public ClaimFindingsPage list(
            @Valid @BeanParam ClaimFilter filter,
            @QueryParam("code")
                    @Parameter(description = "Only claims with this finding, such as RESIDUAL or REVISED_DOWN")
                    String code,
            @BeanParam TimeTravel time)
            throws SQLException {
        ReadScope scope = time.scope(clock, caller.clearance());
        ClaimFindings.Found found = findings.page(filter, code(code), scope);
        ValidityCursor next = found.next();
        return new ClaimFindingsPage(
                found.claims(), next == null ? null : next.encode(), scope.asOf(), scope.knownAt());
    }

    private static FindingCode code(String code) {
        return code == null
                ? null
                : Arrays.stream(FindingCode.values())
                        .filter(known -> known.name().equals(code))
                        .findFirst()
                        .orElseThrow(() -> INVALID_PARAMETER.because(
                                "Parameter 'code' must be one of " + Arrays.toString(FindingCode.values()) + "."));
    }
}
