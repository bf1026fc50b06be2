package org.humdash.humanitarian.headline;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.humdash.humanitarian.observation.ObservationResponse;
import org.humdash.humanitarian.observation.RelayLink;
import org.humdash.humanitarian.observation.StandingClaim;
import org.humdash.vocabulary.estimate.EstimateView;

/**
 * One of the figures that stand side by side.
 *
 * @param relayChain what it passes on, the nearest first and the statement itself last; empty for a statement
 * @param perThousand the figure for each 1,000 people; null where no population is stated, for a share or an average, for a
 *     part, and where the two figures leave all bounds open
 */
record HeadlineClaim(
        @JsonUnwrapped ObservationResponse observation, List<RelayLink> relayChain, EstimateView perThousand) {

    /** @param population null where there is none, or none that the figure can be divided by */
    static HeadlineClaim of(StandingClaim claim, Population population) {
        return new HeadlineClaim(
                claim.shown(),
                claim.relayChain(),
                population == null || !claim.isAboutAll() ? null : population.perThousand(claim.estimate()));
    }
}
