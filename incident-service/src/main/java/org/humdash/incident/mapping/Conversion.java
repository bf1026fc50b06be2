package org.humdash.incident.mapping;

import java.util.function.Function;
import org.humdash.vocabulary.provider.ProviderDate;
import org.humdash.vocabulary.provider.ProviderFormatException;
import org.humdash.vocabulary.provider.ProviderNumber;

/**
 * How cells of a provider become one of ours. Each gives null where there is nothing to take, and throws
 * {@link ProviderFormatException} where something cannot be read.
 */
public enum Conversion {
    /** As it stands, in the first column that holds something. */
    TEXT(Cells::first),

    /** A code of ours, whatever its case and with spaces for underscores. */
    CODE(cells -> Codes.code(cells.first())),

    /** The first day of the date in the first column that holds one. */
    FIRST_DAY(cells -> day(cells.firstDate(), true)),

    /** The last day of the date in the first column that holds one. */
    LAST_DAY(cells -> day(cells.firstDate(), false)),

    /** Of the dates of begin and end: the time that stands with the first if both are of one day; midnight is none. */
    TIME_OF_DAY(Conversion::time),

    /** A whole number of people or things. */
    COUNT(cells -> cells.first() == null ? null : String.valueOf(ProviderNumber.count(cells.first()))),

    /** A number or a figure in words, such as "at least 3". */
    FIGURE(cells -> Codes.figure(cells.first())),

    DEGREES(cells -> degrees(cells.first())),

    /** The first web address in the text; nothing if there is none. */
    URL(cells -> Codes.webAddress(cells.first())),

    /** The P-code of level 1 of the first column that is or names one, or else that of what is known of level 2. */
    ADM1(cells -> cells.areas().adm1(cells.values())),

    /** The P-code of level 2 of the first column that is or names one. */
    ADM2(cells -> cells.areas().adm2(cells.values())),

    /** A type of ours by its code, its name, or the words of ACLED for it. */
    TYPE(cells -> Codes.type(cells.first())),

    /** Of event_type, sub_event_type, inter1, actor1, tags. */
    ACLED_TYPE(AcledCodes::type),

    /** Of event_date, time_precision: a week or a month begins before the day that stands for it. */
    ACLED_FIRST_DAY(cells -> AcledCodes.span(cells, true)),

    /** Of event_date, time_precision. */
    ACLED_LAST_DAY(cells -> AcledCodes.span(cells, false)),

    /** Of event_date, time_precision. */
    ACLED_DATE_PRECISION(AcledCodes::datePrecision),

    ACLED_GEO_PRECISION(cells -> AcledCodes.geoPrecision(cells.first())),

    /** Of type_of_violence: only violence against civilians says what kind it is. */
    UCDP_TYPE(cells -> UcdpCodes.type(cells.first())),

    /** Of type_of_violence, side_a: only in violence against civilians is the first side the one it is alleged of. */
    UCDP_PERPETRATOR(cells -> UcdpCodes.perpetrator(cells.get(0), cells.get(1))),

    /** Of date_prec, date_start, date_end: never finer than what the days span. */
    UCDP_DATE_PRECISION(UcdpCodes::datePrecision),

    /** A whole number from 1 to 7. */
    PRECISION(cells -> Codes.precision(cells.first())),

    /** A key of a record that has none, from what does not change when its figures are corrected. The date comes first. */
    CONTENT_KEY(ContentKey::of);

    private final Function<Cells, String> rule;

    Conversion(Function<Cells, String> rule) {
        this.rule = rule;
    }

    String convert(Cells cells) {
        return rule.apply(cells);
    }

    /** Whether its columns hold codes, dates and small numbers rather than texts that are all different. */
    boolean isOfFewValues() {
        return switch (this) {
            case TEXT, URL, DEGREES, CONTENT_KEY -> false;
            default -> true;
        };
    }

    /** How many of the first columns are dates. */
    int dates() {
        return switch (this) {
            case FIRST_DAY, LAST_DAY, TIME_OF_DAY -> Integer.MAX_VALUE;
            case ACLED_FIRST_DAY, ACLED_LAST_DAY, ACLED_DATE_PRECISION, CONTENT_KEY -> 1;
            default -> 0;
        };
    }

    private static String day(ProviderDate date, boolean first) {
        if (date == null) {
            return null;
        }
        return (first ? date.from() : date.to()).toString();
    }

    private static String time(Cells cells) {
        ProviderDate from = cells.date(0);
        ProviderDate to = cells.date(1);
        boolean isOneDay = from != null && (to == null || to.to().equals(from.from()));
        return isOneDay && from.time() != null ? from.time().toString() : null;
    }

    private static String degrees(String value) {
        if (value == null) {
            return null;
        }
        return ProviderNumber.decimal(value).toPlainString();
    }
}
