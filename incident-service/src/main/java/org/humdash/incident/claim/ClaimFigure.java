package org.humdash.incident.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.humdash.incident.violation.ViolationType;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.RevisionResponse;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.time.DayCount;

/**
 * A claim as other features need it.
 *
 * @param parts the shares its source gave to types of violation; empty where it gave none
 * @param residual total minus the sum of the parts; null where there is no breakdown
 * @param publisher code of the source that passed it on; null when the originator published it
 * @param relayOf the claim it passes on; null when it is the first, or when that claim is not for the reader
 */
public record ClaimFigure(
        UUID id,
        String reference,
        ClaimSeries series,
        Estimate estimate,
        Map<ViolationType, Estimate> parts,
        BigDecimal residual,
        String publisher,
        UUID relayOf,
        LocalDate validTo,
        Integer statedDays,
        DayCount dayCount,
        LocalDate publishedOn,
        RevisionResponse revision) {

    static ClaimFigure of(ViolationClaim claim, UUID relayOf, ReadScope scope) {
        Breakdown breakdown = claim.breakdown();
        return new ClaimFigure(
                claim.id,
                claim.reference,
                new ClaimSeries(claim.ceasefire, claim.area, claim.measure, claim.originator, claim.validFrom),
                breakdown.total(),
                breakdown.parts(),
                breakdown.residual().orElse(null),
                claim.publisher,
                relayOf,
                claim.validTo,
                claim.statedDays,
                claim.dayCount,
                claim.publishedOn,
                claim.revision().asKnownAt(scope.knownAt()));
    }
}
