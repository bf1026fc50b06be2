package org.humdash.vocabulary.lint;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.estimate.EstimateText;
import org.humdash.vocabulary.text.Language;

/**
 * A number or a date that went into the arithmetic of a finding.
 *
 * @param name what it is: {@code total}, {@code validTo}, the code of a part
 * @param number null for a date, and for a figure that states no single number
 * @param date null for a number
 * @param text as people write it, its qualifier with it: {@code > 620}
 */
public record Operand(String name, BigDecimal number, LocalDate date, String text) {

    static Operand of(String name, Estimate figure) {
        return new Operand(name, figure.stated().orElse(null), null, EstimateText.print(figure, Language.EN));
    }

    static Operand of(String name, BigDecimal number) {
        return new Operand(name, number, null, Numbers.text(number));
    }

    static Operand of(String name, long number) {
        return of(name, BigDecimal.valueOf(number));
    }

    static Operand of(String name, LocalDate date) {
        return new Operand(name, null, date, date.toString());
    }
}
