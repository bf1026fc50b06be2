package org.humdash.humanitarian.lint;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.humdash.humanitarian.indicator.IndicatorKind;
import org.humdash.humanitarian.indicator.IndicatorSummary;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.TimeTravel;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.lint.BreakdownRule;
import org.humdash.vocabulary.lint.DatesRule;
import org.humdash.vocabulary.lint.Finding;
import org.humdash.vocabulary.lint.JumpRule;
import org.humdash.vocabulary.lint.PercentageRule;
import org.humdash.vocabulary.lint.RangeRule;
import org.humdash.vocabulary.lint.RateRule;
import org.humdash.vocabulary.lint.RelayRule;
import org.humdash.vocabulary.lint.RevisedDownRule;
import org.humdash.vocabulary.lint.Statement;

/** Which rules apply to an observation. */
final class ObservationLinter {

    private static final String PERCENT = "percent";

    private ObservationLinter() {}

    /** The day of looking, against which a period is in the future. */
    static LocalDate today(ReadScope scope) {
        return LocalDate.ofInstant(scope.knownAt(), TimeTravel.DEFAULT_ZONE);
    }

    static List<Finding> findings(LintedObservation observation, IndicatorSummary indicator, LocalDate today) {
        Statement statement = observation.statement();
        Stream<Optional<Finding>> byItself = Stream.of(
                RangeRule.check(statement.figure(), indicator.minimum(), indicator.maximum()),
                DatesRule.future(statement.validTo(), today),
                DatesRule.publishedEarly(statement.validTo(), observation.publishedOn()));
        return Stream.of(
                        byItself.flatMap(Optional::stream),
                        reckoned(statement, observation.terms()),
                        neighbours(observation, indicator))
                .flatMap(found -> found)
                .toList();
    }

    private static Stream<Finding> reckoned(Statement statement, Terms terms) {
        Estimate figure = statement.figure();
        Optional<Finding> residual = BreakdownRule.check(figure, terms.parts());
        Optional<Finding> rate = terms.one(Terms.Role.TOTAL)
                .flatMap(total -> RateRule.check(figure, total, statement.validFrom(), statement.validTo(), null));
        Optional<Finding> percentage = terms.one(Terms.Role.NUMERATOR)
                .flatMap(numerator -> terms.one(Terms.Role.DENOMINATOR)
                        .flatMap(denominator -> PercentageRule.check(figure, numerator, denominator)));
        return Stream.of(residual, rate, percentage).flatMap(Optional::stream);
    }

    private static Stream<Finding> neighbours(LintedObservation observation, IndicatorSummary indicator) {
        Statement statement = observation.statement();
        Stream<Finding> ofRelay =
                observation.original().stream().flatMap(original -> RelayRule.check(original, statement).stream());
        Stream<Finding> fall = observation
                .previous()
                .filter(previous -> indicator.kind() == IndicatorKind.CUMULATIVE)
                .flatMap(previous -> RevisedDownRule.check(previous, statement))
                .stream();
        Stream<Finding> jump = observation
                .previous()
                .flatMap(previous ->
                        JumpRule.check(previous, statement, indicator.unit().equals(PERCENT)))
                .stream();
        return Stream.of(ofRelay, fall, jump).flatMap(found -> found);
    }
}
