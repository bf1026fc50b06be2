package org.humdash.humanitarian.observation;

import static org.humdash.kit.problem.ProblemType.INVALID_BODY;

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
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.place.Gazetteer;

/**
 * An observation to record.
 *
 * @param reference names the observation among those of its originator; chosen by whoever records it
 * @param estimate left out for a nil report only
 * @param relayOf the reference of the originator's observation that this one passes on
 * @param definition the indicator's own when left out
 * @param disaggregation left out for a figure about all
 * @param report NIL where the source reported that there was nothing; FIGURE when left out. Days on which it did not report
 *     come in by an import
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
        @Valid EstimateRequest estimate,
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
        Sensitivity sensitivity,
        ReportKind report) {

    private static final String ADDRESS = "https?://[^\\s\\p{Cntrl}]{1,2000}";
    private static final String PRINTABLE = "[^\\p{Cntrl}]*";

    @AssertTrue(message = "area must be a P-code of the gazetteer such as PS02")
    @Schema(hidden = true)
    boolean isAreaKnown() {
        return area == null || Gazetteer.palestine().find(area).isPresent();
    }

    @AssertTrue(message = "report must be FIGURE or NIL; days without a report come in by an import")
    @Schema(hidden = true)
    boolean isReportOfSomething() {
        return report != ReportKind.NO_REPORT;
    }

    @AssertTrue(message = "estimate must be given, except for a nil report")
    @Schema(hidden = true)
    boolean isEstimateThere() {
        return report == ReportKind.NIL || estimate != null;
    }

    /** A report of nothing is a stated zero, and may leave the number out. */
    private Estimate nil() {
        if (estimate != null && !estimate.estimate().equals(Estimate.exact(0))) {
            throw INVALID_BODY.because("A nil report has no other figure than 0.");
        }
        return Estimate.exact(0);
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
                report == ReportKind.NIL ? nil() : estimate.estimate(),
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
                report == null ? ReportKind.FIGURE : report);
    }
}
