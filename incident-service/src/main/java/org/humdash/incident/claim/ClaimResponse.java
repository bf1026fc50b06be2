package org.humdash.incident.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.humdash.incident.source.SourceSummary;
import org.humdash.incident.violation.ViolationType;
import org.humdash.kit.revision.RevisionResponse;
import org.humdash.vocabulary.access.Sensitivity;
import org.humdash.vocabulary.estimate.EstimateView;
import org.humdash.vocabulary.text.BilingualText;
import org.humdash.vocabulary.time.DayCount;
import org.humdash.vocabulary.time.DayCounts;

/**
 * A cumulative claim: what a source stated about a period.
 *
 * @param publisher who passed the statement on; null when the originator published it
 * @param relayOf the claim this one passes on; null also when that one is not for the reader
 * @param residual total minus the sum of the breakdown; null where there is no breakdown
 * @param dayCounts days from the ceasefire's effect to {@code validTo}, in each convention
 * @param statedDays the number of days the statement itself gave
 * @param dayCount the convention by which {@code statedDays} comes out
 * @param ageDays days from {@code validTo} to the as-of day
 * @param ageAtPublicationDays how old the figure was when it was published
 */
record ClaimResponse(
        UUID id,
        String reference,
        String ceasefire,
        String area,
        Measure measure,
        EstimateView estimate,
        List<Part> breakdown,
        BigDecimal residual,
        SourceSummary originator,
        SourceSummary publisher,
        UUID relayOf,
        LocalDate validFrom,
        LocalDate validTo,
        DayCounts dayCounts,
        Integer statedDays,
        DayCount dayCount,
        LocalDate publishedOn,
        long ageDays,
        Long ageAtPublicationDays,
        String url,
        String archiveUrl,
        String text,
        String language,
        String note,
        Sensitivity sensitivity,
        RevisionResponse revision) {

    /** The share of a total that the source gave to one type of violation. */
    record Part(ViolationType type, BilingualText name, EstimateView estimate) {}

    static ClaimResponse of(ViolationClaim claim, ClaimContext context) {
        Breakdown breakdown = claim.breakdown();
        return new ClaimResponse(
                claim.id,
                claim.reference,
                claim.ceasefire,
                claim.area,
                claim.measure,
                EstimateView.of(breakdown.total()),
                breakdown.parts().entrySet().stream()
                        .map(part -> new Part(part.getKey(), part.getKey().label(), EstimateView.of(part.getValue())))
                        .toList(),
                breakdown.residual().orElse(null),
                context.sources().get(claim.originator),
                claim.publisher == null ? null : context.sources().get(claim.publisher),
                context.relayOf(claim),
                claim.validFrom,
                claim.validTo,
                DayCounts.between(context.ceasefires().get(claim.ceasefire).effectiveOn(), claim.validTo),
                claim.statedDays,
                claim.dayCount,
                claim.publishedOn,
                ChronoUnit.DAYS.between(claim.validTo, context.scope().asOf()),
                claim.publishedOn == null ? null : ChronoUnit.DAYS.between(claim.validTo, claim.publishedOn),
                claim.url,
                claim.archiveUrl,
                claim.verbatim,
                claim.language,
                claim.note,
                claim.sensitivity,
                claim.revision().asKnownAt(context.scope().knownAt()));
    }
}
