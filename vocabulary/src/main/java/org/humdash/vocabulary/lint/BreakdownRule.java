package org.humdash.vocabulary.lint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.estimate.Trilean;
import org.humdash.vocabulary.text.BilingualText;

/**
 * Residual of a breakdown: total − Σ parts, on the numbers as they were stated. 738 leaves 0, 282 leaves 6, 875 leaves
 * −10. It is shown and never repaired.
 *
 * <p>Parts that leave something open may well be all that was broken down: a NOTICE. Parts that are more than the total
 * whatever the qualifiers allow are a WARNING.
 */
public final class BreakdownRule {

    private BreakdownRule() {}

    /** Total minus the sum of the parts; empty without parts, or where a figure states no single number. */
    public static Optional<BigDecimal> residual(Estimate total, Collection<Estimate> parts) {
        boolean isReckonable = total.stated().isPresent()
                && !parts.isEmpty()
                && parts.stream().allMatch(part -> part.stated().isPresent());
        return isReckonable
                ? Optional.of(parts.stream()
                        .map(part -> part.stated().orElseThrow())
                        .reduce(total.stated().orElseThrow(), BigDecimal::subtract))
                : Optional.empty();
    }

    /**
     * @param parts by name, in the order they are shown; a part inside another one is left out by the caller
     * @return empty without parts, where a figure states no single number, and where nothing is left
     */
    public static Optional<Finding> check(Estimate total, Map<String, Estimate> parts) {
        Optional<BigDecimal> left = residual(total, parts.values());
        if (left.filter(residual -> residual.signum() != 0).isEmpty()) {
            return Optional.empty();
        }
        BigDecimal stated = total.stated().orElseThrow();
        BigDecimal residual = left.get();
        BigDecimal sum = stated.subtract(residual);
        boolean isTooMuch = total.isLessThan(Estimate.sum(parts.values())) == Trilean.TRUE;
        return Optional.of(new Finding(
                FindingCode.RESIDUAL,
                isTooMuch ? Severity.WARNING : Severity.NOTICE,
                message(stated, sum, residual),
                new Arithmetic(
                        "total − Σ parts", operands(total, parts), calculation(stated, parts, residual), residual),
                null));
    }

    private static BilingualText message(BigDecimal total, BigDecimal sum, BigDecimal residual) {
        String more = Numbers.text(residual.abs());
        return residual.signum() > 0
                ? new BilingualText(
                        "The parts add up to " + Numbers.text(sum) + ", " + more + " less than the total of "
                                + Numbers.text(total) + ".",
                        "مجموع الأجزاء " + Numbers.text(sum) + "، أي أقل من المجموع المعلن " + Numbers.text(total)
                                + " بمقدار " + more + ".")
                : new BilingualText(
                        "The parts add up to " + Numbers.text(sum) + ", " + more + " more than the total of "
                                + Numbers.text(total) + ".",
                        "مجموع الأجزاء " + Numbers.text(sum) + "، أي أكثر من المجموع المعلن " + Numbers.text(total)
                                + " بمقدار " + more + ".");
    }

    private static List<Operand> operands(Estimate total, Map<String, Estimate> parts) {
        List<Operand> operands = new ArrayList<>();
        operands.add(Operand.of("total", total));
        parts.forEach((name, part) -> operands.add(Operand.of(name, part)));
        return operands;
    }

    private static String calculation(BigDecimal total, Map<String, Estimate> parts, BigDecimal residual) {
        return Numbers.text(total)
                + parts.values().stream()
                        .map(part -> Numbers.text(part.stated().orElseThrow()))
                        .collect(Collectors.joining(" + ", " − (", ") = "))
                + Numbers.text(residual);
    }
}
