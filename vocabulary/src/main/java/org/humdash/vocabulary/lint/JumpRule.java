package org.humdash.vocabulary.lint;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.text.BilingualText;

/**
 * A figure against the statement before it, of the same originator about the same thing by the same definition. Shown is
 * the greater number ÷ the smaller one.
 *
 * <ul>
 *   <li>UNIT_JUMP, a WARNING: the quotient lies within a quarter of 1,000 or 1,000,000 (thousands taken for ones), or of
 *       100 where the unit is percent (a share taken for a percentage).
 *   <li>MAGNITUDE_JUMP, a NOTICE: any other quotient of 10 and more.
 * </ul>
 *
 * <p>Numbers of which the greater is below 100 jump by themselves, from 1 death to 12. They are left alone, and so is
 * zero, of which nothing is a multiple. Ranges are taken at the ends that are nearest to each other.
 */
public final class JumpRule {

    /** Below it a tenfold number is nothing out of the ordinary. */
    static final BigDecimal LEAST = BigDecimal.valueOf(100);

    private static final BigDecimal TENFOLD = BigDecimal.TEN;
    private static final BigDecimal NEAR = new BigDecimal("1.25");
    private static final List<BigDecimal> COUNT_FACTORS =
            List.of(BigDecimal.valueOf(1_000), BigDecimal.valueOf(1_000_000));
    private static final List<BigDecimal> PERCENT_FACTORS = List.of(BigDecimal.valueOf(100));

    private JumpRule() {}

    /** @param isPercentage whether the unit is percent */
    public static Optional<Finding> check(Statement previous, Statement current, boolean isPercentage) {
        BigDecimal before = nearest(previous.figure(), current.figure());
        BigDecimal now = nearest(current.figure(), previous.figure());
        BigDecimal greater = before.max(now);
        BigDecimal smaller = before.min(now);
        boolean isTooSmall = smaller.signum() == 0 || !isPercentage && greater.compareTo(LEAST) < 0;
        if (isTooSmall) {
            return Optional.empty();
        }
        BigDecimal quotient = Numbers.quotient(greater, smaller);
        if (quotient.compareTo(TENFOLD) < 0) {
            return Optional.empty();
        }
        return Optional.of(finding(previous, current, new Jump(before, now, quotient), isPercentage));
    }

    private record Jump(BigDecimal before, BigDecimal now, BigDecimal quotient) {

        boolean isDownwards() {
            return now.compareTo(before) < 0;
        }
    }

    private static Finding finding(Statement previous, Statement current, Jump jump, boolean isPercentage) {
        boolean isUnit = (isPercentage ? PERCENT_FACTORS : COUNT_FACTORS)
                .stream().anyMatch(factor -> isNear(jump.quotient(), factor));
        String times = Numbers.text(Numbers.shown(jump.quotient()));
        String before = Operand.of("", previous.figure()).text();
        String now = Operand.of("", current.figure()).text();
        BilingualText message = new BilingualText(
                now + " after " + before + " of " + previous.validTo() + ": a factor of " + times
                        + (jump.isDownwards() ? " downwards." : " upwards.")
                        + (isUnit ? " Another unit may have been meant." : ""),
                Numbers.arabic(current.figure()) + " بعد " + Numbers.arabic(previous.figure()) + " بتاريخ "
                        + previous.validTo() + ": بمعامل " + times
                        + (jump.isDownwards() ? " نزولًا." : " صعودًا.")
                        + (isUnit ? " قد تكون الوحدة المقصودة مختلفة." : ""));
        return new Finding(
                isUnit ? FindingCode.UNIT_JUMP : FindingCode.MAGNITUDE_JUMP,
                isUnit ? Severity.WARNING : Severity.NOTICE,
                message,
                new Arithmetic(
                        "greater ÷ smaller of current and previous",
                        List.of(
                                Operand.of("current", current.figure()),
                                Operand.of("previous", previous.figure()),
                                Operand.of("previousValidTo", previous.validTo())),
                        Numbers.text(jump.before().max(jump.now())) + " ÷ "
                                + Numbers.text(jump.before().min(jump.now())) + " = " + times,
                        Numbers.shown(jump.quotient())),
                previous.id());
    }

    private static boolean isNear(BigDecimal quotient, BigDecimal factor) {
        return quotient.compareTo(factor.multiply(NEAR)) <= 0
                && quotient.multiply(NEAR).compareTo(factor) >= 0;
    }

    /** The number of a figure that is nearest to another figure. */
    private static BigDecimal nearest(Estimate figure, Estimate other) {
        return figure.stated().orElseGet(() -> {
            BigDecimal otherLow = other.stated().orElse(other.lower());
            BigDecimal otherHigh = other.stated().orElse(other.upper());
            if (otherLow.compareTo(figure.upper()) > 0) {
                return figure.upper();
            }
            // Where the two spans meet there is a number in both, and no jump.
            return otherHigh.compareTo(figure.lower()) < 0 ? figure.lower() : otherLow.max(figure.lower());
        });
    }
}
