package org.humdash.humanitarian.observation;

import static org.humdash.kit.problem.ProblemType.INVALID_PARAMETER;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.humdash.kit.revision.ValidityCursor;
import org.humdash.vocabulary.place.Gazetteer;
import org.humdash.vocabulary.place.Pcode;

/** Which observations a list holds, and which page of it. */
class ObservationFilter {

    @QueryParam("indicator")
    @Parameter(description = "Code of an indicator, such as STORM_DEATHS_ALL")
    String indicator;

    @QueryParam("area")
    @Parameter(description = "A P-code; observations about the areas inside it are included")
    String area;

    @QueryParam("definition")
    @Parameter(description = "Code of a definition of the indicator")
    String definition;

    @QueryParam("originator")
    @Parameter(description = "Code of the source that made the statement")
    String originator;

    @QueryParam("publisher")
    @Parameter(description = "Code of the source that passed it on")
    String publisher;

    @QueryParam("hazard")
    @Parameter(description = "Code of the hazard the figure is about")
    String hazard;

    @QueryParam("cursor")
    @Parameter(description = "nextCursor of the page before")
    String cursor;

    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1)
    @Max(1000)
    int limit;

    /** The conditions for alias {@code o}, each beginning with " and "; their parameters are put into the map. */
    String conditions(Map<String, Object> parameters) {
        StringBuilder conditions = new StringBuilder();
        exactly("indicator", indicator, conditions, parameters);
        exactly("definition", definition, conditions, parameters);
        exactly("originator", originator, conditions, parameters);
        exactly("publisher", publisher, conditions, parameters);
        exactly("hazard", hazard, conditions, parameters);
        if (area != null) {
            conditions.append(" and o.area in :areas");
            parameters.put("areas", areas());
        }
        if (cursor != null) {
            ValidityCursor last = ValidityCursor.decode(cursor);
            conditions.append(" and (o.validTo < :lastValidTo or o.validTo = :lastValidTo and o.id < :lastId)");
            parameters.put("lastValidTo", last.validTo());
            parameters.put("lastId", last.id());
        }
        return conditions.toString();
    }

    private static void exactly(String field, String value, StringBuilder conditions, Map<String, Object> parameters) {
        if (value != null) {
            conditions.append(" and o.%1$s = :%1$s".formatted(field));
            parameters.put(field, value);
        }
    }

    private List<String> areas() {
        Gazetteer gazetteer = Gazetteer.palestine();
        return gazetteer
                .find(area)
                .map(found -> gazetteer.withDescendants(found.pcode()).stream()
                        .map(Pcode::value)
                        .collect(Collectors.toList()))
                .orElseThrow(() -> INVALID_PARAMETER.because("Parameter 'area' must be a P-code such as PS02."));
    }
}
