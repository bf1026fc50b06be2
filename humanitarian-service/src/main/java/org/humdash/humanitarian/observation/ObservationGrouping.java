package org.humdash.humanitarian.observation;

import java.util.EnumSet;
import java.util.Set;
import org.humdash.kit.query.Groupings;

/** What observations can be counted by. Days, weeks and months are those of the last day of the period. */
enum ObservationGrouping {
    INDICATOR("o.indicator"),
    AREA("o.area"),

    /** The originator. */
    SOURCE("o.originator"),
    DAY("o.valid_to"),

    /** Weeks that begin on Monday (ISO 8601), by that day. */
    WEEK("date_trunc('week', o.valid_to)::date"),
    MONTH("date_trunc('month', o.valid_to)::date");

    private final String sql;

    ObservationGrouping(String sql) {
        this.sql = sql;
    }

    /** Reads the parameter {@code by}, or answers 400. */
    static Set<ObservationGrouping> of(String by) {
        return Groupings.of(by, ObservationGrouping.class, EnumSet.range(DAY, MONTH));
    }

    String sql() {
        return sql;
    }

    String column() {
        return "by_" + Groupings.word(this);
    }
}
