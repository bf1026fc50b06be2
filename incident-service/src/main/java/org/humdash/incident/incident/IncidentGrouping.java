package org.humdash.incident.incident;

import java.util.EnumSet;
import java.util.Set;
import org.humdash.kit.query.Groupings;

/** What incidents can be counted by. Days, weeks and months are those of the first day of an incident. */
enum IncidentGrouping {
    TYPE("i.type"),
    AREA("nullif(i.adm2, '')"),
    GRADE("i.grade"),

    /** The provider. */
    SOURCE("i.source"),
    DAY("i.occurred_from"),

    /** Weeks that begin on Monday (ISO 8601), by that day. */
    WEEK("date_trunc('week', i.occurred_from)::date"),
    MONTH("date_trunc('month', i.occurred_from)::date");

    private final String sql;

    IncidentGrouping(String sql) {
        this.sql = sql;
    }

    /** Reads the parameter {@code by}, or answers 400. */
    static Set<IncidentGrouping> of(String by) {
        return Groupings.of(by, IncidentGrouping.class, EnumSet.range(DAY, MONTH));
    }

    String sql() {
        return sql;
    }

    String column() {
        return "by_" + Groupings.word(this);
    }
}
