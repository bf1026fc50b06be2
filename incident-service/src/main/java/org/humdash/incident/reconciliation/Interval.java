package org.humdash.incident.reconciliation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.humdash.incident.claim.ClaimStatement;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.estimate.Qualifier;

/** Two consecutive statements of one series, the later one for a later day. */
record Interval(ClaimStatement earlier, ClaimStatement later) {

    private static final int RATE_DECIMALS = 2;

    /** Calendar days between the two, the same in every counting convention. */
    long days() {
        return ChronoUnit.DAYS.between(earlier.validTo(), later.validTo());
    }

    /** C2.lower − C1.lower, negative where the later figure is lower; empty where one states no lower bound. */
    Optional<BigDecimal> increase() {
        BigDecimal before = earlier.estimate().lower();
        BigDecimal after = later.estimate().lower();
        return before == null || after == null ? Optional.empty() : Optional.of(after.subtract(before));
    }

    /**
     * (C2.lower − C1.lower) ÷ days, to two decimals. It is exact only between two plain numbers: the difference of two lower
     * bounds bounds nothing. A figure that falls was corrected and has no rate.
     */
    Optional<Estimate> perDay() {
        return increase().filter(increase -> increase.signum() >= 0).map(increase -> {
            BigDecimal rate = increase.divide(BigDecimal.valueOf(days()), RATE_DECIMALS, RoundingMode.HALF_UP);
            return isExact(earlier) && isExact(later) ? Estimate.exact(rate) : Estimate.approximately(rate);
        });
    }

    private static boolean isExact(ClaimStatement statement) {
        return statement.estimate().qualifier() == Qualifier.EXACT;
    }
}
