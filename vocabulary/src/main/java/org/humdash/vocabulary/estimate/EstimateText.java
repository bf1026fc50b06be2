package org.humdash.vocabulary.estimate;

import org.humdash.vocabulary.text.Language;

/**
 * Estimates in words and signs, as sources publish them and as the dashboard shows them. Whatever is printed is read
 * back as the same estimate: {@code parse(print(e, language)).equals(e)}.
 */
public final class EstimateText {

    private EstimateText() {}

    /**
     * Reads a figure as published, in English or Arabic: {@code 738}, {@code 1,112}, {@code ≥ 738}, {@code > 80 %},
     * {@code at least 738}, {@code over 2.1 million}, {@code nearly 850,000}, {@code 40-50}, {@code between 40 and 50},
     * {@code hundreds of thousands}, {@code ما لا يقل عن ٧٣٨}, {@code مئات الآلاف}. A percent sign is read over; the unit
     * is the caller's to know. A range from a power of ten to just below the next is an order of magnitude, unless it
     * is written with "between".
     *
     * @throws EstimateFormatException if the text is anything else; nothing is guessed
     */
    public static Estimate parse(String text) {
        return EstimateParser.parse(text);
    }

    /** Prints without a unit. */
    public static String print(Estimate estimate, Language language) {
        return EstimatePrinter.print(estimate, language, "");
    }

    /**
     * Prints with a unit after the numbers: "> 80 %".
     *
     * <p>English uses signs: {@code ≥ 738}, {@code ≈ 850,000}, {@code 100,000–999,999}. Arabic uses words, because
     * signs such as ≥ are mirrored in text that runs from right to left and are read the wrong way round next to a
     * number: {@code ما لا يقل عن 738}. Digits are the western ones in both.
     *
     * @param unit such as {@code %}; may be null or empty
     */
    public static String print(Estimate estimate, Language language, String unit) {
        return EstimatePrinter.print(estimate, language, unit == null || unit.isEmpty() ? "" : " " + unit);
    }
}
