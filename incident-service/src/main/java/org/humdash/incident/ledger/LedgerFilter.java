package org.humdash.incident.ledger;

import static org.humdash.kit.problem.ProblemType.INVALID_PARAMETER;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.humdash.incident.violation.ViolationType;
import org.humdash.vocabulary.place.Area;
import org.humdash.vocabulary.place.Gazetteer;
import org.humdash.vocabulary.time.DayCount;

/** Which ledger of a ceasefire is asked for. */
class LedgerFilter {

    @QueryParam("area")
    @Parameter(
            description =
                    "A P-code: only incidents in it or in the areas inside it. All incidents of the ceasefire when left"
                            + " out, those without a place included")
    String area;

    @QueryParam("types")
    @Parameter(description = "Only incidents of these types and their sub-types; several with commas")
    List<String> types;

    @QueryParam("lagDays")
    @Min(0)
    @Max(60)
    @Parameter(description = "A day later than the as-of day minus this many is pending; 1 when left out")
    Integer lagDays;

    @QueryParam("dayCount")
    @Parameter(
            description = "How the monitored days are counted: INCLUSIVE (when left out), ELAPSED or"
                    + " FULL_DAYS_AFTER_EFFECTIVE")
    String dayCount;

    /** The area asked for; empty for all. */
    Optional<Area> area() {
        return Optional.ofNullable(area)
                .map(code -> Gazetteer.palestine()
                        .find(code)
                        .orElseThrow(
                                () -> INVALID_PARAMETER.because("Parameter 'area' must be a P-code such as PS02.")));
    }

    /** The types asked for with their sub-types; all of them when none is named. */
    Set<ViolationType> types() {
        if (types == null || types.isEmpty()) {
            return EnumSet.allOf(ViolationType.class);
        }
        return ViolationType.withSubTypes(types.stream()
                .flatMap(list -> Arrays.stream(list.split(",", -1)))
                .map(name -> one("types", name.strip(), ViolationType.values()))
                .toList());
    }

    DayCount dayCount() {
        return dayCount == null ? DayCount.INCLUSIVE : one("dayCount", dayCount, DayCount.values());
    }

    /** The constant of that name, or 400 with the list of what it may be. */
    static <E extends Enum<E>> E one(String parameter, String name, E[] values) {
        return Stream.of(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow(() -> INVALID_PARAMETER.because(
                        "Parameter '" + parameter + "' must be one of " + Arrays.toString(values) + "."));
    }
}
