package org.humdash.incident.reconciliation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.estimate.Trilean;

/**
 * A claimed figure beside the documented one.
 *
 * <p>Both numbers come from the lower bound of the claim, which is what it commits itself to; a claim that states none
 * ("about 700", "at most 5") has neither.
 */
record Comparison(Estimate claimed, Estimate documented) {

    private static final int SHARE_DECIMALS = 4;

    /** C.lower − documented: what is claimed and not documented, negative where more is documented than claimed. */
    Optional<Bounds> gap() {
        return Optional.ofNullable(claimed.lower())
                .map(lower -> new Bounds(
                        map(documented.upper(), lower::subtract),
                        map(documented.best(), lower::subtract),
                        map(documented.lower(), lower::subtract)));
    }

    /** documented ÷ C.lower, to four decimals; empty where C.lower is 0. */
    Optional<Bounds> coverage() {
        return Optional.ofNullable(claimed.lower())
                .filter(lower -> lower.signum() > 0)
                .map(lower -> new Bounds(
                        map(documented.lower(), number -> share(number, lower)),
                        map(documented.best(), number -> share(number, lower)),
                        map(documented.upper(), number -> share(number, lower))));
    }

    /**
     * Whether more is documented than was claimed: than C.lower or, where the claim states only an upper bound, than that.
     * It is POSSIBLE when only the stated upper bound of what is documented reaches above; a bound left open says nothing.
     */
    Optional<Certainty> documentedAboveClaimed() {
        if (claimed.lower() == null) {
            return documented.isMoreThan(claimed) == Trilean.TRUE ? Optional.of(Certainty.CERTAIN) : Optional.empty();
        }
        if (documented.lower().compareTo(claimed.lower()) > 0) {
            return Optional.of(Certainty.CERTAIN);
        }
        boolean mayBe = documented.upper() != null && documented.upper().compareTo(claimed.lower()) > 0;
        return mayBe ? Optional.of(Certainty.POSSIBLE) : Optional.empty();
    }

    private static BigDecimal share(BigDecimal number, BigDecimal of) {
        return number.divide(of, SHARE_DECIMALS, RoundingMode.HALF_UP);
    }

    private static BigDecimal map(BigDecimal number, UnaryOperator<BigDecimal> function) {
        return number == null ? null : function.apply(number);
    }
}
