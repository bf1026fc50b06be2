package org.humdash.humanitarian.observation;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which observations are asked for. */
class ObservationFilter {

    @QueryParam("indicator")
    @Parameter(description = "Code of an indicator, such as STORM_DEATHS_ALL; several if repeated")
    List<String> indicators;

    @QueryParam("area")
    @Parameter(description = "A P-code; observations about the areas inside it are included")
    String area;

    @QueryParam("definition")
    @Parameter(description = "Code of a definition of the indicator")
    String definition;

    @QueryParam("definitionVersion")
    @Parameter(
            description = "Number of a version of that definition, or of any of the indicator's; needs one indicator")
    @Min(1)
    Integer definitionVersion;

    @QueryParam("source")
    @Parameter(description = "Code of a source that made the statement or passed it on")
    String source;

    @QueryParam("originator")
    @Parameter(description = "Code of the source that made the statement")
    String originator;

    @QueryParam("publisher")
    @Parameter(description = "Code of the source that passed it on")
    String publisher;

    @QueryParam("hazard")
    @Parameter(description = "Code of the hazard the figure is about")
    String hazard;

    @QueryParam("report")
    @Parameter(description = "FIGURE, or NIL for reports that there was nothing; both when left out")
    String report;

    @QueryParam("qualifier")
    @Parameter(description = "EXACT, AT_LEAST, MORE_THAN, AT_MOST, FEWER_THAN, APPROXIMATELY, RANGE or ORDER")
    String qualifier;

    @QueryParam("sex")
    @Parameter(description = "FEMALE or MALE: figures limited to them; ALL: figures not limited to either")
    String sex;

    @QueryParam("age")
    @Parameter(description = "CHILD, ADULT or OLDER; ALL for figures not limited by age")
    String age;

    @QueryParam("cause")
    @Parameter(description = "COLLAPSE, EXPOSURE, DROWNING or OTHER; ALL for figures not limited by cause")
    String cause;

    @QueryParam("shelterType")
    @Parameter(description = "A type of shelter such as TENT; ALL for figures not limited by it")
    String shelterType;

    @QueryParam("minValue")
    @Parameter(description = "At least so much, by the lower bound or else the best value")
    @DecimalMin("0")
    @Digits(integer = 16, fraction = 6)
    BigDecimal minValue;

    @QueryParam("maxValue")
    @Parameter(description = "At most so much, by the upper bound or else the best value")
    @DecimalMin("0")
    @Digits(integer = 16, fraction = 6)
    BigDecimal maxValue;

    @QueryParam("sensitivity")
    @Parameter(description = "LOW, MODERATE or HIGH")
    String sensitivity;

    @QueryParam("text")
    @Parameter(
            description = "Words in English or Arabic, or their beginnings, that all occur in the words of the source"
                    + " or the note on them")
    String text;

    @QueryParam("periodFrom")
    @Parameter(description = "About a period not over before this day")
    String periodFrom;

    @QueryParam("periodTo")
    @Parameter(description = "About a period begun by this day")
    String periodTo;

    @QueryParam("publishedFrom")
    @Parameter(description = "Published on this day or later")
    String publishedFrom;

    @QueryParam("publishedTo")
    @Parameter(description = "Published by this day")
    String publishedTo;

    @QueryParam("recordedFrom")
    @Parameter(description = "This revision recorded at or after this instant")
    String recordedFrom;

    @QueryParam("recordedTo")
    @Parameter(description = "This revision recorded before this instant")
    String recordedTo;
}
