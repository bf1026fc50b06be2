package org.humdash.humanitarian.lint;

import static org.humdash.kit.problem.ProblemType.INVALID_PARAMETER;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.humdash.kit.revision.TimeTravel;
import org.humdash.kit.revision.ValidityCursor;
import org.humdash.vocabulary.lint.FindingCode;
import org.humdash.vocabulary.place.Gazetteer;
import org.humdash.vocabulary.place.Pcode;

/** Of which observations findings are wanted, and which page of them. */
class FindingsFilter {

    @QueryParam("indicator")
    @Parameter(description = "Code of an indicator, such as TRUCKS_ENTERED")
    String indicator;

    @QueryParam("area")
    @Parameter(description = "A P-code; observations about the areas inside it are included")
    String area;

    @QueryParam("originator")
    @Parameter(description = "Code of the source that made the statement")
    String originator;

    @QueryParam("hazard")
    @Parameter(description = "Code of the hazard the figure is about")
    String hazard;

    @QueryParam("recordedFrom")
    @Parameter(
            description = "Only observations whose revision was recorded at this instant (ISO 8601) or later: what an"
                    + " import brought, from when it began",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    String recordedFrom;

    @QueryParam("recordedTo")
    @Parameter(
            description = "Only observations whose revision was recorded at this instant (ISO 8601) or before",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    String recordedTo;

    @QueryParam("code")
    @Parameter(description = "Only observations with this finding, such as PERCENTAGE_DIFFERS or REVISED_DOWN")
    String code;

    @QueryParam("cursor")
    @Parameter(description = "nextCursor of the page before")
    String cursor;

    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1)
    @Max(1000)
    int limit;

    /** Where the page before ended; null for the first page. */
    ValidityCursor after() {
        return cursor == null ? null : ValidityCursor.decode(cursor);
    }

    /** When the revisions wanted were recorded at the earliest; null for any time. */
    Instant from() {
        return recordedFrom == null ? null : TimeTravel.instant("recordedFrom", recordedFrom);
    }

    /** When the revisions wanted were recorded at the latest; null for any time. */
    Instant to() {
        return recordedTo == null ? null : TimeTravel.instant("recordedTo", recordedTo);
    }

    /** The only finding wanted; null for all. */
    FindingCode code() {
        return code == null
                ? null
                : Arrays.stream(FindingCode.values())
                        .filter(known -> known.name().equals(code))
                        .findFirst()
                        .orElseThrow(() -> INVALID_PARAMETER.because(
                                "Parameter 'code' must be one of " + Arrays.toString(FindingCode.values()) + "."));
    }

    /** The area and those inside it; null for all. */
    List<String> areas() {
        if (area == null) {
            return null;
        }
        Gazetteer gazetteer = Gazetteer.palestine();
        return gazetteer
                .find(area)
                .map(found -> gazetteer.withDescendants(found.pcode()).stream()
                        .map(Pcode::value)
                        .toList())
                .orElseThrow(() -> INVALID_PARAMETER.because("Parameter 'area' must be a P-code such as PS02."));
    }
}
