package org.humdash.vocabulary.estimate;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Locale;
import org.humdash.vocabulary.text.Language;

/** The printing half of {@link EstimateText}. */
final class EstimatePrinter {

    private static final int DIGITS_WITHOUT_A_COMMA = 3;

    private static final NumberFormat FORMAT =
            new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.ROOT));

    private EstimatePrinter() {}

    /** @param unit with its leading space, or empty */
    static String print(Estimate e, Language language, String unit) {
        String main = switch (language) {
            case EN -> english(e, unit);
            case AR -> arabic(e, unit);
        };
        boolean isBestApart =
                e.best() != null && (e.qualifier() == Qualifier.RANGE || e.qualifier() == Qualifier.AT_LEAST);
        return isBestApart ? main + " (" + bestWord(language) + " " + number(e.best()) + unit + ")" : main;
    }

    private static String english(Estimate e, String unit) {
        return switch (e.qualifier()) {
            case EXACT -> number(e.best()) + unit;
            case AT_LEAST -> "≥ " + number(e.lower()) + unit;
            case MORE_THAN -> "> " + number(e.lower()) + unit;
            case AT_MOST -> "≤ " + number(e.upper()) + unit;
            case FEWER_THAN -> "< " + number(e.upper()) + unit;
            case APPROXIMATELY -> "≈ " + number(e.best()) + unit;
            case RANGE -> englishRange(e, unit);
            case ORDER -> number(e.lower()) + "–" + number(e.upper()) + unit;
        };
    }

    private static String englishRange(Estimate e, String unit) {
        boolean looksLikeOrder = e.best() == null && e.upperInclusive() && EstimateRules.isOrder(e.lower(), e.upper());
        if (looksLikeOrder) {
            return "between " + number(e.lower()) + " and " + number(e.upper()) + unit;
        }
        return number(e.lower()) + "–" + (e.upperInclusive() ? "" : "<") + number(e.upper()) + unit;
    }

    private static String arabic(Estimate e, String unit) {
        return switch (e.qualifier()) {
            case EXACT -> number(e.best()) + unit;
            case AT_LEAST -> "ما لا يقل عن " + number(e.lower()) + unit;
            case MORE_THAN -> "أكثر من " + number(e.lower()) + unit;
            case AT_MOST -> "ما لا يزيد عن " + number(e.upper()) + unit;
            case FEWER_THAN -> "أقل من " + number(e.upper()) + unit;
            case APPROXIMATELY -> "نحو " + number(e.best()) + unit;
            case RANGE ->
                "بين " + number(e.lower()) + " و" + (e.upperInclusive() ? "" : "أقل من ") + number(e.upper()) + unit;
            case ORDER -> EstimateWords.ARABIC_ORDERS.get(e.lower().precision() - 2) + unit;
        };
    }

    private static String bestWord(Language language) {
        return switch (language) {
            case EN -> "best";
            case AR -> "الأرجح";
        };
    }

    private static String number(BigDecimal n) {
        boolean isSmallAndWhole = n.scale() <= 0 && n.precision() - n.scale() <= DIGITS_WITHOUT_A_COMMA;
        // Nearly all are, and a page of incidents has a thousand of them; a format is for one thread at a time.
        return isSmallAndWhole ? n.toPlainString() : ((NumberFormat) FORMAT.clone()).format(n);
    }
}
