package org.humdash.gateway.situation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part of the situation: the data as the service gave it, or the reason why there is none. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SituationSection")
record Section(
        @Schema(description = "Whether there is data", required = true)
        Status status,

        @Schema(type = SchemaType.OBJECT, description = "The answer of the service, unchanged; only if available")
        JsonNode data,

        @Schema(
                description = "Why there is no data, in plain words; only if unavailable",
                examples = "incident-service did not answer within 2 s")
        String reason) {

    enum Status {
        @JsonProperty("available")
        AVAILABLE,
        @JsonProperty("unavailable")
        UNAVAILABLE
    }

    static Section available(JsonNode data) {
        return new Section(Status.AVAILABLE, data, null);
    }

    static Section unavailable(String reason) {
        return new Section(Status.UNAVAILABLE, null, reason);
    }
}
