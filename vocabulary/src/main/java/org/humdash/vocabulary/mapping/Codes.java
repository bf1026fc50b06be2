package org.humdash.vocabulary.mapping;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.humdash.vocabulary.estimate.EstimateFormatException;
import org.humdash.vocabulary.estimate.EstimateText;
import org.humdash.vocabulary.provider.ProviderNumber;
import org.humdash.vocabulary.text.Folding;

/** Codes, words and figures as any provider may write them; null where there is nothing. */
public final class Codes {

    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://[^\\s,;<>\"]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern DIGITS_ONLY = Pattern.compile("[\\d.,٬٫\\s]+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    private Codes() {}

    public static String code(String value) {
        return value == null
                ? null
                : NOT_A_LETTER.matcher(value.toUpperCase(Locale.ROOT)).replaceAll("_");
    }

    /** Words in lower case with single spaces, nothing else between them. */
    public static String words(String value) {
        return value == null
                ? ""
                : NOT_A_LETTER.matcher(Folding.fold(value)).replaceAll(" ").strip();
    }

    public static String figure(String value) {
        if (value == null) {
            return null;
        }
        if (DIGITS_ONLY.matcher(value).matches()) {
            return String.valueOf(ProviderNumber.count(value));
        }
        try {
            EstimateText.parse(value);
            return value;
        } catch (EstimateFormatException e) {
            throw Unreadable.because(e.reason().name(), e.getMessage());
        }
    }

    /** A figure of something that need not be whole; a mark in {@code 1,234} could be either and is refused. */
    public static String number(String value) {
        return value != null && DIGITS_ONLY.matcher(value).matches()
                ? ProviderNumber.decimal(value).toPlainString()
                : figure(value);
    }

    public static String webAddress(String value) {
        if (value == null) {
            return null;
        }
        Matcher matcher = WEB_ADDRESS.matcher(value);
        return matcher.find() ? matcher.group() : null;
    }

    public static String precision(String value) {
        if (value == null) {
            return null;
        }
        long precision = ProviderNumber.count(value);
        if (precision < 1 || precision > 7) {
            throw Unreadable.because("OUT_OF_RANGE", "A precision is a number from 1 to 7");
        }
        return String.valueOf(precision);
    }
}
