package org.humdash.humanitarian.commitment;

import java.math.BigDecimal;
import java.util.Optional;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.estimate.EstimateView;
import org.humdash.vocabulary.text.BilingualText;

/**
 * A number that a source states beside the same one recomputed. Which of the two holds is not said, and neither is changed.
 *
 * @param stated as the source has it
 * @param difference stated − recomputed, in the unit of both; null unless both are one number
 * @param text the two in words
 */
record Comparison(What what, EstimateView stated, EstimateView recomputed, BigDecimal difference, BilingualText text) {

    enum What {
        /** What should have arrived, against the promise times the days. */
        EXPECTED("expected", "المفترض", ""),
        /** The share, against what arrived of the promise times the days. */
        PERCENT("share of what was promised", "النسبة مما وُعد به", "%"),
        /** The share, against what arrived of what the source itself says should have. */
        PERCENT_OF_STATED_EXPECTED("share of what the source expected", "النسبة مما افترضه المصدر", "%");

        private final String en;
        private final String ar;
        private final String unit;

        What(String en, String ar, String unit) {
            this.en = en;
            this.ar = ar;
            this.unit = unit;
        }
    }

    static Comparison of(What what, Estimate stated, Estimate recomputed) {
        EstimateView statedView = EstimateView.of(stated, what.unit);
        EstimateView recomputedView = EstimateView.of(recomputed, what.unit);
        Optional<BigDecimal> difference =
                stated.stated().flatMap(one -> recomputed.stated().map(one::subtract));
        return new Comparison(
                what,
                statedView,
                recomputedView,
                difference.map(CommitmentRequest::plain).orElse(null),
                new BilingualText(
                        capital(what.en) + ": stated " + statedView.text().en() + ", recomputed "
                                + recomputedView.text().en() + ".",
                        what.ar + ": المعلن " + statedView.text().ar() + "، والمحسوب "
                                + recomputedView.text().ar() + "."));
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
