package org.humdash.vocabulary.estimate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Estimates of every kind, and what could be true behind them. */
final class EstimateArbitraries {

    /** An estimate and one value that it does not rule out. */
    record Witness(Estimate estimate, BigDecimal truth) {}

    private static final BigDecimal ANY_WIDTH = new BigDecimal(1000);

    private EstimateArbitraries() {}

    static Arbitrary<Estimate> stated() {
        return Arbitraries.oneOf(
                numbers().map(Estimate::exact),
                numbers().map(Estimate::atLeast),
                numbers().map(Estimate::moreThan),
                aboveZero().map(Estimate::atMost),
                aboveZero().map(Estimate::fewerThan),
                numbers().map(Estimate::approximately),
                Combinators.combine(numbers(), aboveZero())
                        .as((lower, width) -> Estimate.range(lower, lower.add(width))),
                Combinators.combine(numbers(), numbers(), aboveZero())
                        .as((lower, toBest, fromBest) -> Estimate.range(
                                lower, lower.add(toBest), lower.add(toBest).add(fromBest))),
                Arbitraries.integers().between(1, 12).map(Estimate::order),
                Arbitraries.integers().between(1, 12).map(exponent -> {
                    Estimate order = Estimate.order(exponent);
                    return Estimate.range(order.lower(), order.upper());
                }));
    }

    /** Stated ones and sums of them. */
    static Arbitrary<Estimate> any() {
        return stated().list().ofMinSize(1).ofMaxSize(3).map(Estimate::sum);
    }

    static Arbitrary<Witness> witnesses() {
        return Combinators.combine(
                        any(), Arbitraries.of("0", "0.25", "0.5", "1").map(BigDecimal::new))
                .as((estimate, share) -> new Witness(estimate, truth(estimate, share)));
    }

    /** Small whole numbers often, so that bounds coincide. */
    private static Arbitrary<BigDecimal> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, 12).map(BigDecimal::valueOf),
                Arbitraries.bigDecimals()
                        .between(BigDecimal.ZERO, new BigDecimal("1000000000"))
                        .ofScale(3)
                        .map(n -> n.setScale(3, RoundingMode.DOWN)));
    }

    private static Arbitrary<BigDecimal> aboveZero() {
        return numbers().filter(n -> n.signum() > 0);
    }

    private static BigDecimal truth(Estimate estimate, BigDecimal share) {
        BigDecimal lower = estimate.lower() == null ? BigDecimal.ZERO : estimate.lower();
        BigDecimal upper = estimate.upper() == null ? lower.add(ANY_WIDTH) : estimate.upper();
        boolean isExcluded = (share.signum() == 0 && !estimate.lowerInclusive())
                || (share.compareTo(BigDecimal.ONE) == 0 && !estimate.upperInclusive());
        BigDecimal width = upper.subtract(lower);
        return lower.add(width.multiply(isExcluded ? new BigDecimal("0.5") : share));
    }
}
