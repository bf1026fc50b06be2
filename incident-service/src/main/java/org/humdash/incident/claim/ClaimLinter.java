package org.humdash.incident.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.TimeTravel;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.estimate.Qualifier;
import org.humdash.vocabulary.lint.BreakdownRule;
import org.humdash.vocabulary.lint.DatesRule;
import org.humdash.vocabulary.lint.DayNumberRule;
import org.humdash.vocabulary.lint.Finding;
import org.humdash.vocabulary.lint.JumpRule;
import org.humdash.vocabulary.lint.RangeRule;
import org.humdash.vocabulary.lint.RelayRule;
import org.humdash.vocabulary.lint.RevisedDownRule;
import org.humdash.vocabulary.time.DayCount;

/** Which rules apply to a claim. */
final class ClaimLinter {

    private ClaimLinter() {}

    /** The day of looking, against which a period is in the future. */
    static LocalDate today(ReadScope scope) {
        return LocalDate.ofInstant(scope.knownAt(), TimeTravel.DEFAULT_ZONE);
    }

    static List<Finding> findings(LintedClaim claim, LocalDate today) {
        return Stream.of(figures(claim), dates(claim, today), neighbours(claim))
                .flatMap(found -> found)
                .toList();
    }

    private static Stream<Finding> figures(LintedClaim claim) {
        Stream<Optional<Finding>> breakdowns = Stream.of(
                BreakdownRule.check(claim.breakdown().total(), named(claim.breakdown())),
                BreakdownRule.check(claim.breakdown().total(), claim.kindsOfDay()));
        return Stream.concat(breakdowns, Stream.of(range(claim))).flatMap(Optional::stream);
    }

    private static Map<String, Estimate> named(Breakdown breakdown) {
        Map<String, Estimate> parts = new LinkedHashMap<>();
        breakdown.outermost().forEach((type, part) -> parts.put(type.name(), part));
        return parts;
    }

    /** More days than its period has are none that a claim can mean. */
    private static Optional<Finding> range(LintedClaim claim) {
        int days = DayCount.INCLUSIVE.between(claim.series().validFrom(), claim.validTo());
        return RangeRule.check(
                claim.breakdown().total(),
                BigDecimal.ZERO,
                claim.series().measure().countsDays() ? BigDecimal.valueOf(days) : null);
    }

    private static Stream<Finding> dates(LintedClaim claim, LocalDate today) {
        Stream<Optional<Finding>> dates = Stream.of(
                DatesRule.future(claim.validTo(), today),
                DatesRule.publishedEarly(claim.validTo(), claim.publishedOn()));
        Stream<Optional<Finding>> dayNumbers = dayNumbers(claim)
                .map(days -> DayNumberRule.check(
                        days, claim.dayCount(), claim.series().validFrom(), claim.validTo()));
        return Stream.concat(dates, dayNumbers).flatMap(Optional::stream);
    }

    /** The number of days a claim mentions; of monitored days the figure is one as well. */
    private static Stream<Integer> dayNumbers(LintedClaim claim) {
        Estimate figure = claim.breakdown().total();
        boolean isDayNumber =
                claim.series().measure() == Measure.MONITORED_DAYS && figure.qualifier() == Qualifier.EXACT;
        return Stream.concat(
                        Optional.ofNullable(claim.statedDays()).stream(),
                        isDayNumber ? Stream.of(figure.best().intValue()) : Stream.empty())
                .distinct();
    }

    private static Stream<Finding> neighbours(LintedClaim claim) {
        Stream<Finding> ofRelay =
                claim.original().stream().flatMap(original -> RelayRule.check(original, claim.statement()).stream());
        Stream<Finding> ofSeries = claim.previous().stream()
                .flatMap(previous -> Stream.of(
                                RevisedDownRule.check(previous, claim.statement()),
                                JumpRule.check(previous, claim.statement(), false))
                        .flatMap(Optional::stream));
        return Stream.concat(ofRelay, ofSeries);
    }
}
