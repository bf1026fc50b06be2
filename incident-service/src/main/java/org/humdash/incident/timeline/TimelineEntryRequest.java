package org.humdash.incident.timeline;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.humdash.vocabulary.text.BilingualText;

/** Something that happened, was said, or was announced in the course of a ceasefire, as a source reports it. */
record TimelineEntryRequest(
        @NotBlank @Size(max = 200) String reference,
        @NotNull LocalDate date,
        @NotNull TimelineKind kind,
        @NotNull BilingualText title,
        @Size(max = 50) List<@NotBlank @Size(max = 200) String> participants,
        @NotBlank String source,

        @Pattern(regexp = "https?://\\S{1,2000}", message = "must be a http or https address")
        String url,

        LocalDate publishedOn) {

    TimelineEntryRequest {
        participants = participants == null ? List.of() : List.copyOf(participants);
    }

    @Schema(hidden = true)
    @AssertTrue(message = "an EXPECTED entry needs publishedOn, the day it was announced")
    boolean isAnnouncementDated() {
        return kind != TimelineKind.EXPECTED || publishedOn != null;
    }
}
