package org.humdash.vocabulary.estimate;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class EstimateRatioPropertyTest {

    @Property
    void theSharesOfTwoNumbersWithinTheBoundsAreWithinTheBoundsOfTheShare(
            @ForAll @LongRange(max = 1_000_000) long least,
            @ForAll @LongRange(min = 1, max = 1_000_000) long spread,
            @ForAll @LongRange(min = 1, max = 1_000_000) long leastWhole,
            @ForAll @LongRange(min = 1, max = 1_000_000) long spreadWhole,
            @ForAll @LongRange(max = 1_000_000) long at,
            @ForAll @LongRange(max = 1_000_000) long atWhole) {
        Estimate share = EstimateRatio.percent(
                        Estimate.range(least, least + spread), Estimate.range(leastWhole, leastWhole + spreadWhole))
                .orElseThrow();
        BigDecimal part = BigDecimal.valueOf(least + at % (spread + 1));
        BigDecimal whole = BigDecimal.valueOf(leastWhole + atWhole % (spreadWhole + 1));
        BigDecimal real = part.multiply(new BigDecimal(100)).divide(whole, MathContext.DECIMAL128);
        assertTrue(share.lower().compareTo(real) <= 0, share + " of " + real);
        assertTrue(share.upper().compareTo(real) >= 0, share + " of " + real);
    }

    @Property
    void anOpenPartNeverGetsAnUpperBound(
            @ForAll @LongRange(max = 1_000_000) long part, @ForAll @LongRange(min = 1, max = 1_000_000) long whole) {
        Estimate share = EstimateRatio.perThousand(Estimate.atLeast(part), Estimate.exact(whole))
                .orElseThrow();
        assertTrue(share.isOpenAbove());
        assertFalse(share.isOpenBelow());
    }
}
