package org.humdash.humanitarian.lint;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.humdash.kit.access.Caller;
import org.humdash.kit.revision.ReadClock;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.TimeTravel;
import org.humdash.kit.revision.ValidityCursor;

@Path("/api/v1/observations/findings")
@RunOnVirtualThread
class ObservationFindingsResource {

    private final ObservationFindings findings;
    private final ReadClock clock;
    private final Caller caller;

    ObservationFindingsResource(ObservationFindings findings, ReadClock clock, Caller caller) {
        this.findings = findings;
        this.clock = clock;
        this.caller = caller;
    }

    /** A page of observations with findings; {@code nextCursor} is null at the end of the list. */
    record ObservationFindingsPage(
            List<ObservationFindingsResponse> items, String nextCursor, LocalDate asOf, Instant knownAt) {}

    @GET
    @Operation(
            summary = "Observations of which something was noticed, newest validity first",
            description =
                    "Percentages and rates that are not those of their figures, parts that do not add up, jumps and"
                            + " falls, relays that differ and the like, with the arithmetic. Findings never change an observation,"
                            + " and do not say which figure is right. Observations about days still to come are listed whatever"
                            + " the asOf. A page may hold fewer observations than the limit, or none, and still have a nextCursor.")
    public ObservationFindingsPage list(@Valid @BeanParam FindingsFilter filter, @BeanParam TimeTravel time)
            throws SQLException {
        ReadScope scope = time.scope(clock, caller.clearance());
        ObservationFindings.Found found = findings.page(filter, scope);
        ValidityCursor next = found.next();
        return new ObservationFindingsPage(
                found.observations(), next == null ? null : next.encode(), scope.asOf(), scope.knownAt());
    }
}
