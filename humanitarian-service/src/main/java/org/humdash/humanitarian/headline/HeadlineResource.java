package org.humdash.humanitarian.headline;

import static org.humdash.kit.problem.ProblemType.INVALID_PARAMETER;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.humdash.humanitarian.indicator.IndicatorCatalogue;
import org.humdash.humanitarian.indicator.IndicatorSummary;
import org.humdash.humanitarian.observation.ObservationResponse;
import org.humdash.humanitarian.observation.StandingObservations;
import org.humdash.kit.access.Caller;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.TimeTravel;
import org.humdash.vocabulary.place.Gazetteer;

@Path("/api/v1/headlines")
@RunOnVirtualThread
class HeadlineResource {

    private final StandingObservations standing;
    private final IndicatorCatalogue indicators;
    private final Clock clock;
    private final Caller caller;

    HeadlineResource(StandingObservations standing, IndicatorCatalogue indicators, Clock clock, Caller caller) {
        this.standing = standing;
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
                    + " most 200 an indicator. The headline is chosen by a written policy and is never the"
                    + " greatest, a mean or a sum: the indicator's own definition first, then the order of sources set for"
                    + " the indicator, the newest validity, a statement before its relays, the newest publication.")
    public HeadlineList list(
            @QueryParam("area") @Parameter(required = true, example = "PS02", description = "A P-code") String area,
            @QueryParam("indicator") @Parameter(description = "Codes of indicators; all of them when left out")
                    List<String> codes,
            @BeanParam TimeTravel time) {
        ReadScope scope = time.scope(clock, caller.clearance());
        if (Gazetteer.palestine().find(area).isEmpty()) {
            throw INVALID_PARAMETER.because("Parameter 'area' must be a P-code such as PS02.");
        }
        Map<String, IndicatorSummary> asked = asked(codes, scope);
        Map<String, List<ObservationResponse>> claims = standing.byIndicator(area, asked, scope);
        return new HeadlineList(
                area,
                scope.asOf(),
                scope.knownAt(),
                claims.entrySet().stream()
                        .map(entry -> IndicatorHeadline.of(asked.get(entry.getKey()), entry.getValue()))
                        .toList());
    }

    private Map<String, IndicatorSummary> asked(List<String> codes, ReadScope scope) {
        Map<String, IndicatorSummary> known = indicators.offeredAt(scope.knownAt());
        if (codes == null || codes.isEmpty()) {
            return known;
        }
        Map<String, IndicatorSummary> asked = new LinkedHashMap<>();
        for (String code : codes) {
            IndicatorSummary indicator = known.get(code);
            if (indicator == null) {
                throw INVALID_PARAMETER.because(
                        "Parameter 'indicator': no indicator has this code; see" + " /api/v1/indicators.");
            }
            asked.put(code, indicator);
        }
        return asked;
    }
}
