package org.humdash.incident.mapping;

import java.util.function.Function;
import org.humdash.vocabulary.mapping.Cells;
import org.humdash.vocabulary.mapping.Conversion;
import org.humdash.vocabulary.mapping.Conversions;

/** How what providers say of incidents becomes ours. */
public enum IncidentConversion implements Conversion {
    /** A type of ours by its code, its name, or the words of ACLED for it. */
    TYPE(cells -> TypeNames.type(cells.first())),

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
    UCDP_DATE_PRECISION(UcdpCodes::datePrecision);

    /** Everything a mapping of incidents may name. */
    public static final Conversions ALL = Conversions.commonAnd(values());

    private final Function<Cells, String> rule;

    IncidentConversion(Function<Cells, String> rule) {
        this.rule = rule;
    }

    @Override
    public String convert(Cells cells) {
        return rule.apply(cells);
    }

    @Override
    public boolean isOfFewValues() {
        return true;
    }

    @Override
    public int dates() {
        return switch (this) {
            case ACLED_FIRST_DAY, ACLED_LAST_DAY, ACLED_DATE_PRECISION -> 1;
            default -> 0;
        };
    }
}
