package org.humdash.vocabulary.estimate;

import java.math.BigDecimal;
import org.humdash.vocabulary.text.BilingualText;
import org.humdash.vocabulary.text.Language;

/**
 * An estimate as it is shown to readers and programs.
 *
 * @param lowerInclusive null where there is no lower bound
 * @param upperInclusive null where there is no upper bound
 * @param text as {@link EstimateText} prints it
 */
public record EstimateView(
        Qualifier qualifier,
        BigDecimal lower,
        Boolean lowerInclusive,
        BigDecimal best,
        BigDecimal upper,
        Boolean upperInclusive,
        BilingualText text) {

    public static EstimateView of(Estimate estimate) {
        return of(estimate, "");
    }

    /** @param unit printed after the numbers, such as {@code %}; may be null or empty */
    public static EstimateView of(Estimate estimate, String unit) {
        return new EstimateView(
                estimate.qualifier(),
                estimate.lower(),
                estimate.lower() == null ? null : estimate.lowerInclusive(),
                estimate.best(),
                estimate.upper(),
                estimate.upper() == null ? null : estimate.upperInclusive(),
                new BilingualText(
                        EstimateText.print(estimate, Language.EN, unit),
                        EstimateText.print(estimate, Language.AR, unit)));
    }
}
