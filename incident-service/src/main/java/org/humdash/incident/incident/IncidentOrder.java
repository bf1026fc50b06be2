package org.humdash.incident.incident;

import static org.humdash.kit.problem.ProblemType.INVALID_PARAMETER;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The orders a list of incidents can have. Each is backed by an index and made whole by the id. */
enum IncidentOrder {
    NEWEST_FIRST("-occurredFrom", "i.occurred_from", "i.id", "date", "uuid", true),
    OLDEST_FIRST("occurredFrom", "i.occurred_from", "i.id", "date", "uuid", false),
    LAST_RECORDED_FIRST("-recordedAt", "i.recorded_at", "i.id", "timestamptz", "uuid", true),
    FIRST_RECORDED_FIRST("recordedAt", "i.recorded_at", "i.id", "timestamptz", "uuid", false);

    private final String parameter;
    final String first;
    final String second;
    private final String firstType;
    private final String secondType;
    private final boolean descends;

    IncidentOrder(
            String parameter, String first, String second, String firstType, String secondType, boolean descends) {
        this.parameter = parameter;
        this.first = first;
        this.second = second;
        this.firstType = firstType;
        this.secondType = secondType;
        this.descends = descends;
    }

    /** Reads the parameter {@code sort}, or answers 400. */
    static IncidentOrder of(String sort) {
        return Arrays.stream(values())
                .filter(order -> order.parameter.equals(sort))
                .findFirst()
                .orElseThrow(() -> INVALID_PARAMETER.because("Parameter 'sort' must be one of "
                        + Arrays.stream(values()).map(order -> order.parameter).collect(Collectors.joining(", "))
                        + "."));
    }

    /** Whether it is by the day something happened, and not by the instant it was recorded. */
    boolean isByDay() {
        return firstType.equals("date");
    }

    String clause() {
        String direction = descends ? " desc" : "";
        return first + direction + ", " + second + direction;
    }

    /** The condition of coming after a place in the list, with a parameter for each part. */
    String after() {
        return "(" + first + ", " + second + ") " + (descends ? "<" : ">") + " (?::" + firstType + ", ?::" + secondType
                + ")";
    }
}
