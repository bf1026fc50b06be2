package org.humdash.humanitarian.commitment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.humdash.humanitarian.commitment.Comparison.What;
import org.humdash.humanitarian.commitment.Compliance.Basis;
import org.humdash.humanitarian.commitment.Compliance.Way;
import org.humdash.humanitarian.indicator.IndicatorSummary;
import org.humdash.humanitarian.observation.ObservationResponse;
import org.humdash.humanitarian.observation.RelayLink;
import org.humdash.humanitarian.observation.StandingClaim;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.estimate.EstimateRatio;
import org.humdash.vocabulary.estimate.EstimateView;
import org.humdash.vocabulary.text.BilingualText;
import org.humdash.vocabulary.time.DayCount;

/**
 * What one source states came of a commitment.
 *
 * @param claim the figure, with its source, period and definition
 * @param relayChain what it passes on
 * @param used the way of counting days that is compared with what was stated
 * @param basis why that one
 * @param ways by each convention
 * @param statedExpected what the same source says should have arrived in the same period; null if it does not
 * @param statedPercent the share that it states for the same period; null if it does not
 * @param comparisons what it states beside the same recomputed
 * @param note where the figure's period is not the commitment's; null where they begin and end together
 */
record SheetLine(
        ObservationResponse claim,
        List<RelayLink> relayChain,
        WayView used,
        Basis basis,
        List<WayView> ways,
        ObservationResponse statedExpected,
        ObservationResponse statedPercent,
        List<Comparison> comparisons,
        BilingualText note) {

    /**
     * @param dayCount null where no days are counted
     * @param days null where no days are counted
     * @param expected per day × days
     * @param percent delivered ÷ expected, recomputed; null where the two do not say enough
     */
    record WayView(DayCount dayCount, Integer days, BigDecimal expected, EstimateView percent) {

        static WayView of(Way way) {
            return new WayView(
                    way.dayCount(),
                    way.days(),
                    way.expected(),
                    way.percent() == null ? null : EstimateView.of(way.percent(), "%"));
        }
    }

    static SheetLine of(
            Promise promise,
            IndicatorSummary indicator,
            StandingClaim claim,
            Optional<StandingClaim> expected,
            Optional<StandingClaim> percent) {
        ObservationResponse shown = claim.shown();
        Optional<Estimate> statedExpected = expected.map(StandingClaim::estimate);
        Compliance compliance = Compliance.of(
                promise, indicator.kind(), claim.estimate(), shown.validFrom(), shown.validTo(), statedExpected);
        return new SheetLine(
                shown,
                claim.relayChain(),
                WayView.of(compliance.used()),
                compliance.basis(),
                compliance.ways().stream().map(WayView::of).toList(),
                expected.map(StandingClaim::shown).orElse(null),
                percent.map(StandingClaim::shown).orElse(null),
                comparisons(claim.estimate(), compliance.used(), statedExpected, percent.map(StandingClaim::estimate)),
                note(promise, shown));
    }

    private static List<Comparison> comparisons(
            Estimate delivered, Way used, Optional<Estimate> expected, Optional<Estimate> percent) {
        List<Comparison> comparisons = new ArrayList<>();
        expected.ifPresent(
                stated -> comparisons.add(Comparison.of(What.EXPECTED, stated, Estimate.exact(used.expected()))));
        percent.ifPresent(stated -> {
            if (used.percent() != null) {
                comparisons.add(Comparison.of(What.PERCENT, stated, used.percent()));
            }
            expected.flatMap(whole -> EstimateRatio.percent(delivered, whole))
                    .ifPresent(share -> comparisons.add(Comparison.of(What.PERCENT_OF_STATED_EXPECTED, stated, share)));
        });
        return comparisons;
    }

    private static BilingualText note(Promise promise, ObservationResponse shown) {
        boolean beginsBefore = shown.validFrom().isBefore(promise.from());
        boolean endsAfter = promise.to() != null && shown.validTo().isAfter(promise.to());
        if (!beginsBefore && !endsAfter) {
            return null;
        }
        return new BilingualText(
                "The figure is about " + shown.validFrom() + " to " + shown.validTo()
                        + ", which is more than the days of the" + " commitment; only those are counted.",
                "الرقم عن الفترة من " + shown.validFrom() + " إلى " + shown.validTo()
                        + "، وهي أطول من أيام الالتزام؛ ولا تُحسب إلا أيامه.");
    }
}
