package org.humdash.gateway.diff;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The headline figures that are not what they were; a section of which that is not known is named with the reason. */
@Schema(name = "FigureChanges")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Figures(
        @Schema(description = "available if each section could be compared, and unavailable otherwise", required = true)
        Changes.Status status,

        @Schema(description = "Of the sections that could be compared", required = true)
        List<FigureChange> items,

        @Schema(description = "Why a section could not be compared, in plain words")
        String reason) {}
