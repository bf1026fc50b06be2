package org.humdash.humanitarian.observation;

import java.time.LocalDate;
import java.util.UUID;
import org.humdash.humanitarian.indicator.IndicatorSummary;
import org.humdash.humanitarian.source.SourceSummary;
import org.humdash.vocabulary.estimate.EstimateView;

/**
 * One step back from a figure that was passed on, towards the statement itself.
 *
 * @param estimate as this one has it, which may differ from what was made of it
 */
public record RelayLink(
        UUID id,
        String reference,
        SourceSummary originator,
        SourceSummary publisher,
        EstimateView estimate,
        LocalDate validTo,
        LocalDate publishedOn,
        String url) {

    /** The indicator of what is passed on may be another one than was asked for. */
    static RelayLink of(Observation observation, ObservationContext context) {
        IndicatorSummary indicator = context.indicators().get(observation.indicator);
        return new RelayLink(
                observation.id,
                observation.reference,
                context.sources().get(observation.originator),
                observation.publisher == null ? null : context.sources().get(observation.publisher),
                EstimateView.of(observation.estimate.estimate(), indicator == null ? "" : indicator.unitSuffix()),
                observation.validTo,
                observation.publishedOn,
                observation.url);
    }
}
