package org.humdash.vocabulary.lint;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.estimate.Qualifier;
import org.humdash.vocabulary.text.BilingualText;

/**
 * A stated percentage against its own figures: numerator × 100 ÷ denominator, rounded to the digits of the percentage,
 * should be it. Shown is the percentage − the quotient, in percentage points.
 *
 * <p>A percentage that is the quotient cut off, or rounded the other way, is a NOTICE (41 where 41.63 was reckoned). A
 * WARNING is only given where all three are plain numbers.
 */
public final class PercentageRule {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private PercentageRule() {}

    /** Empty where a figure states no single number, and for a share of nothing. */
    public static Optional<Finding> check(Estimate percentage, Estimate numerator, Estimate denominator) {
        boolean isReckonable = percentage.stated().isPresent()
                && numerator.stated().isPresent()
                && denominator.stated().filter(number -> number.signum() > 0).isPresent();
        if (!isReckonable) {
            return Optional.empty();
        }
        BigDecimal above = numerator.stated().orElseThrow();
        BigDecimal below = denominator.stated().orElseThrow();
        BigDecimal reckoned = Numbers.quotient(above.multiply(HUNDRED), below);
        Agreement agreement = Agreement.of(percentage, reckoned);
        if (agreement == Agreement.AGREES) {
            return Optional.empty();
        }
        boolean isPlain = List.of(percentage, numerator, denominator).stream()
                .allMatch(figure -> figure.qualifier() == Qualifier.EXACT);
        BigDecimal stated = percentage.stated().orElseThrow();
        BigDecimal points = Numbers.shown(stated.subtract(reckoned));
        String division =
                Numbers.text(above) + " × 100 ÷ " + Numbers.text(below) + " = " + Numbers.text(Numbers.shown(reckoned));
        return Optional.of(new Finding(
                FindingCode.PERCENTAGE_DIFFERS,
                isPlain && agreement == Agreement.DIFFERS ? Severity.WARNING : Severity.NOTICE,
                new BilingualText(
                        division + " %, where " + Numbers.text(stated) + " % is stated.",
                        division + "%، بينما النسبة المعلنة " + Numbers.text(stated) + "%."),
                new Arithmetic(
                        "percentage − numerator × 100 ÷ denominator",
                        List.of(
                                Operand.of("percentage", percentage),
                                Operand.of("numerator", numerator),
                                Operand.of("denominator", denominator)),
                        Numbers.text(stated) + " − " + Numbers.text(Numbers.shown(reckoned)) + " = "
                                + Numbers.text(points),
                        points),
                null));
    }
}
