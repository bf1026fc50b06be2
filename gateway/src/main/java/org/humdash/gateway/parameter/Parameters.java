package org.humdash.gateway.parameter;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.humdash.gateway.problem.ProblemType;
import org.humdash.gateway.problem.Problems;

/**
 * The parameters of a request. One that is left out or empty takes its default; one that cannot be read, stands twice or
 * is not known is refused: an answer about another day than the one meant is worse than none.
 */
public final class Parameters {

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2100, 12, 31);
    private static final String DAY_EXAMPLE = "2025-12-19";
    private static final String INSTANT_EXAMPLE = "2025-12-19T18:00:00Z";
    private static final int MOST_ECHOED = 40;

    private final MultivaluedMap<String, String> values;

    private Parameters(MultivaluedMap<String, String> values) {
        this.values = values;
    }

    /** @throws HttpProblem if there is a parameter of another name: it may be a misspelt one */
    public static Parameters of(MultivaluedMap<String, String> values, Set<String> names) {
        for (String name : new TreeSet<>(values.keySet())) {
            if (!names.contains(name)) {
                throw refused(
                        echo(name),
                        "There is no parameter " + echo(name) + ". There are " + String.join(", ", new TreeSet<>(names))
                                + ".",
                        null);
            }
        }
        return new Parameters(values);
    }

    /** @throws HttpProblem if it stands twice */
    public Optional<String> text(String name) {
        List<String> given = values.getOrDefault(name, List.of());
        if (given.size() > 1) {
            throw refused(name, name + " is given " + given.size() + " times.", null);
        }
        return given.stream().filter(text -> !text.isEmpty()).findFirst();
    }

    /** @throws HttpProblem if it is no day of the years 1900 to 2100 */
    public Optional<LocalDate> day(String name) {
        return text(name).map(text -> day(name, text));
    }

    /** @throws HttpProblem if it is no instant of the years 1900 to 2100 */
    public Optional<Instant> instant(String name) {
        return text(name).map(text -> instant(name, text));
    }

    /**
     * The refusal of a parameter.
     *
     * @param example how it is written; may be null
     */
    public static HttpProblem refused(String parameter, String detail, String example) {
        String how = example == null ? "" : " Write it as in " + parameter + "=" + example;
        HttpProblem.Builder problem =
                Problems.of(ProblemType.INVALID_PARAMETER, detail + how).with("parameter", parameter);
        return (example == null ? problem : problem.with("example", example)).build();
    }

    /** The beginning of what was sent, in quotation marks. */
    public static String quoted(String text) {
        return "\"" + echo(text) + "\"";
    }

    private static LocalDate day(String name, String text) {
        try {
            LocalDate day = LocalDate.parse(text, DateTimeFormatter.ISO_LOCAL_DATE);
            if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
                throw refused(name, text + " lies outside the years 1900 to 2100.", DAY_EXAMPLE);
            }
            return day;
        } catch (DateTimeException e) {
            throw refused(name, quoted(text) + " is not a day of the calendar.", DAY_EXAMPLE);
        }
    }

    private static Instant instant(String name, String text) {
        try {
            Instant instant = Instant.parse(text);
            if (instant.isBefore(FIRST_DAY.atStartOfDay(ZoneId.of("UTC")).toInstant())
                    || instant.isAfter(LAST_DAY.atStartOfDay(ZoneId.of("UTC")).toInstant())) {
                throw refused(name, text + " lies outside the years 1900 to 2100.", INSTANT_EXAMPLE);
            }
            return instant;
        } catch (DateTimeException e) {
            String hint = text.contains(" ") ? " In an address a plus sign is written %2B." : "";
            throw refused(name, quoted(text) + " is not an instant with its offset from UTC." + hint, INSTANT_EXAMPLE);
        }
    }

    private static String echo(String text) {
        return text.length() <= MOST_ECHOED ? text : text.substring(0, MOST_ECHOED) + "…";
    }
}
