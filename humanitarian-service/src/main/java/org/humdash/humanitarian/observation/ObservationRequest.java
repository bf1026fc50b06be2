package org.humdash.humanitarian.observation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.humdash.kit.estimate.EstimateRequest;
import org.humdash.vocabulary.access.Sensitivity;
import org.humdash.vocabulary.place.Gazetteer;

/**
 * An observation to record.
 *
 * @param reference names the observation among those of its originator; chosen by whoever records it
 * @param relayOf the reference of the originator's observation that this one passes on
 * @param definition the indicator's own when left out
 * @param disaggregation left out for a figure about all
 */
record ObservationRequest(
        @NotBlank String indicator,
        @NotBlank String area,
        @NotBlank String originator,
        String publisher,

        @NotBlank @Size(max = 200) @Pattern(regexp = PRINTABLE)
        String reference,

        @Size(max = 200) @Pattern(regexp = PRINTABLE) String relayOf,
        String definition,
        @NotNull @Valid EstimateRequest estimate,
        @NotNull LocalDate validFrom,
        @NotNull LocalDate validTo,
        LocalDate publishedOn,

        @Pattern(regexp = ADDRESS, message = "must be a http or https address")
        String url,

        @Pattern(regexp = ADDRESS, message = "must be a http or https address")
        String archiveUrl,

        @Size(max = 10_000) @Pattern(regexp = PRINTABLE) String text,

        @Pattern(regexp = "[a-z]{2,3}", message = "must be a language code such as en or ar")
        String language,

        @Size(max = 10_000) @Pattern(regexp = PRINTABLE) String note,
        String hazard,
        Disaggregation disaggregation,
        Sensitivity sensitivity) {

    private static final String ADDRESS = "https?://[^\\s\\p{Cntrl}]{1,2000}";
    private static final String PRINTABLE = "[^\\p{Cntrl}]*";

    @AssertTrue(message = "area must be a P-code of the gazetteer such as PS02")
    @Schema(hidden = true)
    boolean isAreaKnown() {
        return area == null || Gazetteer.palestine().find(area).isPresent();
    }

    ObservationDraft draft() {
        return new ObservationDraft(
                1,
                indicator,
                area,
                originator,
                publisher,
                reference,
                relayOf,
                definition == null ? indicator : definition,
                estimate.estimate(),
                validFrom,
                validTo,
                publishedOn,
                url,
                archiveUrl,
                text,
                language,
                note,
                hazard,
                disaggregation == null ? Disaggregation.NONE : disaggregation,
                sensitivity,
                null,
                ReportKind.FIGURE);
    }
}
