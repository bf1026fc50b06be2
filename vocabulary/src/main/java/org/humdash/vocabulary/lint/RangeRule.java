package org.humdash.vocabulary.lint;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.text.BilingualText;

/** A figure against the range that its numbers can be meant in. Shown is how far outside it the farthest number lies. */
public final class RangeRule {

    private RangeRule() {}

    /**
     * @param least null for no limit
     * @param greatest null for no limit
     */
    public static Optional<Finding> check(Estimate figure, BigDecimal least, BigDecimal greatest) {
        List<BigDecimal> numbers = Stream.of(figure.lower(), figure.best(), figure.upper())
                .filter(Objects::nonNull)
                .toList();
        BigDecimal highest = numbers.stream().max(BigDecimal::compareTo).orElseThrow();
        BigDecimal lowest = numbers.stream().min(BigDecimal::compareTo).orElseThrow();
        if (greatest != null && highest.compareTo(greatest) > 0) {
            return Optional.of(finding(
                    figure,
                    "greatest",
                    highest,
                    greatest,
                    new BilingualText(
                            Numbers.text(highest) + " is above the greatest valid value, " + Numbers.text(greatest)
                                    + ".",
                            Numbers.text(highest) + " أعلى من أكبر قيمة صحيحة، وهي " + Numbers.text(greatest) + ".")));
        }
        if (least != null && lowest.compareTo(least) < 0) {
            return Optional.of(finding(
                    figure,
                    "least",
                    lowest,
                    least,
                    new BilingualText(
                            Numbers.text(lowest) + " is below the least valid value, " + Numbers.text(least) + ".",
                            Numbers.text(lowest) + " أدنى من أصغر قيمة صحيحة، وهي " + Numbers.text(least) + ".")));
        }
        return Optional.empty();
    }

    private static Finding finding(
            Estimate figure, String limitName, BigDecimal number, BigDecimal limit, BilingualText message) {
        BigDecimal outside = number.subtract(limit);
        return new Finding(
                FindingCode.OUT_OF_RANGE,
                Severity.WARNING,
                message,
                new Arithmetic(
                        "value − " + limitName,
                        List.of(Operand.of("value", figure), Operand.of(limitName, limit)),
                        Numbers.text(number) + " − " + Numbers.text(limit) + " = " + Numbers.text(outside),
                        outside),
                null);
    }
}
