package org.humdash.incident.ceasefire;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.humdash.incident.violation.ViolationType;
import org.humdash.vocabulary.place.Gazetteer;
import org.humdash.vocabulary.text.BilingualText;

/** A ceasefire to record. Its days are the calendar days of its time zone. */
record CeasefireRequest(
        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9-]{1,59}", message = "must be upper case such as GAZA-2025-10")
        String code,

        @NotNull BilingualText name,
        @NotNull OffsetDateTime effectiveAt,
        @NotBlank String timeZone,
        OffsetDateTime endedAt,
        @NotBlank String area,
        @Size(max = 50) List<@NotBlank @Size(max = 200) String> parties,
        @Size(max = 50) List<@NotBlank @Size(max = 200) String> mediators,
        @Size(max = 50) List<@NotBlank @Size(max = 200) String> guarantors,
        Set<ViolationType> attackTypes) {

    CeasefireRequest {
        parties = parties == null ? List.of() : List.copyOf(parties);
        mediators = mediators == null ? List.of() : List.copyOf(mediators);
        guarantors = guarantors == null ? List.of() : List.copyOf(guarantors);
        attackTypes = attackTypes == null ? ViolationType.defaultAttackTypes() : Set.copyOf(attackTypes);
    }

    @Schema(hidden = true)
    @AssertTrue(message = "timeZone must be a zone of the tz database such as Asia/Gaza")
    boolean isTimeZoneKnown() {
        return timeZone == null || ZoneId.getAvailableZoneIds().contains(timeZone);
    }

    @Schema(hidden = true)
    @AssertTrue(message = "area must be a P-code of the gazetteer such as PS02")
    boolean isAreaKnown() {
        return area == null || Gazetteer.palestine().find(area).isPresent();
    }

    @Schema(hidden = true)
    @AssertTrue(message = "endedAt must come after effectiveAt")
    boolean isEndAfterBeginning() {
        return endedAt == null || effectiveAt == null || endedAt.isAfter(effectiveAt);
    }
}
