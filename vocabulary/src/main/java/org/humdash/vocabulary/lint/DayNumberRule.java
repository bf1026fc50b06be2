package org.humdash.vocabulary.lint;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.humdash.vocabulary.text.BilingualText;
import org.humdash.vocabulary.time.DayCount;
import org.humdash.vocabulary.time.DayCounts;

/**
 * A stated number of days against the dates of the period, counted by {@link DayCount}. Shown is the stated number − the
 * number counted.
 *
 * <p>Where the convention is not known, a number that fits one of the three is no finding, and else the nearest one is
 * shown.
 */
public final class DayNumberRule {

    private DayNumberRule() {}

    /** @param convention how the source counts days; null when that is not known */
    public static Optional<Finding> check(int statedDays, DayCount convention, LocalDate from, LocalDate to) {
        DayCount nearest = convention != null
                ? convention
                : Arrays.stream(DayCount.values())
                        .min(Comparator.comparing(known -> Math.abs((long) statedDays - known.between(from, to))))
                        .orElseThrow();
        int counted = nearest.between(from, to);
        if (counted == statedDays) {
            return Optional.empty();
        }
        DayCounts all = DayCounts.between(from, to);
        String counts = "INCLUSIVE " + Numbers.text(all.inclusive()) + ", ELAPSED " + Numbers.text(all.elapsed())
                + ", FULL_DAYS_AFTER_EFFECTIVE " + Numbers.text(all.fullDaysAfterEffective());
        long difference = (long) statedDays - counted;
        String calculation = Numbers.text(statedDays) + " − " + Numbers.text(counted) + " (" + nearest + ") = "
                + Numbers.text(difference);
        return Optional.of(new Finding(
                FindingCode.DAYS_DIFFER,
                Severity.WARNING,
                new BilingualText(
                        "Stated: " + Numbers.days(statedDays) + "; from " + from + " to " + to + " it is " + counts
                                + (convention == null ? "." : "; the statement counts by " + convention + "."),
                        "عدد الأيام المعلن " + Numbers.text(statedDays) + "؛ ومن " + from + " إلى " + to + ": " + counts
                                + (convention == null ? "." : "؛ والبيان يعدّ وفق " + convention + ".")),
                new Arithmetic(
                        "stated days − days from validFrom to validTo",
                        List.of(
                                Operand.of("statedDays", statedDays),
                                Operand.of("validFrom", from),
                                Operand.of("validTo", to)),
                        calculation,
                        BigDecimal.valueOf(difference)),
                null));
    }
}
