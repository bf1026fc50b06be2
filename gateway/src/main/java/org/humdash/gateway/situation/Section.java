package org.humdash.gateway.situation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part of the situation: the data as the service gave it now or before, or the reason why there is none. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SituationSection")
public record Section(
        @Schema(description = "Whether there is data, and whether it was read now", required = true)
        Status status,

        @Schema(description = "True if the data is that of an earlier answer; otherwise absent")
        Boolean stale,

        @Schema(description = "The day that stale data is about")
        LocalDate asOf,

        @Schema(description = "The instant that stale data was read at")
        Instant knownAt,

        @Schema(description = "How long ago stale data was read, in seconds")
        Long ageSeconds,

        @Schema(
                description = "Why there is no data of now, in plain words; absent if there is",
                examples = "incident-service did not answer within 2 s")
        String reason,

        @Schema(type = SchemaType.OBJECT, description = "The answer of the service, unchanged; not if unavailable")
        JsonNode data) {

    public enum Status {
        @JsonProperty("available")
        AVAILABLE,
        @JsonProperty("stale")
        STALE,
        @JsonProperty("unavailable")
        UNAVAILABLE
    }

    static Section available(JsonNode data) {
        return new Section(Status.AVAILABLE, null, null, null, null, null, data);
    }

    static Section stale(LastGood.Value value, String reason) {
        return new Section(
                Status.STALE,
                true,
                value.answer().asOf(),
                value.answer().knownAt(),
                value.age().toSeconds(),
                reason,
                value.answer().data());
    }

    static Section unavailable(String reason) {
        return new Section(Status.UNAVAILABLE, null, null, null, null, reason, null);
    }
}
