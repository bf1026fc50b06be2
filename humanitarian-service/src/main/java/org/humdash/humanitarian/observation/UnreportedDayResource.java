package org.humdash.humanitarian.observation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.humdash.humanitarian.observation.UnreportedDayRepository.Question;
import org.humdash.humanitarian.source.SourceSummary;
import org.humdash.humanitarian.source.Sources;
import org.humdash.kit.access.Caller;
import org.humdash.kit.revision.ReadClock;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.TimeTravel;
import org.humdash.kit.revision.ValidityCursor;

@Path("/api/v1/unreported-days")
@RunOnVirtualThread
class UnreportedDayResource {

    private final UnreportedDayRepository days;
    private final Sources sources;
    private final ReadClock clock;
    private final Caller caller;

    UnreportedDayResource(UnreportedDayRepository days, Sources sources, ReadClock clock, Caller caller) {
        this.days = days;
        this.sources = sources;
        this.clock = clock;
        this.caller = caller;
    }

    /** A page of days; {@code nextCursor} is null on the last one. */
    record UnreportedDayPage(List<UnreportedDayResponse> items, String nextCursor, LocalDate asOf, Instant knownAt) {}

    @GET
    @Operation(
            summary = "Days on which a source did not report, newest first",
            description =
                    "There is no figure of such a day, which is not zero. A later report may cover it, with a period of"
                            + " several days.")
    public UnreportedDayPage list(
            @QueryParam("indicator") @Parameter(description = "Code of an indicator") String indicator,
            @QueryParam("area") @Parameter(description = "A P-code, that area alone") String area,
            @QueryParam("originator") @Parameter(description = "Code of the source that did not report")
                    String originator,
            @QueryParam("publisher") @Parameter(description = "Code of the source that says so") String publisher,
            @QueryParam("dayFrom") @Parameter(description = "The first day (yyyy-MM-dd)") String from,
            @QueryParam("dayTo") @Parameter(description = "The last day (yyyy-MM-dd)") String to,
            @QueryParam("cursor") @Parameter(description = "nextCursor of the page before") String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(1000) int limit,
            @BeanParam TimeTravel time) {
        ReadScope scope = time.scope(clock, caller.clearance());
        Question question = new Question(
                indicator,
                area,
                originator,
                publisher,
                from == null ? null : TimeTravel.date("dayFrom", from),
                to == null ? null : TimeTravel.date("dayTo", to));
        List<UnreportedDay> found = days.page(question, cursor, limit, scope);
        List<UnreportedDay> page = found.subList(0, Math.min(found.size(), limit));
        Map<String, SourceSummary> quoted = sources.quoted();
        return new UnreportedDayPage(
                page.stream()
                        .map(day -> UnreportedDayResponse.of(day, quoted, scope))
                        .toList(),
                found.size() > limit ? new ValidityCursor(page.getLast().day, page.getLast().id).encode() : null,
                scope.asOf(),
                scope.knownAt());
    }
}
