package org.humdash.humanitarian.headline;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.humdash.humanitarian.indicator.IndicatorCatalogue;
import org.humdash.humanitarian.indicator.IndicatorSummary;
import org.humdash.humanitarian.observation.Freshness;
import org.humdash.kit.access.Caller;
import org.humdash.kit.revision.ReadClock;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.TimeTravel;

@Path("/api/v1/headlines")
@RunOnVirtualThread
class HeadlineResource {

    private final Headlines headlines;
    private final AreaSums sums;
    private final IndicatorCatalogue indicators;
    private final ReadClock clock;
    private final Caller caller;

    HeadlineResource(
            Headlines headlines, AreaSums sums, IndicatorCatalogue indicators, ReadClock clock, Caller caller) {
        this.headlines = headlines;
        this.sums = sums;
        this.indicators = indicators;
        this.clock = clock;
        this.caller = caller;
    }

    /** The headlines of an area; an indicator nobody stated anything of is not among them. */
    record HeadlineList(String area, LocalDate asOf, Instant knownAt, List<IndicatorHeadline> items) {}

    @GET
    @Operation(
            summary = "What stands for each indicator in an area, all sources side by side, one of them marked",
            description = "Of every originator, definition, part and hazard the figures with the newest validity, at"
                    + " most 200 of an indicator in an area. The headline is chosen by a written policy and is never the"
                    + " greatest, a mean or a sum: the indicator's own definition first, then the order of sources set for"
                    + " the indicator (/api/v1/headline-policies), the newest validity, a statement before its relays, the"
                    + " newest publication.")
    public HeadlineList list(@BeanParam HeadlineFilter filter, @BeanParam TimeTravel time) {
        ReadScope scope = time.scope(clock, caller.clearance());
        List<String> areas = filter.areas();
        List<IndicatorHeadline> found = headlines.of(areas, asked(filter, scope), scope);
        return new HeadlineList(
                filter.area,
                scope.asOf(),
                scope.knownAt(),
                filter.stale
                        ? found.stream()
                                .filter(headline -> headline.freshness() == Freshness.STALE)
                                .toList()
                        : found);
    }

    private Map<String, IndicatorSummary> asked(HeadlineFilter filter, ReadScope scope) {
        Map<String, IndicatorSummary> asked =
                new LinkedHashMap<>(filter.indicators(indicators.offeredAt(scope.knownAt())));
        filter.cluster()
                .ifPresent(cluster -> asked.keySet().retainAll(indicators.followedBy(cluster, scope.knownAt())));
        return asked;
    }

    @GET
    @Path("/sum")
    @Operation(
            summary = "The headlines of the areas inside an area, added up",
            description =
                    "Only figures of one originator, one definition, one hazard and one period are added; otherwise"
                            + " the answer is 409 and says what they differ in. Areas without a figure are listed as missing and"
                            + " count nothing, not zero. Bounds that a figure leaves open stay open in the sum.")
    @APIResponse(responseCode = "200", description = "The sum and what it is made of")
    @APIResponse(responseCode = "409", description = "The figures differ in what must be one, or are no counts")
    public AreaSum sum(@BeanParam AreaSumFilter filter, @BeanParam TimeTravel time) {
        return sums.of(filter, time.scope(clock, caller.clearance()));
    }
}
