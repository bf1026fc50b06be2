package org.humdash.incident.incident;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which incidents are asked for. */
public class IncidentFilter {

    @QueryParam("ceasefire")
    @Parameter(example = "GAZA-2025-10")
    String ceasefire;

    @QueryParam("type")
    @Parameter(description = "A violation type, several if repeated; BOMBARDMENT includes its sub-types")
    List<String> types;

    @QueryParam("area")
    @Parameter(description = "A P-code; the areas inside it are included", example = "PS02")
    String area;

    @QueryParam("bbox")
    @Parameter(
            description =
                    "West, south, east, north in degrees. It is held against positions as the caller may see them:"
                            + " governorates for the public, grid cells for partners",
            example = "34.2,31.2,34.6,31.6")
    String bbox;

    @QueryParam("actor")
    @Parameter(description = "The alleged perpetrator, as given by the provider")
    String actor;

    @QueryParam("grade")
    @Parameter(description = "CONFIRMED, FAIR, WEAK, CONTESTED, DISCOUNTED or UNASSESSED, several if repeated")
    List<String> grades;

    @QueryParam("responsibility")
    @Parameter(description = "ADMITTED, DENIED, DISPUTED or UNCLAIMED")
    String responsibility;

    @QueryParam("source")
    @Parameter(description = "Code of a source: the provider, or one that reported or is relayed")
    String source;

    @QueryParam("sensitivity")
    @Parameter(description = "LOW, MODERATE or HIGH")
    String sensitivity;

    @QueryParam("status")
    @Parameter(description = "PUBLISHED, or DRAFT for staff; both are listed when left out")
    String status;

    @QueryParam("datePrecision")
    @Parameter(description = "The least precise that is wanted: 1 (a day) to 5 (a year)")
    @Min(1)
    @Max(5)
    Integer datePrecision;

    @QueryParam("geoPrecision")
    @Parameter(description = "The least precise that is wanted: 1 (exact) to 7 (sea or air)")
    @Min(1)
    @Max(7)
    Integer geoPrecision;

    @QueryParam("minKilled")
    @Parameter(description = "At least so many killed, by the lower bound or else the best value")
    @Min(0)
    Long minKilled;

    @QueryParam("minInjured")
    @Min(0)
    Long minInjured;

    @QueryParam("text")
    @Parameter(description = "Words in English or Arabic, or their beginnings, that all occur")
    String text;

    @QueryParam("occurredFrom")
    @Parameter(description = "Not over before this day")
    String occurredFrom;

    @QueryParam("occurredTo")
    @Parameter(description = "Begun by this day")
    String occurredTo;

    @QueryParam("recordedFrom")
    @Parameter(description = "This revision recorded at or after this instant")
    String recordedFrom;

    @QueryParam("recordedTo")
    @Parameter(description = "This revision recorded before this instant")
    String recordedTo;

    @QueryParam("duplicates")
    @Parameter(description = "Whether incidents that turned out to be others are listed too")
    @DefaultValue("false")
    boolean duplicates;

    /** Whether the roll-up of incidents tells apart everything this filter asks. */
    boolean isOfTheRollup() {
        return bbox == null
                && actor == null
                && responsibility == null
                && source == null
                && geoPrecision == null
                && minKilled == null
                && minInjured == null
                && text == null
                && recordedFrom == null
                && recordedTo == null
                && !duplicates;
    }
}
