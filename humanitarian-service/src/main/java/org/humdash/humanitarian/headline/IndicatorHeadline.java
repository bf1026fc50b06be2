package org.humdash.humanitarian.headline;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.humdash.humanitarian.headline.HeadlinePolicy.Candidate;
import org.humdash.humanitarian.headline.HeadlinePolicy.Choice;
import org.humdash.humanitarian.indicator.IndicatorKind;
import org.humdash.humanitarian.indicator.IndicatorSummary;
import org.humdash.humanitarian.observation.Freshness;
import org.humdash.humanitarian.observation.ObservationResponse;
import org.humdash.vocabulary.text.BilingualText;

/**
 * All that stands for an indicator in an area, and which one is shown first.
 *
 * @param headline the id of the claim shown first; null when none is about the whole
 * @param reason why that one
 * @param freshness of the claim shown first; null where no update is due
 * @param claims of every originator, definition, part and hazard those with the newest validity, newest first
 */
record IndicatorHeadline(
        IndicatorView indicator,
        UUID headline,
        BilingualText reason,
        Freshness freshness,
        List<ObservationResponse> claims) {

    /** The indicator as far as a reader of its figures needs it. */
    record IndicatorView(
            String code, BilingualText name, String unit, IndicatorKind kind, Integer expectedIntervalDays) {}

    static IndicatorHeadline of(IndicatorSummary indicator, List<ObservationResponse> claims) {
        IndicatorView view = new IndicatorView(
                indicator.code(),
                indicator.name(),
                indicator.unit(),
                indicator.kind(),
                indicator.expectedIntervalDays());
        List<Candidate> candidates =
                claims.stream().map(IndicatorHeadline::candidate).toList();
        Optional<Choice> choice = new HeadlinePolicy(indicator.sourcePriority()).choose(candidates);
        if (choice.isEmpty()) {
            return new IndicatorHeadline(view, null, HeadlineReason.noneIsAboutAll(), null, claims);
        }
        UUID chosen = choice.get().claim().id();
        ObservationResponse headline = claims.stream()
                .filter(claim -> claim.id().equals(chosen))
                .findFirst()
                .orElseThrow();
        return new IndicatorHeadline(
                view,
                chosen,
                HeadlineReason.of(choice.get(), headline.definition().code(), candidates),
                headline.freshness(),
                claims);
    }

    private static Candidate candidate(ObservationResponse claim) {
        return new Candidate(
                claim.id(),
                claim.originator().code(),
                claim.reference(),
                claim.definition().code().equals(claim.indicator()),
                claim.disaggregation() == null,
                claim.validTo(),
                claim.relayOf() != null,
                claim.publishedOn());
    }
}
