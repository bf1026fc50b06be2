package org.humdash.incident.ledger;

import static org.humdash.kit.problem.ProblemType.INVALID_PARAMETER;

import jakarta.ws.rs.QueryParam;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.humdash.incident.rollup.Dimension;

/** What incidents are told apart by. */
class CountsFilter {

    /** One word of the parameter {@code by}. */
    enum By {
        DAY,
        WEEK,
        MONTH,
        TYPE,
        AREA
    }

    @QueryParam("by")
    @Parameter(
            description =
                    "At most one of day, week and month, and type, area or both; several with commas. Day when left"
                            + " out")
    List<String> by;

    @QueryParam("weekStart")
    @Parameter(description = "The day weeks begin on: MON (when left out, as in ISO weeks), SUN or SAT")
    String weekStart;

    /** The words asked for. */
    Set<By> by() {
        if (by == null || by.isEmpty()) {
            return EnumSet.of(By.DAY);
        }
        Set<By> words = by.stream()
                .flatMap(list -> Arrays.stream(list.split(",", -1)))
                .map(CountsFilter::word)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(By.class)));
        long lengths = words.stream().filter(CountsFilter::isTime).count();
        if (lengths > 1) {
            throw INVALID_PARAMETER.because("Parameter 'by' takes only one of day, week and month.");
        }
        return words;
    }

    /** What the incidents of a bucket are told apart by. */
    Set<Dimension> cells() {
        Set<Dimension> cells = EnumSet.noneOf(Dimension.class);
        if (by().contains(By.TYPE)) {
            cells.add(Dimension.TYPE);
        }
        if (by().contains(By.AREA)) {
            cells.add(Dimension.AREA);
        }
        return cells;
    }

    Bucket.Length length() {
        return by().stream()
                .filter(CountsFilter::isTime)
                .map(word -> Bucket.Length.valueOf(word.name()))
                .findFirst()
                .orElse(Bucket.Length.PERIOD);
    }

    DayOfWeek weekStart() {
        return switch (weekStart) {
            case null -> DayOfWeek.MONDAY;
            case "MON" -> DayOfWeek.MONDAY;
            case "SUN" -> DayOfWeek.SUNDAY;
            case "SAT" -> DayOfWeek.SATURDAY;
            default -> throw INVALID_PARAMETER.because("Parameter 'weekStart' must be MON, SUN or SAT.");
        };
    }

    private static boolean isTime(By word) {
        return word == By.DAY || word == By.WEEK || word == By.MONTH;
    }

    private static By word(String text) {
        return Arrays.stream(By.values())
                .filter(word -> word.name().toLowerCase(Locale.ROOT).equals(text.strip()))
                .findFirst()
                .orElseThrow(() -> INVALID_PARAMETER.because(
                        "Parameter 'by' takes day, week, month, type and area, with commas."));
    }
}
