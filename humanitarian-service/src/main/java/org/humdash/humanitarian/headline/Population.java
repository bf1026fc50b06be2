package org.humdash.humanitarian.headline;

import java.time.LocalDate;
import java.util.UUID;
import org.humdash.humanitarian.indicator.DefinitionView;
import org.humdash.humanitarian.indicator.IndicatorKind;
import org.humdash.humanitarian.indicator.IndicatorSummary;
import org.humdash.humanitarian.observation.StandingClaim;
import org.humdash.humanitarian.source.SourceSummary;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.estimate.EstimateRatio;
import org.humdash.vocabulary.estimate.EstimateView;

/**
 * How many people live in an area, as one source states it: the headline of the indicator {@link #INDICATOR}. A figure per
 * 1,000 people names it, for another statement would give another figure.
 *
 * @param population the claim as readers see it
 * @param estimate for computing with it
 */
public record Population(PopulationView population, Estimate estimate) {

    /** The code of the indicator whose figures are populations. */
    public static final String INDICATOR = "POPULATION";

    /**
     * The claim that figures per 1,000 people were computed against.
     *
     * @param id of the observation
     */
    public record PopulationView(
            UUID id,
            String reference,
            String area,
            SourceSummary originator,
            EstimateView estimate,
            DefinitionView definition,
            LocalDate validTo,
            LocalDate publishedOn,
            long ageDays) {}

    static Population of(StandingClaim claim) {
        return new Population(
                new PopulationView(
                        claim.shown().id(),
                        claim.shown().reference(),
                        claim.shown().area(),
                        claim.shown().originator(),
                        claim.shown().estimate(),
                        claim.shown().definition(),
                        claim.shown().validTo(),
                        claim.shown().publishedOn(),
                        claim.shown().ageDays()),
                claim.estimate());
    }

    /** Whether figures of an indicator can be told per 1,000 people: a share or an average cannot. */
    public static boolean divides(IndicatorSummary indicator) {
        return indicator.kind() != IndicatorKind.RATIO && !indicator.code().equals(INDICATOR);
    }

    /**
     * The figure for each 1,000 people, with the bounds that both leave; null where the two do not say enough for any.
     *
     * @param figure a count in the same area
     */
    public EstimateView perThousand(Estimate figure) {
        return EstimateRatio.perThousand(figure, estimate).map(EstimateView::of).orElse(null);
    }
}
