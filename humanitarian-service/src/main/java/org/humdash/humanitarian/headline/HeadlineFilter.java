package org.humdash.humanitarian.headline;

import static org.humdash.kit.problem.ProblemType.INVALID_PARAMETER;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.humdash.humanitarian.indicator.Cluster;
import org.humdash.humanitarian.indicator.IndicatorSummary;
import org.humdash.vocabulary.place.Gazetteer;
import org.humdash.vocabulary.place.Pcode;

/** Which headlines are asked for. */
class HeadlineFilter {

    @QueryParam("area")
    @Parameter(required = true, example = "PS02", description = "A P-code")
    String area;

    @QueryParam("children")
    @DefaultValue("false")
    @Parameter(description = "Also the headlines of each of the areas inside, which are not added up")
    boolean children;

    @QueryParam("indicator")
    @Parameter(description = "Codes of indicators; all of them when left out")
    List<String> indicators;

    @QueryParam("cluster")
    @Parameter(
            description =
                    "Only indicators that a cluster follows, such as SHELTER. Those that several follow, deaths among"
                            + " them, are in none",
            schema = @Schema(implementation = Cluster.class))
    String cluster;

    @QueryParam("stale")
    @DefaultValue("false")
    @Parameter(description = "Only where the headline is older than its indicator lets one expect")
    boolean stale;

    /** The P-codes asked for, or answers 400. */
    List<String> areas() {
        Gazetteer gazetteer = Gazetteer.palestine();
        return gazetteer
                .find(area)
                .map(found -> children
                        ? gazetteer.withDescendants(found.pcode()).stream()
                                .map(Pcode::value)
                                .sorted()
                                .toList()
                        : List.of(area))
                .orElseThrow(() -> INVALID_PARAMETER.because("Parameter 'area' must be a P-code such as PS02."));
    }

    /** The indicators asked for out of those that are known, or answers 400. */
    Map<String, IndicatorSummary> indicators(Map<String, IndicatorSummary> known) {
        if (indicators == null || indicators.isEmpty()) {
            return known;
        }
        Map<String, IndicatorSummary> asked = new LinkedHashMap<>();
        indicators.forEach(code -> asked.put(code, indicator(code, known)));
        return asked;
    }

    /** The cluster asked for, empty for all indicators, or answers 400. */
    Optional<Cluster> cluster() {
        return Optional.ofNullable(cluster)
                .map(name -> Arrays.stream(Cluster.values())
                        .filter(known -> known.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> INVALID_PARAMETER.because(
                                "Parameter 'cluster' must be one of " + Arrays.toString(Cluster.values()) + ".")));
    }

    static IndicatorSummary indicator(String code, Map<String, IndicatorSummary> known) {
        IndicatorSummary indicator = known.get(code);
        if (indicator == null) {
            throw INVALID_PARAMETER.because(
                    "Parameter 'indicator': no indicator has this code; see /api/v1/indicators.");
        }
        return indicator;
    }
}
