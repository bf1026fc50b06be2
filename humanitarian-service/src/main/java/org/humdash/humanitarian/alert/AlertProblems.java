package org.humdash.humanitarian.alert;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.humdash.kit.revision.TimeTravel;
import org.humdash.vocabulary.hxl.Shown;

/** Reads the values of one alert from its texts and keeps what is wrong with them. A text that is null gives null. */
final class AlertProblems {

    private final List<AlertProblem> problems = new ArrayList<>();

    List<AlertProblem> all() {
        return problems;
    }

    void add(Position at, String element, String code, String message) {
        problems.add(new AlertProblem(at.line(), at.column(), element, code, message));
    }

    /** A text that has to be there. */
    String required(Position at, String element, String text) {
        if (text == null) {
            add(at, element, "MISSING", "an alert needs <" + element + ">");
        }
        return text;
    }

    /** The constant that is called so, whatever its case. */
    <E extends Enum<E>> E oneOf(Class<E> type, Position at, String element, String text) {
        if (text == null) {
            return null;
        }
        Optional<E> found = Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equalsIgnoreCase(text))
                .findFirst();
        if (found.isEmpty()) {
            add(
                    at,
                    element,
                    "UNKNOWN_VALUE",
                    "'" + shown(text) + "' is none of "
                            + Arrays.stream(type.getEnumConstants())
                                    .map(AlertProblems::capitalised)
                                    .collect(Collectors.joining(", ")));
        }
        return found.orElse(null);
    }

    /** A moment with its offset, as CAP writes it. */
    Instant moment(Position at, String element, String text) {
        return date(
                at,
                element,
                text,
                "must be a moment with its offset such as 2025-12-10T06:00:00+02:00",
                value -> OffsetDateTime.parse(value).toInstant());
    }

    /** A moment as GDACS writes it: with a zone in its feed, in UTC without saying so in its JSON. */
    Instant utc(Position at, String element, String text) {
        return date(
                at,
                element,
                text,
                "must be a moment such as 2025-12-10T06:00:00 or Wed, 10 Dec 2025 06:00:00 GMT",
                value -> value.contains(",")
                        ? OffsetDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                                .toInstant()
                        : LocalDateTime.parse(value.endsWith("Z") ? value.substring(0, value.length() - 1) : value)
                                .toInstant(ZoneOffset.UTC));
    }

    static String shown(String text) {
        return Shown.cut(text);
    }

    private interface Reading {
        Instant read(String text);
    }

    private Instant date(Position at, String element, String text, String expected, Reading reading) {
        if (text == null) {
            return null;
        }
        try {
            Instant instant = reading.read(text);
            if (TimeTravel.isPlausible(instant.atOffset(ZoneOffset.UTC).toLocalDate())) {
                return instant;
            }
            add(at, element, "OUT_OF_RANGE", "the year of '" + shown(text) + "' cannot be meant");
        } catch (DateTimeException e) {
            add(at, element, "NOT_A_DATE", "'" + shown(text) + "' " + expected);
        }
        return null;
    }

    private static String capitalised(Enum<?> value) {
        return value.name().charAt(0) + value.name().substring(1).toLowerCase(Locale.ROOT);
    }
}
