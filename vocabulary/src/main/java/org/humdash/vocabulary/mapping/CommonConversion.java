package org.humdash.vocabulary.mapping;

import java.util.function.Function;
import org.humdash.vocabulary.provider.ProviderDate;
import org.humdash.vocabulary.provider.ProviderNumber;

/** The conversions that any kind of table may need. */
public enum CommonConversion implements Conversion {
    /** As it stands, in the first column that holds something. */
    TEXT(Cells::first),

    /** A code of ours, whatever its case and with spaces for underscores. */
    CODE(cells -> Codes.code(cells.first())),

    /** The first day of the date in the first column that holds one. */
    FIRST_DAY(cells -> day(cells.firstDate(), true)),

    /** The last day of the date in the first column that holds one. */
    LAST_DAY(cells -> day(cells.firstDate(), false)),

    /** Of the dates of begin and end: the time that stands with the first if both are of one day; midnight is none. */
    TIME_OF_DAY(CommonConversion::time),

    /** A whole number of people or things. */
    COUNT(cells -> cells.first() == null ? null : String.valueOf(ProviderNumber.count(cells.first()))),

    /** A number or a figure in words, such as "at least 3". */
    FIGURE(cells -> Codes.figure(cells.first())),

    /** The same, of something that need not be whole. */
    NUMBER(cells -> Codes.number(cells.first())),

    DEGREES(cells -> degrees(cells.first())),

    /** The first web address in the text; nothing if there is none. */
    URL(cells -> Codes.webAddress(cells.first())),

    /** The P-code of level 1 of the first column that is or names one, or else that of what is known of level 2. */
    ADM1(cells -> cells.areas().adm1(cells.values())),

    /** The P-code of level 2 of the first column that is or names one. */
    ADM2(cells -> cells.areas().adm2(cells.values())),

    /**
     * The P-code of the first column that holds something, whatever its level; the finest level stands first. An area that
     * is not known stays as it is written, to be refused: the area around it is another one.
     */
    AREA(cells -> cells.areas().any(cells.first())),

    /** A whole number from 1 to 7. */
    PRECISION(cells -> Codes.precision(cells.first())),

    /** A key of a record that has none, from what does not change when its figures are corrected. The date comes first. */
    CONTENT_KEY(ContentKey::of);

    private final Function<Cells, String> rule;

    CommonConversion(Function<Cells, String> rule) {
        this.rule = rule;
    }

    @Override
    public String convert(Cells cells) {
        return rule.apply(cells);
    }

    @Override
    public boolean isOfFewValues() {
        return switch (this) {
            case TEXT, URL, DEGREES, CONTENT_KEY -> false;
            default -> true;
        };
    }

    @Override
    public int dates() {
        return switch (this) {
            case FIRST_DAY, LAST_DAY, TIME_OF_DAY -> Integer.MAX_VALUE;
            case CONTENT_KEY -> 1;
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
        return ProviderNumber.degrees(value).toPlainString();
    }
}
