package org.humdash.humanitarian.series;

import static org.humdash.kit.problem.ProblemType.INVALID_PARAMETER;
import static org.humdash.kit.problem.ProblemType.MIXED_DEFINITIONS;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.humdash.humanitarian.indicator.DefinitionHistory;
import org.humdash.humanitarian.indicator.IndicatorSummary;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.TimeTravel;
import org.humdash.vocabulary.place.Gazetteer;

/** Which series of an indicator are asked for, and in which days. */
class SeriesFilter {

    /** The most points of one series in a period that is asked for: more than a hundred years of weeks, fifty of days. */
    private static final int MOST_POINTS = 20_000;

    @QueryParam("area")
    @Parameter(
            required = true,
            example = "PS02",
            description = "A P-code; figures about just this area, for those of its parts are never added up")
    String area;

    @QueryParam("source")
    @Size(max = 50)
    @Parameter(description = "Codes of originators; all of them when left out")
    List<String> sources;

    @QueryParam("definition")
    @Size(max = 50)
    @Parameter(
            description =
                    "Code of one definition of the indicator; every one in series of its own when left out. Two of"
                            + " them are refused with 409")
    List<String> definitions;

    @QueryParam("hazard")
    @Parameter(description = "Code of the hazard the figures are about")
    String hazard;

    @QueryParam("parts")
    @DefaultValue("false")
    @Parameter(description = "The series of figures about a part only (sex, age, cause, type of shelter) too")
    boolean parts;

    @QueryParam("single")
    @DefaultValue("false")
    @Parameter(description = "One series or, where there would be several, a 409 that says what they differ in")
    boolean single;

    @QueryParam("bucket")
    @DefaultValue("day")
    @Parameter(description = "day, week or month")
    String bucket;

    @QueryParam("weekStart")
    @Parameter(description = "The day weeks begin on: MON (when left out, as in ISO weeks), SUN or SAT")
    String weekStart;

    @QueryParam("from")
    @Parameter(description = "Only days from this one on (yyyy-MM-dd); each series from its first figure when left out")
    String from;

    @QueryParam("to")
    @Parameter(description = "Only days up to this one (yyyy-MM-dd); each series to its last figure when left out")
    String to;

    /** The question, or an answer of 400 or 409 that says what does not fit. */
    SeriesQuestion question(IndicatorSummary indicator, Set<String> hiddenHazards, ReadScope scope) {
        if (Gazetteer.palestine().find(area).isEmpty()) {
            throw INVALID_PARAMETER.because("Parameter 'area' must be a P-code such as PS02.");
        }
        LocalDate first = from == null ? null : TimeTravel.date("from", from);
        LocalDate last = to == null ? null : TimeTravel.date("to", to);
        if (last != null && last.isAfter(scope.asOf())) {
            last = scope.asOf();
        }
        if (first != null && last != null) {
            checkPeriod(first, last);
        }
        return new SeriesQuestion(
                indicator,
                area,
                sources == null ? List.of() : List.copyOf(sources),
                definition(indicator),
                hazard,
                hiddenHazards,
                parts,
                length(),
                weekStart(),
                first,
                last,
                scope);
    }

    private void checkPeriod(LocalDate first, LocalDate last) {
        if (first.isAfter(last)) {
            throw INVALID_PARAMETER.because(
                    "Parameter 'from' is " + first + ", and must not be after 'to' or the as-of day, " + last + ".");
        }
        int days = switch (length()) {
            case DAY -> 1;
            case WEEK -> 7;
            case MONTH -> 28;
        };
        if (ChronoUnit.DAYS.between(first, last) / days >= MOST_POINTS) {
            throw INVALID_PARAMETER.because("From " + first + " to " + last + " there are more than " + MOST_POINTS
                    + " points. Ask for weeks or months, or for fewer days.");
        }
    }

    /** Null for all of them. */
    private String definition(IndicatorSummary indicator) {
        if (definitions == null || definitions.isEmpty()) {
            return null;
        }
        for (String code : definitions) {
            if (indicator.history(code).isEmpty()) {
                throw INVALID_PARAMETER.because("Parameter 'definition': "
                        + indicator.code() + " has no such definition, only "
                        + indicator.histories().stream()
                                .map(DefinitionHistory::code)
                                .collect(Collectors.joining(", "))
                        + ".");
            }
        }
        String one = definitions.getFirst();
        definitions.stream().filter(code -> !code.equals(one)).findFirst().ifPresent(other -> {
            throw mixed(one, other);
        });
        return one;
    }

    /** The refusal of a question that would put two definitions in one series. */
    static RuntimeException mixed(String one, String other) {
        return MIXED_DEFINITIONS
                .with("Figures by " + one + " and by " + other
                        + " count different things and are not put in one series."
                        + " Ask for one of them, or leave 'definition' and 'single' out to have each by itself.")
                .with("definitions", List.of(one, other))
                .build();
    }

    private Bucket.Length length() {
        return switch (bucket) {
            case "day" -> Bucket.Length.DAY;
            case "week" -> Bucket.Length.WEEK;
            case "month" -> Bucket.Length.MONTH;
            default -> throw INVALID_PARAMETER.because("Parameter 'bucket' must be day, week or month.");
        };
    }

    private DayOfWeek weekStart() {
        return switch (weekStart) {
            case null -> DayOfWeek.MONDAY;
            case "MON" -> DayOfWeek.MONDAY;
            case "SUN" -> DayOfWeek.SUNDAY;
            case "SAT" -> DayOfWeek.SATURDAY;
            default -> throw INVALID_PARAMETER.because("Parameter 'weekStart' must be MON, SUN or SAT.");
        };
    }
}
