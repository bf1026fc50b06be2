package org.humdash.vocabulary.provider;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.humdash.vocabulary.hxl.Shown;

/**
 * Numbers as providers write them, in digits of any script. A mark between groups of three digits is read where it can
 * be nothing else: in {@code 1,234,567} and {@code 1,234.5}, and in {@code 1,234} if the number is a count, which has no
 * fraction. So is a comma before a fraction, as in {@code 31,5}.
 */
public final class ProviderNumber {

    private static final int LONGEST = 40;
    private static final Pattern ENGLISH = Pattern.compile("-?[1-9]\\d{0,2}(,\\d{3})+(\\.\\d{1,30})?");
    private static final Pattern CONTINENTAL = Pattern.compile("-?[1-9]\\d{0,2}(\\.\\d{3})+(,\\d{1,30})?");
    private static final Pattern ONE_GROUP = Pattern.compile("-?[1-9]\\d{0,2}[,.]\\d{3}");
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d)٬(?=\\d{3}(?!\\d))");
    private static final Pattern COMMA = Pattern.compile("-?\\d{1,30},\\d{1,30}");
    private static final Pattern SPACED = Pattern.compile("-?[1-9]\\d{0,2}([ \\u00A0\\u202F'’]\\d{3})+");

    private ProviderNumber() {}

    /**
     * A number that may have a fraction.
     *
     * @throws ProviderFormatException NOT_A_NUMBER, AMBIGUOUS_NUMBER for {@code 1,234}
     */
    public static BigDecimal decimal(String text) {
        String western = western(text);
        if (isPlain(western)) {
            return new BigDecimal(western);
        }
        if (ONE_GROUP.matcher(western).matches()) {
            throw new ProviderFormatException(
                    "AMBIGUOUS_NUMBER",
                    Shown.quoted(text) + " may be a thousand or a fraction; write it without a mark between digits");
        }
        return grouped(western, text);
    }

    /**
     * Degrees of latitude or longitude, of which there are no thousands: {@code 31,291} has a fraction.
     *
     * @throws ProviderFormatException NOT_A_NUMBER
     */
    public static BigDecimal degrees(String text) {
        String western = western(text);
        return COMMA.matcher(western).matches() ? new BigDecimal(western.replace(',', '.')) : decimal(text);
    }

    /**
     * A count of people or things. {@code 12.0}, as programs write it, is 12.
     *
     * @throws ProviderFormatException NOT_A_NUMBER, NOT_A_WHOLE_NUMBER, NEGATIVE, TOO_LARGE
     */
    public static long count(String text) {
        String western = western(text);
        BigDecimal number = isPlain(western) ? new BigDecimal(western) : grouped(western, text);
        if (number.stripTrailingZeros().scale() > 0) {
            throw new ProviderFormatException("NOT_A_WHOLE_NUMBER", Shown.quoted(text) + " is no whole number");
        }
        if (number.signum() < 0) {
            throw new ProviderFormatException("NEGATIVE", "A count is never below zero");
        }
        if (number.compareTo(BigDecimal.TEN.pow(15)) > 0) {
            throw new ProviderFormatException("TOO_LARGE", "A count is at most 10^15");
        }
        return number.longValueExact();
    }

    /** Digits, perhaps with a sign before and a point among them. */
    private static boolean isPlain(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int point = -1;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && point < 0) {
                point = i;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return text.length() > start && point != start && point != text.length() - 1;
    }

    private static BigDecimal grouped(String western, String text) {
        if (ENGLISH.matcher(western).matches()) {
            return new BigDecimal(western.replace(",", ""));
        }
        if (SPACED.matcher(western).matches()) {
            return new BigDecimal(western.replaceAll("[^\\d-]", ""));
        }
        if (CONTINENTAL.matcher(western).matches()) {
            return new BigDecimal(western.replace(".", "").replace(',', '.'));
        }
        if (COMMA.matcher(western).matches()) {
            return new BigDecimal(western.replace(',', '.'));
        }
        throw new ProviderFormatException("NOT_A_NUMBER", Shown.quoted(text) + " is not a number");
    }

    private static String western(String text) {
        String western = text.strip();
        if (western.length() > LONGEST) {
            throw new ProviderFormatException("NOT_A_NUMBER", Shown.quoted(text) + " is not a number");
        }
        // The Arabic marks of fraction and thousands, of which neither is ever the other.
        return THOUSANDS
                .matcher(Digits.western(western))
                .replaceAll("")
                .replace('٫', '.')
                .replace('−', '-');
    }
}
