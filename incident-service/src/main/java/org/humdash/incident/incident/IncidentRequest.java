package org.humdash.incident.incident;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.humdash.incident.violation.ViolationType;
import org.humdash.kit.estimate.EstimateRequest;
import org.humdash.kit.revision.RevisionReason;
import org.humdash.vocabulary.access.Sensitivity;
import org.humdash.vocabulary.estimate.Estimate;

/**
 * An incident to record, or its next revision in full.
 *
 * @param source the provider whose record it is; together with {@code reference} the key of the incident
 * @param occurredTo the last day; {@code occurredFrom} when left out
 * @param datePrecision follows from the span when left out
 * @param responsibility UNCLAIMED when left out
 * @param figures the figures when they are not to be derived from the reports; with a reason
 * @param grade the grade when it is not to be derived; with a reason
 * @param status PUBLISHED when left out, or what it was
 * @param sensitivity LOW when left out, or what it was
 * @param revisionNote why it is changed; needed for every revision but the first
 */
record IncidentRequest(
        @NotBlank String source,
        @NotBlank String reference,
        @NotBlank String ceasefire,
        @NotNull ViolationType type,
        @NotNull LocalDate occurredFrom,
        LocalDate occurredTo,

        @Schema(
                implementation = String.class,
                format = "time",
                description = "Wall clock, such as half past two as 14:30")
        LocalTime localTime,

        Integer datePrecision,
        @Valid PlaceRequest place,
        String allegedPerpetrator,
        Responsibility responsibility,
        @Valid FiguresRequest figures,
        @Valid EstimateRequest childrenKilled,
        @Valid EstimateRequest womenKilled,
        @Valid EstimateRequest structuresDestroyed,
        @Valid GradeRequest grade,
        String descriptionEn,
        String descriptionAr,
        IncidentStatus status,
        Sensitivity sensitivity,
        String licence,
        @NotEmpty @Size(max = 100) List<@NotNull @Valid ReportRequest> reports,
        RevisionReason revisionReason,
        String revisionNote) {

    private static final String WEB_ADDRESS = "https?://[^\\s]+";

    /** Where it happened, as far as known. {@code adm1} follows from {@code adm2}. */
    record PlaceRequest(String name, String adm1, String adm2, Double lat, Double lon, Integer precision) {

        Place place() {
            boolean isImplied = adm1 == null && adm2 != null && adm2.length() > 4;
            return new Place(text(name), isImplied ? adm2.substring(0, 4) : adm1, adm2, lat, lon, precision);
        }
    }

    /** Figures set by hand; a figure left out is held to be unknown. */
    record FiguresRequest(
            @Valid EstimateRequest killed,
            @Valid EstimateRequest injured,
            @Valid EstimateRequest detained,
            @NotBlank String reason) {}

    /** A grade given by hand. */
    record GradeRequest(@NotNull Grade value, @NotBlank String reason) {}

    /**
     * What one source said.
     *
     * @param relayOf the source it passes on; null when it reports first hand
     */
    record ReportRequest(
            @NotBlank String source,
            String relayOf,
            String statedSource,
            @Size(max = 2000) @Pattern(regexp = WEB_ADDRESS) String url,
            @Size(max = 2000) @Pattern(regexp = WEB_ADDRESS) String archiveUrl,
            LocalDate publishedOn,
            @Valid EstimateRequest killed,
            @Valid EstimateRequest injured,
            @Valid EstimateRequest detained) {

        Report report() {
            return new Report(
                    source,
                    relayOf,
                    text(statedSource),
                    url,
                    archiveUrl,
                    publishedOn,
                    new Figures(estimate(killed), estimate(injured), estimate(detained)),
                    false);
        }
    }

    IncidentDraft draft() {
        return new IncidentDraft(
                0, source, reference, incident(), status, sensitivity, revisionReason, text(revisionNote));
    }

    private Incident incident() {
        LocalDate to = occurredTo == null ? occurredFrom : occurredTo;
        return new Incident(
                ceasefire,
                type,
                new Occurrence(
                        occurredFrom,
                        to,
                        localTime,
                        datePrecision == null ? Occurrence.precisionOf(occurredFrom, to) : datePrecision),
                place == null ? Place.UNKNOWN : place.place(),
                text(allegedPerpetrator),
                responsibility == null ? Responsibility.UNCLAIMED : responsibility,
                figures == null
                        ? Figures.NONE
                        : new Figures(estimate(figures.killed), estimate(figures.injured), estimate(figures.detained)),
                figures == null ? null : figures.reason,
                estimate(childrenKilled),
                estimate(womenKilled),
                estimate(structuresDestroyed),
                grade == null ? null : grade.value,
                grade == null ? null : grade.reason,
                text(descriptionEn),
                text(descriptionAr),
                text(licence),
                reports.stream().map(ReportRequest::report).toList());
    }

    private static Estimate estimate(EstimateRequest request) {
        return request == null ? null : request.estimate();
    }

    private static String text(String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }
}
