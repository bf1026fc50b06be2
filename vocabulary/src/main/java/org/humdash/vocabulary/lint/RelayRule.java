package org.humdash.vocabulary.lint;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.estimate.Trilean;
import org.humdash.vocabulary.text.BilingualText;

/**
 * A relay against the statement it passes on: it should give the same figure, qualifier included, for the same period.
 * Shown is the relay − the statement, in numbers or in days.
 *
 * <p>Figures that may both hold ("more than 620" and 622) are a NOTICE, figures of which one excludes the other a
 * WARNING, and so is another end of the period: figures grow stale by it.
 */
public final class RelayRule {

    private RelayRule() {}

    /** A finding on the figure, one on the period, or none. */
    public static List<Finding> check(Statement original, Statement relay) {
        return Stream.of(figure(original, relay), period(original, relay))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Finding> figure(Statement original, Statement relay) {
        Estimate said = original.figure();
        Estimate passedOn = relay.figure();
        if (said.equals(passedOn)) {
            return Optional.empty();
        }
        boolean isExcluded = passedOn.isLessThan(said) == Trilean.TRUE || passedOn.isMoreThan(said) == Trilean.TRUE;
        Operand saidShown = Operand.of("original", said);
        Operand passedOnShown = Operand.of("relay", passedOn);
        BigDecimal difference = said.stated().isEmpty() || passedOn.stated().isEmpty()
                ? null
                : passedOn.stated().get().subtract(said.stated().get());
        return Optional.of(new Finding(
                FindingCode.RELAY_DIFFERS,
                isExcluded ? Severity.WARNING : Severity.NOTICE,
                new BilingualText(
                        "The relay gives " + passedOnShown.text() + " where the statement it passes on gives "
                                + saidShown.text() + ".",
                        "يذكر الناقل " + Numbers.arabic(passedOn) + " بينما يذكر البيان الذي ينقله "
                                + Numbers.arabic(said) + "."),
                new Arithmetic(
                        "relay − original",
                        List.of(passedOnShown, saidShown),
                        "(" + passedOnShown.text() + ") − (" + saidShown.text() + ")"
                                + (difference == null ? "" : " = " + Numbers.text(difference)),
                        difference),
                original.id()));
    }

    private static Optional<Finding> period(Statement original, Statement relay) {
        if (original.validTo().equals(relay.validTo())) {
            return Optional.empty();
        }
        long days = ChronoUnit.DAYS.between(original.validTo(), relay.validTo());
        return Optional.of(new Finding(
                FindingCode.RELAY_DIFFERS,
                Severity.WARNING,
                new BilingualText(
                        "The relay dates the end of the period " + relay.validTo() + ", the statement it passes on "
                                + original.validTo() + ".",
                        "يؤرخ الناقل نهاية الفترة في " + relay.validTo() + "، والبيان الذي ينقله في "
                                + original.validTo() + "."),
                DatesRule.between("relayValidTo", relay.validTo(), "originalValidTo", original.validTo(), days),
                original.id()));
    }
}
