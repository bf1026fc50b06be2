package org.humdash.incident.incident;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.humdash.incident.source.SourceSummary;
import org.humdash.incident.violation.ViolationType;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.RevisionResponse;
import org.humdash.vocabulary.access.Clearance;
import org.humdash.vocabulary.access.Sensitivity;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.estimate.EstimateView;
import org.humdash.vocabulary.text.BilingualText;

/**
 * An alleged incident, to the caller's clearance.
 *
 * @param source the provider whose record it is
 * @param figures the figures that count; derived from the reports unless {@code reason} says why not
 * @param duplicateOf the incident this one turned out to be; null also when that one is not for the reader
 */
public record IncidentResponse(
        UUID id,
        SourceSummary source,
        String reference,
        String ceasefire,
        ViolationType type,
        BilingualText typeName,
        LocalDate occurredFrom,
        LocalDate occurredTo,

        @Schema(
                implementation = String.class,
                format = "time",
                description = "Wall clock, such as half past two as 14:30")
        LocalTime localTime,

        int datePrecision,
        ShownPlace place,
        String allegedPerpetrator,
        Responsibility responsibility,
        ShownFigures figures,
        EstimateView childrenKilled,
        EstimateView womenKilled,
        EstimateView structuresDestroyed,
        ShownGrade grade,
        String descriptionEn,
        String descriptionAr,
        UUID duplicateOf,
        IncidentStatus status,
        Sensitivity sensitivity,
        String licence,
        List<ShownReport> reports,
        RevisionResponse revision,
        String revisionNote,
        String recordedBy) {

    /** @param reason why they are set by hand; null when they are derived from the reports */
    record ShownFigures(EstimateView killed, EstimateView injured, EstimateView detained, String reason) {}

    /** @param reason why it is given by hand; null when it is derived */
    record ShownGrade(Grade value, BilingualText label, String reason) {}

    /**
     * What one source said.
     *
     * @param relayOf the source it passes on; null when it reports first hand
     * @param statedSource the provider's own words for its source
     */
    record ShownReport(
            SourceSummary source,
            SourceSummary relayOf,
            String statedSource,
            String url,
            String archiveUrl,
            LocalDate publishedOn,
            EstimateView killed,
            EstimateView injured,
            EstimateView detained) {}

    /**
     * Who wrote a revision and in which words is for staff.
     *
     * @param survivors the incidents that a duplicate may name: those the reader may see
     */
    static IncidentResponse of(
            IncidentRevision revision, Map<String, SourceSummary> sources, Set<UUID> survivors, ReadScope scope) {
        Incident incident = revision.incident();
        boolean isStaff = scope.clearance() == Clearance.STAFF;
        return new IncidentResponse(
                revision.id(),
                sources.get(revision.source()),
                revision.reference(),
                incident.ceasefire(),
                incident.type(),
                incident.type().label(),
                incident.occurrence().from(),
                incident.occurrence().to(),
                incident.occurrence().localTime(),
                incident.occurrence().precision(),
                ShownPlace.of(incident.place(), scope.clearance()),
                incident.allegedPerpetrator(),
                incident.responsibility(),
                new ShownFigures(
                        view(incident.figures().killed()),
                        view(incident.figures().injured()),
                        view(incident.figures().detained()),
                        incident.estimateReason()),
                view(incident.childrenKilled()),
                view(incident.womenKilled()),
                view(incident.structuresDestroyed()),
                new ShownGrade(incident.grade(), incident.grade().label(), incident.gradeReason()),
                incident.descriptionEn(),
                incident.descriptionAr(),
                revision.duplicateOf() != null && survivors.contains(revision.duplicateOf())
                        ? revision.duplicateOf()
                        : null,
                revision.status(),
                revision.sensitivity(),
                incident.licence(),
                incident.reports().stream()
                        .map(report -> shown(report, sources))
                        .toList(),
                revision.revision(scope.knownAt()),
                isStaff ? revision.note() : null,
                isStaff ? revision.recordedBy() : null);
    }

    private static ShownReport shown(Report report, Map<String, SourceSummary> sources) {
        return new ShownReport(
                sources.get(report.source()),
                report.relayOf() == null ? null : sources.get(report.relayOf()),
                report.statedSource(),
                report.url(),
                report.archiveUrl(),
                report.publishedOn(),
                view(report.figures().killed()),
                view(report.figures().injured()),
                view(report.figures().detained()));
    }

    private static EstimateView view(Estimate estimate) {
        return estimate == null ? null : EstimateView.of(estimate);
    }
}
