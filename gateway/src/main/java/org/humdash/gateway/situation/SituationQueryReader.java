package org.humdash.gateway.situation;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.humdash.gateway.GatewayConfig;
import org.humdash.gateway.answer.SettledNow;
import org.humdash.gateway.problem.ProblemType;
import org.humdash.gateway.problem.Problems;
import org.humdash.vocabulary.place.Area;
import org.humdash.vocabulary.place.Gazetteer;

/**
 * Reads the parameters of a situation. A parameter that is left out or empty takes its default; one that cannot be read,
 * stands twice or is not known is refused: an answer about another day than the one meant is worse than none.
 */
@ApplicationScoped
class SituationQueryReader {

    private static final Set<String> NAMES = Set.of("ceasefire", "area", "asOf", "knownAt");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2100, 12, 31);
    private static final int MOST_ECHOED = 40;

    private final Gazetteer gazetteer = Gazetteer.palestine();
    private final Clock clock;
    private final SettledNow settled;
    private final ZoneId timeZone;
    private final String defaultCeasefire;
    private final Area defaultArea;

    SituationQueryReader(GatewayConfig config, Clock clock, SettledNow settled) {
        this.clock = clock;
        this.settled = settled;
        this.timeZone = config.situation().timeZone();
        this.defaultCeasefire = config.situation().defaultCeasefire();
        String area = config.situation().defaultArea();
        this.defaultArea = gazetteer
                .find(area)
                .orElseThrow(() -> new IllegalArgumentException(
                        "humdash.gateway.situation.default-area must be a P-code that is known, but is " + area));
    }

    /** @throws HttpProblem naming the parameter and showing how it is written */
    SituationQuery read(MultivaluedMap<String, String> parameters) {
        for (String name : new TreeSet<>(parameters.keySet())) {
            if (!NAMES.contains(name)) {
                throw refused(
                        echo(name),
                        "There is no parameter " + echo(name) + ". There are " + String.join(", ", new TreeSet<>(NAMES))
                                + ".",
                        null);
            }
        }
        Instant now = clock.instant();
        String ceasefire = single(parameters, "ceasefire");
        String area = single(parameters, "area");
        String asOf = single(parameters, "asOf");
        String knownAt = single(parameters, "knownAt");
        return new SituationQuery(
                ceasefire == null ? defaultCeasefire : code(ceasefire),
                area == null ? defaultArea : area(area),
                asOf == null ? LocalDate.ofInstant(now, timeZone) : day(asOf),
                knownAt == null ? settled.orElse(now.truncatedTo(ChronoUnit.MILLIS)) : instant(knownAt));
    }

    private String code(String text) {
        if (!CODE.matcher(text).matches()) {
            throw refused("ceasefire", quoted(text) + " is not the code of a ceasefire.", defaultCeasefire);
        }
        return text;
    }

    private Area area(String text) {
        return gazetteer
                .find(text)
                .orElseThrow(() -> refused(
                        "area",
                        quoted(text) + " is not a P-code of the gazetteer.",
                        defaultArea.pcode().value()));
    }

    private static LocalDate day(String text) {
        try {
            LocalDate day = LocalDate.parse(text, DateTimeFormatter.ISO_LOCAL_DATE);
            if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
                throw refused("asOf", text + " lies outside the years 1900 to 2100.", "2025-12-19");
            }
            return day;
        } catch (DateTimeException e) {
            throw refused("asOf", quoted(text) + " is not a day of the calendar.", "2025-12-19");
        }
    }

    private static Instant instant(String text) {
        try {
            Instant instant = Instant.parse(text);
            if (instant.isBefore(FIRST_DAY.atStartOfDay(ZoneId.of("UTC")).toInstant())
                    || instant.isAfter(LAST_DAY.atStartOfDay(ZoneId.of("UTC")).toInstant())) {
                throw refused("knownAt", text + " lies outside the years 1900 to 2100.", "2025-12-19T18:00:00Z");
            }
            return instant;
        } catch (DateTimeException e) {
            String hint = text.contains(" ") ? " In an address a plus sign is written %2B." : "";
            throw refused(
                    "knownAt",
                    quoted(text) + " is not an instant with its offset from UTC." + hint,
                    "2025-12-19T18:00:00Z");
        }
    }

    private static String single(MultivaluedMap<String, String> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw refused(name, name + " is given " + values.size() + " times.", null);
        }
        return values.isEmpty() || values.getFirst().isEmpty() ? null : values.getFirst();
    }

    private static HttpProblem refused(String parameter, String detail, String example) {
        String how = example == null ? "" : " Write it as in " + parameter + "=" + example;
        HttpProblem.Builder problem =
                Problems.of(ProblemType.INVALID_PARAMETER, detail + how).with("parameter", parameter);
        return (example == null ? problem : problem.with("example", example)).build();
    }

    private static String quoted(String text) {
        return "\"" + echo(text) + "\"";
    }

    private static String echo(String text) {
        return text.length() <= MOST_ECHOED ? text : text.substring(0, MOST_ECHOED) + "…";
    }
}
