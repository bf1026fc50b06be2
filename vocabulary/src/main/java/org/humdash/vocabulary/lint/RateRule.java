package org.humdash.vocabulary.lint;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.estimate.Qualifier;
import org.humdash.vocabulary.text.BilingualText;
import org.humdash.vocabulary.time.DayCount;

/**
 * A rate per day against the total of the same period: total ÷ days, rounded to the digits of the rate, should be the
 * rate. Shown is rate × days − total.
 *
 * <p>Where the source does not say how it counts days, the convention that fits best is taken: if one fits, there is
 * nothing to find. A rate that is the quotient cut off, or rounded the other way, is a NOTICE. A WARNING is only given
 * where both figures are plain numbers.
 */
public final class RateRule {

    private RateRule() {}

    /** The days of one convention, and how well the rate fits with them. */
    private record Fit(DayCount convention, int days, BigDecimal perDay, BigDecimal difference, Agreement agreement) {}

    /**
     * @param convention how the source counts days; null when that is not known
     * @return empty where a figure states no single number, or the period has no days
     */
    public static Optional<Finding> check(
            Estimate rate, Estimate total, LocalDate from, LocalDate to, DayCount convention) {
        if (rate.stated().isEmpty() || total.stated().isEmpty()) {
            return Optional.empty();
        }
        Stream<DayCount> conventions = convention == null ? Arrays.stream(DayCount.values()) : Stream.of(convention);
        return conventions
                .filter(counted -> counted.between(from, to) > 0)
                .map(counted -> fit(rate, total.stated().orElseThrow(), counted, counted.between(from, to)))
                .min(Comparator.comparing(Fit::agreement)
                        .thenComparing(fit -> fit.difference().abs()))
                .filter(fit -> fit.agreement() != Agreement.AGREES)
                .map(fit -> finding(rate, total, fit));
    }

    private static Fit fit(Estimate rate, BigDecimal total, DayCount convention, int days) {
        BigDecimal perDay = Numbers.quotient(total, BigDecimal.valueOf(days));
        BigDecimal difference =
                rate.stated().orElseThrow().multiply(BigDecimal.valueOf(days)).subtract(total);
        return new Fit(convention, days, perDay, difference, Agreement.of(rate, perDay));
    }

    private static Finding finding(Estimate rate, Estimate total, Fit fit) {
        boolean isPlain = rate.qualifier() == Qualifier.EXACT && total.qualifier() == Qualifier.EXACT;
        BigDecimal rateNumber = rate.stated().orElseThrow();
        BigDecimal totalNumber = total.stated().orElseThrow();
        BigDecimal product = totalNumber.add(fit.difference());
        String perDay = Numbers.text(Numbers.shown(fit.perDay()));
        String multiplied = Numbers.text(rateNumber) + " × " + Numbers.text(fit.days()) + " = " + Numbers.text(product);
        return new Finding(
                FindingCode.RATE_DIFFERS,
                isPlain && fit.agreement() == Agreement.DIFFERS ? Severity.WARNING : Severity.NOTICE,
                new BilingualText(
                        multiplied + ", where the total is " + Numbers.text(totalNumber) + ": that is " + perDay
                                + " a day over " + Numbers.days(fit.days()) + " (" + fit.convention() + ").",
                        multiplied + "، بينما المجموع المعلن " + Numbers.text(totalNumber) + "، أي " + perDay
                                + " يوميًا (عدد الأيام " + Numbers.text(fit.days()) + "، " + fit.convention() + ")."),
                new Arithmetic(
                        "rate × days − total",
                        List.of(Operand.of("rate", rate), Operand.of("days", fit.days()), Operand.of("total", total)),
                        Numbers.text(rateNumber) + " × " + Numbers.text(fit.days()) + " − " + Numbers.text(totalNumber)
                                + " = " + Numbers.text(fit.difference()),
                        fit.difference()),
                null);
    }
}
