package org.humdash.vocabulary.lint;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.estimate.Trilean;
import org.humdash.vocabulary.text.BilingualText;

/**
 * A cumulative figure against the statement before it in its series: it should not fall. Shown is the figure − the one
 * before. It is a WARNING where its greatest possible value lies below the least possible one before (94 after 97), and a
 * NOTICE where only the numbers named fall ("at least 700" after "at least 738").
 */
public final class RevisedDownRule {

    private RevisedDownRule() {}

    /** Empty also where a figure names no number to compare. */
    public static Optional<Finding> check(Statement previous, Statement current) {
        Estimate before = previous.figure();
        Estimate now = current.figure();
        Trilean falls = now.isLessThan(before);
        Optional<BigDecimal> difference =
                number(now).flatMap(after -> number(before).map(after::subtract));
        boolean isNamedLower = difference.filter(change -> change.signum() < 0).isPresent();
        if (falls == Trilean.FALSE || falls == Trilean.UNKNOWN && !isNamedLower) {
            return Optional.empty();
        }
        Operand beforeShown = Operand.of("previous", before);
        Operand nowShown = Operand.of("current", now);
        return Optional.of(new Finding(
                FindingCode.REVISED_DOWN,
                falls == Trilean.TRUE ? Severity.WARNING : Severity.NOTICE,
                new BilingualText(
                        nowShown.text() + " up to " + current.validTo() + ", after " + beforeShown.text() + " up to "
                                + previous.validTo() + ": a cumulative figure fell.",
                        Numbers.arabic(now) + " حتى " + current.validTo() + "، بعد " + Numbers.arabic(before) + " حتى "
                                + previous.validTo() + ": رقم تراكمي انخفض."),
                new Arithmetic(
                        "current − previous",
                        List.of(nowShown, beforeShown, Operand.of("previousValidTo", previous.validTo())),
                        "(" + nowShown.text() + ") − (" + beforeShown.text() + ")"
                                + difference
                                        .map(change -> " = " + Numbers.text(change))
                                        .orElse(""),
                        difference.orElse(null)),
                previous.id()));
    }

    private static Optional<BigDecimal> number(Estimate figure) {
        return Optional.ofNullable(figure.best() != null ? figure.best() : figure.lower());
    }
}
