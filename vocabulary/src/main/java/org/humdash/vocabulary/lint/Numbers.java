package org.humdash.vocabulary.lint;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.estimate.EstimateText;
import org.humdash.vocabulary.text.Language;

/** Numbers as the arithmetic of findings shows them. */
final class Numbers {

    /** Decimals of a quotient that is shown; it is reckoned with more. */
    private static final int SHOWN_DECIMALS = 2;

    private Numbers() {}

    /** Digits in groups of three, with a minus sign that is no hyphen. */
    static String text(BigDecimal number) {
        String digits =
                new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number.abs());
        return number.signum() < 0 ? "−" + digits : digits;
    }

    static String text(long number) {
        return text(BigDecimal.valueOf(number));
    }

    /** A figure in an Arabic sentence: signs such as ≥ would be mirrored there. */
    static String arabic(Estimate figure) {
        return EstimateText.print(figure, Language.AR);
    }

    static String days(long days) {
        return text(days) + (days == 1 ? " day" : " days");
    }

    static BigDecimal quotient(BigDecimal dividend, BigDecimal divisor) {
        return dividend.divide(divisor, MathContext.DECIMAL128);
    }

    static BigDecimal shown(BigDecimal quotient) {
        return plain(quotient.setScale(SHOWN_DECIMALS, RoundingMode.HALF_UP));
    }

    /** Without trailing zeros and without an exponent. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
