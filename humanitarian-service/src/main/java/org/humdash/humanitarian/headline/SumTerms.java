package org.humdash.humanitarian.headline;

import java.time.LocalDate;
import org.humdash.humanitarian.observation.ObservationResponse;
import org.humdash.humanitarian.observation.StandingClaim;

/**
 * What figures that are added up must have in common, as it is recorded: two figures about hazards that the reader may not
 * know of are not about one thing for being shown without a hazard.
 *
 * @param hazard null when it is about none; never shown
 * @param shownHazard null also when the hazard may not be named
 */
record SumTerms(
        String originator,
        String definition,
        String hazard,
        String shownHazard,
        LocalDate validFrom,
        LocalDate validTo) {

    static SumTerms of(StandingClaim claim) {
        ObservationResponse shown = claim.shown();
        return new SumTerms(
                shown.originator().code(),
                shown.definition().code(),
                claim.hazard(),
                shown.hazard(),
                shown.validFrom(),
                shown.validTo());
    }

    /** The period as it is written. */
    String period() {
        return validFrom + "/" + validTo;
    }
}
