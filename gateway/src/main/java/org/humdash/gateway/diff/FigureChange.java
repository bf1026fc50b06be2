package org.humdash.gateway.diff;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A headline figure that is not what it was. */
@Schema(name = "FigureChange")
record FigureChange(
        @Schema(description = "The section of the situation it stands in", examples = "indicators", required = true)
        String section,

        @Schema(description = "The measure or the indicator", examples = "STORM_DEATHS_ALL", required = true)
        String figure,

        @Schema(
                description = "Who states it, for claims: they stand side by side; null for the others",
                examples = "GAZA_GMO",
                nullable = true)
        String originator,

        @Schema(description = "As it was; null if there was none", nullable = true)
        State before,

        @Schema(description = "As it is; null if there is none any more", nullable = true)
        State after) {

    /** A figure with where it is from and of what time. */
    @Schema(name = "FigureState")
    record State(
            @Schema(description = "The record; null for what is counted from many", nullable = true)
            String id,

            @Schema(type = SchemaType.OBJECT, description = "As the service gave it", required = true)
            JsonNode estimate,

            @Schema(description = "Code of who states it; null for what is counted here", nullable = true)
            String originator,

            @Schema(nullable = true) String validFrom,
            @Schema(nullable = true) String validTo) {

        static State of(JsonNode statement) {
            return new State(
                    text(statement.path("id")),
                    statement.path("estimate"),
                    text(statement.path("originator").path("code")),
                    text(statement.path("validFrom")),
                    text(statement.path("validTo")));
        }

        static String text(JsonNode node) {
            return node.isTextual() ? node.asText() : null;
        }
    }
}
