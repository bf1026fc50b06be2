package org.humdash.humanitarian.commitment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.humdash.humanitarian.indicator.IndicatorKind;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.estimate.EstimateRatio;
import org.humdash.vocabulary.time.DayCount;

/**
 * What arrived against what was promised: delivered ÷ (per day × days). How days are counted is not for us to decide, so it
 * is computed by each convention there is, and the one the source itself counts by is marked where its own numbers show it.
 *
 * @param ways by each convention that is possible; one only for a figure of a period, whose days are the days of that
 *     period, and for an average a day
 * @param used the one of them that is compared with what was stated
 * @param basis why that one
 */
record Compliance(List<Way> ways, Way used, Basis basis) {

    /** Why days are counted in one way and not in another. */
    enum Basis {
        /** What the source says should have arrived is the promise times the days counted so. */
        STATED_EXPECTED,
        /** The source's numbers do not show it; the commitment is recorded with this convention. */
        COMMITMENT,
        /** The figure is of a period and not from the beginning: the days of that period, first and last included. */
        PERIOD,
        /** The figure is an average a day, so no days are counted. */
        AVERAGE
    }

    /**
     * @param dayCount null where no days are counted
     * @param days null where no days are counted
     * @param expected per day × days
     * @param percent delivered ÷ expected; null where the two do not say enough
     */
    record Way(DayCount dayCount, Integer days, BigDecimal expected, Estimate percent) {

        private static Way of(Promise promise, Estimate delivered, DayCount dayCount, LocalDate from, LocalDate to) {
            int days = dayCount.between(from, to);
            BigDecimal expected = promise.perDay().multiply(BigDecimal.valueOf(days));
            return new Way(dayCount, days, CommitmentRequest.plain(expected), share(delivered, expected));
        }
    }

    /**
     * @param kind of the indicator: CUMULATIVE counts from a beginning, FLOW in a period, RATIO is an average a day
     * @param validFrom the first day of the figure's period
     * @param validTo the last one
     * @param statedExpected what the source says should have arrived by then, if it does
     */
    static Compliance of(
            Promise promise,
            IndicatorKind kind,
            Estimate delivered,
            LocalDate validFrom,
            LocalDate validTo,
            Optional<Estimate> statedExpected) {
        LocalDate from = promise.countedFrom(validFrom);
        LocalDate to = promise.countedTo(validTo);
        return switch (kind) {
            case CUMULATIVE -> ofCumulative(promise, delivered, from, to, statedExpected);
            case FLOW -> single(Way.of(promise, delivered, DayCount.INCLUSIVE, from, to), Basis.PERIOD);
            case RATIO ->
                single(new Way(null, null, promise.perDay(), share(delivered, promise.perDay())), Basis.AVERAGE);
            case STOCK -> throw new IllegalArgumentException("What there is on a day was not delivered in a period");
        };
    }

    private static Compliance ofCumulative(
            Promise promise, Estimate delivered, LocalDate from, LocalDate to, Optional<Estimate> statedExpected) {
        List<Way> ways = Arrays.stream(DayCount.values())
                .map(dayCount -> Way.of(promise, delivered, dayCount, from, to))
                .toList();
        Way ofCommitment = ways.stream()
                .filter(way -> way.dayCount() == promise.dayCount())
                .findFirst()
                .orElseThrow();
        List<Way> shown = ways.stream()
                .filter(way -> statedExpected
                        .filter(stated -> stated.equals(Estimate.exact(way.expected())))
                        .isPresent())
                .toList();
        if (shown.isEmpty()) {
            return new Compliance(ways, ofCommitment, Basis.COMMITMENT);
        }
        return new Compliance(
                ways, shown.contains(ofCommitment) ? ofCommitment : shown.getFirst(), Basis.STATED_EXPECTED);
    }

    private static Compliance single(Way way, Basis basis) {
        return new Compliance(List.of(way), way, basis);
    }

    private static Estimate share(Estimate delivered, BigDecimal expected) {
        return EstimateRatio.percent(delivered, Estimate.exact(expected)).orElse(null);
    }
}
