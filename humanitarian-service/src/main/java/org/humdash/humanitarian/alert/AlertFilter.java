package org.humdash.humanitarian.alert;

import static org.humdash.kit.problem.ProblemType.INVALID_PARAMETER;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.humdash.humanitarian.hazard.HazardType;
import org.humdash.vocabulary.place.Gazetteer;
import org.humdash.vocabulary.place.Pcode;

/** Which alerts a list holds, and which page of it. */
class AlertFilter {

    @QueryParam("hazard")
    @Parameter(description = "Code of the hazard the alert is linked to")
    String hazard;

    @QueryParam("type")
    @Parameter(description = "Kind of hazard")
    HazardType type;

    @QueryParam("area")
    @Parameter(description = "A P-code; alerts for the areas inside it and around it are included")
    String area;

    @QueryParam("sender")
    @Parameter(description = "The sender as the alert has it; GDACS for those of GDACS")
    String sender;

    @QueryParam("active")
    @Parameter(
            description = "true for the alerts in force on the as-of day, false for the others; all when left out",
            schema = @Schema(type = SchemaType.BOOLEAN))
    String active;

    @QueryParam("cursor")
    @Parameter(description = "nextCursor of the page before")
    String cursor;

    /** An alert may hold hundreds of shapes, so a page has fewer of them than of figures. */
    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1)
    @Max(200)
    int limit;

    /** Null when it is not asked for. */
    Boolean active() {
        if (active == null || active.equals("true") || active.equals("false")) {
            return active == null ? null : Boolean.valueOf(active);
        }
        throw INVALID_PARAMETER.because("Parameter 'active' must be true or false.");
    }

    /** The area with those inside it. What is for the area as a whole is recorded as being for those too. */
    List<String> areas() {
        Gazetteer gazetteer = Gazetteer.palestine();
        return gazetteer
                .find(area)
                .map(found -> gazetteer.withDescendants(found.pcode()).stream()
                        .map(Pcode::value)
                        .toList())
                .orElseThrow(() -> INVALID_PARAMETER.because("Parameter 'area' must be a P-code such as PS02."));
    }
}
