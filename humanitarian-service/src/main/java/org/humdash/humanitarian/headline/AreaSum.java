package org.humdash.humanitarian.headline;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.humdash.humanitarian.headline.IndicatorHeadline.IndicatorView;
import org.humdash.humanitarian.headline.Population.PopulationView;
import org.humdash.humanitarian.indicator.DefinitionView;
import org.humdash.humanitarian.observation.ObservationResponse;
import org.humdash.humanitarian.source.SourceSummary;
import org.humdash.vocabulary.estimate.EstimateView;
import org.humdash.vocabulary.text.BilingualText;

/**
 * The figures of the areas inside an area, of one originator, definition, hazard and period, and their sum.
 *
 * @param originator null where no area inside has a figure, as are the other things they have in common
 * @param sum of {@code areas}; null where there are none: missing is not zero
 * @param complete whether every area inside has a figure
 * @param reason what the sum stands for, in words
 * @param population the claim that {@code perThousand} was computed against
 * @param perThousand the sum for each 1,000 people; null where it is not complete and where no population is stated
 * @param areas what was added
 * @param missing the areas inside without a figure
 * @param stated what the same originator states for the area as a whole, by the same definition for the same period; null
 *     where it does not
 * @param residual the number of {@code stated} minus that of the sum; null unless both are one number and the sum is
 *     complete. It is shown and not repaired.
 */
record AreaSum(
        String area,
        IndicatorView indicator,
        LocalDate asOf,
        Instant knownAt,
        SourceSummary originator,
        DefinitionView definition,
        String hazard,
        LocalDate validFrom,
        LocalDate validTo,
        EstimateView sum,
        boolean complete,
        BilingualText reason,
        PopulationView population,
        EstimateView perThousand,
        List<AreaFigure> areas,
        List<NamedArea> missing,
        ObservationResponse stated,
        BigDecimal residual) {

    record NamedArea(String area, BilingualText name) {}

    record AreaFigure(String area, BilingualText name, ObservationResponse claim) {}
}
