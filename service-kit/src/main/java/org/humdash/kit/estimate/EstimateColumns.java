package org.humdash.kit.estimate;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.estimate.Qualifier;

/** An estimate as its columns hold it. */
@Embeddable
public class EstimateColumns {

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    public Qualifier qualifier;

    public BigDecimal lower;

    @Column(name = "lower_inclusive", nullable = false)
    public boolean lowerInclusive;

    public BigDecimal best;

    public BigDecimal upper;

    @Column(name = "upper_inclusive", nullable = false)
    public boolean upperInclusive;

    public Estimate estimate() {
        return new Estimate(lower, lowerInclusive, best, upper, upperInclusive, qualifier);
    }
}
