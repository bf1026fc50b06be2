package org.humdash.humanitarian.observation;

import java.util.List;
import org.humdash.vocabulary.estimate.Estimate;

/**
 * A figure that stands on an as-of day.
 *
 * @param shown the observation as its reader may see it
 * @param estimate for computing with it
 * @param hazard the hazard it is about as it is recorded, also where {@code shown} may not name it: for telling figures
 *     apart, and never for showing; null when it is about none
 * @param relayChain what it passes on, the nearest first and the statement itself last; empty for a statement. It ends
 *     where the reader may see no further.
 */
public record StandingClaim(ObservationResponse shown, Estimate estimate, String hazard, List<RelayLink> relayChain) {

    public StandingClaim {
        relayChain = List.copyOf(relayChain);
    }

    /** Whether it is about all, and not about a part such as children. */
    public boolean isAboutAll() {
        return shown.disaggregation() == null;
    }
}
