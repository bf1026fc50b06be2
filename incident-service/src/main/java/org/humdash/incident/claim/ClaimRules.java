package org.humdash.incident.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.humdash.incident.ceasefire.CeasefireSummary;
import org.humdash.kit.revision.TimeTravel;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.hxl.RowProblem;
import org.humdash.vocabulary.place.Gazetteer;

/**
 * What must hold between the fields of a claim, and between a claim and what is registered. Odd but published is
 * allowed: a residual, a falling figure, a date of publication before the end of the period are for the reader to see.
 *
 * @param ceasefires the ceasefires a claim may belong to, by code
 * @param sources the codes of the registered sources
 */
record ClaimRules(Map<String, CeasefireSummary> ceasefires, Set<String> sources) {

    private static final int LONGEST_REFERENCE = 200;

    /** The problems of a draft, by the column they stand in; none when it may be recorded. */
    List<RowProblem> problems(ClaimDraft draft) {
        List<RowProblem> problems = new ArrayList<>();
        Check check = new Check(draft, problems);
        check.that(
                ceasefires.containsKey(draft.ceasefire()),
                "ceasefire",
                "UNKNOWN_CEASEFIRE",
                "no ceasefire has the code '" + draft.ceasefire() + "'");
        check.that(
                draft.area() == null || isPlace(draft.area()),
                "area",
                "UNKNOWN_PCODE",
                "'" + draft.area() + "' is not a P-code of the gazetteer, such as PS02");
        check.source("originator", draft.originator(), sources::contains);
        check.source("publisher", draft.publisher(), code -> code == null || sources.contains(code));
        check.that(
                draft.reference().length() <= LONGEST_REFERENCE,
                "reference",
                "TOO_LONG",
                "a reference has " + LONGEST_REFERENCE + " characters at most");
        Stream.of(draft.validFrom(), draft.validTo(), draft.publishedOn())
                .filter(date -> !TimeTravel.isPlausible(date))
                .forEach(date ->
                        check.that(false, "valid_to", "OUT_OF_RANGE", "the year of " + date + " cannot be meant"));
        check.that(
                !draft.reference().equals(draft.relayOf()),
                "relay_of",
                "RELAYS_ITSELF",
                "a claim cannot be the relay of itself");
        check.that(
                !draft.validFrom().isAfter(draft.validTo()),
                "valid_to",
                "PERIOD_REVERSED",
                "the period ends on " + draft.validTo() + ", before it begins on " + draft.validFrom());
        check.that(
                draft.statedDays() == null || draft.statedDays() <= 36_525,
                "stated_days",
                "TOO_LARGE",
                "more days than a century has");
        check.that(isWhole(draft.estimate()), "value", "NOT_WHOLE", "counts are whole numbers");
        draft.parts()
                .forEach((type, part) ->
                        check.that(isWhole(part), ClaimCsv.column(type), "NOT_WHOLE", "counts are whole numbers"));
        check.that(
                draft.parts().isEmpty() || draft.measure() == Measure.VIOLATIONS,
                "measure",
                "NO_BREAKDOWN",
                "only VIOLATIONS are broken down by type");
        return problems;
    }

    private static boolean isPlace(String pcode) {
        return Gazetteer.palestine().find(pcode).isPresent();
    }

    private static boolean isWhole(Estimate estimate) {
        return Stream.of(estimate.lower(), estimate.best(), estimate.upper())
                .filter(java.util.Objects::nonNull)
                .allMatch(number -> number.scale() <= 0);
    }

    private record Check(ClaimDraft draft, List<RowProblem> problems) {

        void that(boolean holds, String column, String code, String message) {
            if (!holds) {
                problems.add(new RowProblem(draft.row(), column, code, message));
            }
        }

        void source(String column, String code, Predicate<String> known) {
            that(
                    known.test(code),
                    column,
                    "UNKNOWN_SOURCE",
                    "source '" + code + "' is not registered; register it at /api/v1/sources first");
        }
    }
}
