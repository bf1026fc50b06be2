package org.humdash.humanitarian.headline;

import java.time.LocalDate;
import org.humdash.humanitarian.observation.ObservationResponse;

/** What figures that are added up must have in common. */
record SumTerms(String originator, String definition, String hazard, LocalDate validFrom, LocalDate validTo) {

    static SumTerms of(ObservationResponse claim) {
        return new SumTerms(
                claim.originator().code(),
                claim.definition().code(),
                claim.hazard(),
                claim.validFrom(),
                claim.validTo());
    }

    /** The period as it is written. */
    String period() {
        return validFrom + "/" + validTo;
    }
}
