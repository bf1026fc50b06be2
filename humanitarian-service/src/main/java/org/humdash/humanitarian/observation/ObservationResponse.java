package org.humdash.humanitarian.observation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.humdash.humanitarian.indicator.DefinitionView;
import org.humdash.humanitarian.indicator.IndicatorSummary;
import org.humdash.humanitarian.source.SourceSummary;
import org.humdash.kit.revision.RevisionResponse;
import org.humdash.vocabulary.access.Sensitivity;
import org.humdash.vocabulary.estimate.EstimateView;

/**
 * An observation: what a source stated of an indicator in an area, about a period.
 *
 * @param definition what exactly is counted; figures of different definitions are never put in one series
 * @param disaggregation the part that the figure is limited to; null when it is about all
 * @param hazard the code of the hazard the figure is about; null too when that hazard may not be seen
 * @param publisher who passed the statement on; null when the originator published it
 * @param relayOf the observation this one passes on; null also when that one may not be seen
 * @param ageDays days from {@code validTo} to the as-of day
 * @param ageAtPublicationDays how old the figure was when it was published
 * @param nil true when the source reported that there was nothing; left out for a figure
 * @param freshness STALE when {@code ageDays} is above the indicator's expected interval; null where no update is due
 */
public record ObservationResponse(
        UUID id,
        String reference,
        String indicator,
        String area,
        EstimateView estimate,
        String unit,
        DefinitionView definition,
        Disaggregation disaggregation,
        String hazard,
        SourceSummary originator,
        SourceSummary publisher,
        UUID relayOf,
        LocalDate validFrom,
        LocalDate validTo,
        LocalDate publishedOn,
        long ageDays,
        Long ageAtPublicationDays,
        Freshness freshness,
        String url,
        String archiveUrl,
        String text,
        String language,
        String note,
        Sensitivity sensitivity,
        @JsonInclude(Include.NON_NULL) Boolean nil,
        RevisionResponse revision) {

    static ObservationResponse of(Observation observation, ObservationContext context) {
        IndicatorSummary indicator = context.indicators().get(observation.indicator);
        long ageDays = ChronoUnit.DAYS.between(observation.validTo, context.asOf());
        return new ObservationResponse(
                observation.id,
                observation.reference,
                observation.indicator,
                observation.area,
                EstimateView.of(observation.estimate.estimate(), indicator.unitSuffix()),
                indicator.unit(),
                indicator
                        .definition(observation.definition, observation.validTo)
                        .orElseThrow(),
                observation.disaggregation(),
                context.hazard(observation),
                context.sources().get(observation.originator),
                observation.publisher == null ? null : context.sources().get(observation.publisher),
                context.relayOf(observation),
                observation.validFrom,
                observation.validTo,
                observation.publishedOn,
                ageDays,
                observation.publishedOn == null
                        ? null
                        : ChronoUnit.DAYS.between(observation.validTo, observation.publishedOn),
                Freshness.of(ageDays, indicator.expectedIntervalDays()),
                observation.url,
                observation.archiveUrl,
                observation.verbatim,
                observation.language,
                observation.note,
                observation.sensitivity,
                observation.report == ReportKind.NIL ? true : null,
                observation.revision().asKnownAt(context.scope().knownAt()));
    }
}
