package org.humdash.incident.coverage;

import static org.humdash.kit.problem.ProblemType.INVALID_PARAMETER;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.humdash.kit.revision.TimeTravel;
import org.humdash.kit.revision.ValidityCursor;

/** Which coverage days a list holds, and which page of it. */
class CoverageFilter {

    @QueryParam("ceasefire")
    String ceasefire;

    @QueryParam("source")
    @Parameter(description = "Code of the source")
    String source;

    @QueryParam("status")
    @Parameter(description = "REPORTED, NIL, PARTIAL or NO_REPORT")
    String status;

    @QueryParam("from")
    @Parameter(description = "The first day (yyyy-MM-dd)")
    String from;

    @QueryParam("to")
    @Parameter(description = "The last day (yyyy-MM-dd)")
    String to;

    @QueryParam("cursor")
    @Parameter(description = "nextCursor of the page before")
    String cursor;

    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1)
    @Max(1000)
    int limit;

    /** The conditions for alias {@code c}, each beginning with " and "; their parameters are put into the map. */
    String conditions(Map<String, Object> parameters) {
        StringBuilder conditions = new StringBuilder();
        if (ceasefire != null) {
            conditions.append(" and c.ceasefire = :ceasefire");
            parameters.put("ceasefire", ceasefire);
        }
        if (source != null) {
            conditions.append(" and c.source = :source");
            parameters.put("source", source);
        }
        if (status != null) {
            conditions.append(" and c.status = :status");
            parameters.put("status", status());
        }
        if (from != null) {
            conditions.append(" and c.day >= :from");
            parameters.put("from", TimeTravel.date("from", from));
        }
        if (to != null) {
            conditions.append(" and c.day <= :to");
            parameters.put("to", TimeTravel.date("to", to));
        }
        if (cursor != null) {
            ValidityCursor last = ValidityCursor.decode(cursor);
            conditions.append(" and (c.day < :lastDay or c.day = :lastDay and c.id < :lastId)");
            parameters.put("lastDay", last.validTo());
            parameters.put("lastId", last.id());
        }
        return conditions.toString();
    }

    private CoverageStatus status() {
        return Arrays.stream(CoverageStatus.values())
                .filter(known -> known.name().equals(status))
                .findFirst()
                .orElseThrow(() -> INVALID_PARAMETER.because(
                        "Parameter 'status' must be one of " + Arrays.toString(CoverageStatus.values()) + "."));
    }
}
