package org.humdash.humanitarian.headline;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.humdash.humanitarian.headline.Population.PopulationView;
import org.humdash.humanitarian.indicator.IndicatorKind;
import org.humdash.humanitarian.indicator.IndicatorSummary;
import org.humdash.humanitarian.observation.Freshness;
import org.humdash.humanitarian.observation.StandingClaim;
import org.humdash.vocabulary.text.BilingualText;

/**
 * All that stands for an indicator in an area, and which one is shown first.
 *
 * @param area a P-code
 * @param headline the id of the claim shown first; null when none is about the whole
 * @param reason why that one
 * @param freshness of the claim shown first; null where no update is due
 * @param policy the order of sources that the choice was made by
 * @param population the claim that figures per 1,000 people were computed against; null where there is none
 * @param claims of every originator, definition, part and hazard those with the newest validity, newest first
 */
record IndicatorHeadline(
        String area,
        IndicatorView indicator,
        UUID headline,
        BilingualText reason,
        Freshness freshness,
        AppliedPolicy policy,
        PopulationView population,
        List<HeadlineClaim> claims) {

    /** The indicator as far as a reader of its figures needs it. */
    record IndicatorView(
            String code, BilingualText name, String unit, IndicatorKind kind, Integer expectedIntervalDays) {

        static IndicatorView of(IndicatorSummary indicator) {
            return new IndicatorView(
                    indicator.code(),
                    indicator.name(),
                    indicator.unit(),
                    indicator.kind(),
                    indicator.expectedIntervalDays());
        }
    }

    /**
     * The policy as it was known then.
     *
     * @param note why the order was set so; null for the order that the indicator came with
     * @param revision of the policy at {@code /api/v1/headline-policies}; null for the order that the indicator came with
     */
    record AppliedPolicy(List<String> sourcePriority, BilingualText note, Integer revision) {

        static AppliedPolicy of(PolicyResponse policy) {
            return new AppliedPolicy(
                    policy.sourcePriority(),
                    policy.note(),
                    policy.revision() == null ? null : policy.revision().number());
        }
    }

    /**
     * @param claims in the order they are shown in
     * @param population of the area; null where nobody stated one
     */
    static IndicatorHeadline of(
            String area,
            IndicatorSummary indicator,
            PolicyResponse policy,
            List<StandingClaim> claims,
            Population population) {
        Population divisor = Population.divides(indicator) ? population : null;
        Optional<Chosen> chosen = Chosen.of(claims, policy.sourcePriority());
        return new IndicatorHeadline(
                area,
                IndicatorView.of(indicator),
                chosen.map(choice -> choice.claim().shown().id()).orElse(null),
                chosen.map(Chosen::reason).orElseGet(HeadlineReason::noneIsAboutAll),
                chosen.map(choice -> choice.claim().shown().freshness()).orElse(null),
                AppliedPolicy.of(policy),
                divisor == null ? null : divisor.population(),
                claims.stream().map(claim -> HeadlineClaim.of(claim, divisor)).toList());
    }
}
