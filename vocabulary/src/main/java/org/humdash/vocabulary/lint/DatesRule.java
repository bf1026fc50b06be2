package org.humdash.vocabulary.lint;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.humdash.vocabulary.text.BilingualText;

/** The dates of a statement against each other and against the day of looking. Results are days. */
public final class DatesRule {

    private DatesRule() {}

    /** A period that ends after the day of looking: validTo − today, above 0. */
    public static Optional<Finding> future(LocalDate validTo, LocalDate today) {
        if (!validTo.isAfter(today)) {
            return Optional.empty();
        }
        long days = ChronoUnit.DAYS.between(today, validTo);
        return Optional.of(new Finding(
                FindingCode.FUTURE_PERIOD,
                Severity.WARNING,
                new BilingualText(
                        "The period ends on " + validTo + ", " + Numbers.days(days) + " after " + today + ".",
                        "تنتهي الفترة في " + validTo + "، بعد " + today + "؛ الفرق بالأيام: " + Numbers.text(days)
                                + "."),
                between("validTo", validTo, "today", today, days),
                null));
    }

    /**
     * A publication before the end of the period it is about: validTo − publishedOn, above 0.
     *
     * @param publishedOn null when it is not dated
     */
    public static Optional<Finding> publishedEarly(LocalDate validTo, LocalDate publishedOn) {
        if (publishedOn == null || !publishedOn.isBefore(validTo)) {
            return Optional.empty();
        }
        long days = ChronoUnit.DAYS.between(publishedOn, validTo);
        return Optional.of(new Finding(
                FindingCode.PUBLISHED_BEFORE_VALIDITY,
                Severity.WARNING,
                new BilingualText(
                        "Published on " + publishedOn + ", " + Numbers.days(days) + " before the period ends on "
                                + validTo + ".",
                        "نُشر في " + publishedOn + "، قبل نهاية الفترة في " + validTo + "؛ الفرق بالأيام: "
                                + Numbers.text(days) + "."),
                between("validTo", validTo, "publishedOn", publishedOn, days),
                null));
    }

    static Arithmetic between(String laterName, LocalDate later, String earlierName, LocalDate earlier, long days) {
        return new Arithmetic(
                laterName + " − " + earlierName,
                List.of(Operand.of(laterName, later), Operand.of(earlierName, earlier)),
                later + " − " + earlier + " = " + Numbers.text(days),
                BigDecimal.valueOf(days));
    }
}
