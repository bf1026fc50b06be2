package org.humdash.incident.claim;

import static org.humdash.kit.problem.ProblemType.INVALID_PARAMETER;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.humdash.kit.revision.ValidityCursor;
import org.humdash.vocabulary.place.Gazetteer;
import org.humdash.vocabulary.place.Pcode;

/** Which claims a list holds, and which page of it; the lists of other features over claims take the same one. */
public class ClaimFilter {

    @QueryParam("ceasefire")
    String ceasefire;

    @QueryParam("area")
    @Parameter(description = "A P-code; claims about the areas inside it are included")
    String area;

    @QueryParam("measure")
    @Parameter(description = "VIOLATIONS, KILLED, INJURED, DETAINED, ATTACK_DAYS, QUIET_DAYS or MONITORED_DAYS")
    String measure;

    @QueryParam("originator")
    @Parameter(description = "Code of the source that made the statement")
    String originator;

    @QueryParam("publisher")
    @Parameter(description = "Code of the source that passed it on")
    String publisher;

    @QueryParam("cursor")
    @Parameter(description = "nextCursor of the page before")
    String cursor;

    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1)
    @Max(1000)
    int limit;

    /** How many claims a page holds at most. */
    public int limit() {
        return limit;
    }

    /** Where the page before ended; null for the first page. */
    ValidityCursor after() {
        return cursor == null ? null : ValidityCursor.decode(cursor);
    }

    /** The conditions for alias {@code c}, each beginning with " and "; their parameters are put into the map. */
    String conditions(Map<String, Object> parameters) {
        return conditions(parameters, after());
    }

    /** The same for what comes after another place in the list; null for its beginning. */
    String conditions(Map<String, Object> parameters, ValidityCursor last) {
        StringBuilder conditions = new StringBuilder();
        if (ceasefire != null) {
            conditions.append(" and c.ceasefire = :ceasefire");
            parameters.put("ceasefire", ceasefire);
        }
        if (area != null) {
            conditions.append(" and c.area in :areas");
            parameters.put("areas", areas());
        }
        if (measure != null) {
            conditions.append(" and c.measure = :measure");
            parameters.put("measure", measure());
        }
        if (originator != null) {
            conditions.append(" and c.originator = :originator");
            parameters.put("originator", originator);
        }
        if (publisher != null) {
            conditions.append(" and c.publisher = :publisher");
            parameters.put("publisher", publisher);
        }
        if (last != null) {
            conditions.append(" and (c.validTo < :lastValidTo or c.validTo = :lastValidTo and c.id < :lastId)");
            parameters.put("lastValidTo", last.validTo());
            parameters.put("lastId", last.id());
        }
        return conditions.toString();
    }

    private Measure measure() {
        return Arrays.stream(Measure.values())
                .filter(known -> known.name().equals(measure))
                .findFirst()
                .orElseThrow(() -> INVALID_PARAMETER.because(
                        "Parameter 'measure' must be one of " + Arrays.toString(Measure.values()) + "."));
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
