package org.humdash.incident.incident;

import static org.humdash.kit.problem.ProblemType.INVALID_PARAMETER;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

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
        Set<IncidentGrouping> groupings = EnumSet.noneOf(IncidentGrouping.class);
        for (String word : by.split(",")) {
            groupings.add(Arrays.stream(values())
                    .filter(grouping -> grouping.word().equals(word.strip()))
                    .findFirst()
                    .orElseThrow(() -> INVALID_PARAMETER.because("Parameter 'by' must be one or more of "
                            + Arrays.stream(values())
                                    .map(IncidentGrouping::word)
                                    .collect(Collectors.joining(", "))
                            + ", with commas.")));
        }
        List<IncidentGrouping> periods = new ArrayList<>(EnumSet.range(DAY, MONTH));
        periods.retainAll(groupings);
        if (periods.size() > 1) {
            throw INVALID_PARAMETER.because("Parameter 'by' can have one of day, week and month.");
        }
        return groupings;
    }

    String sql() {
        return sql;
    }

    String column() {
        return "by_" + word();
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
