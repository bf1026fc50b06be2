package org.humdash.humanitarian.observation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.humdash.humanitarian.indicator.DefinitionView;
import org.humdash.humanitarian.indicator.IndicatorSummary;
import org.humdash.kit.revision.TimeTravel;
import org.humdash.vocabulary.hxl.RowProblem;
import org.humdash.vocabulary.hxl.Shown;

/**
 * What must hold between the fields of an observation, and between an observation and what is registered. Odd but
 * published is allowed: a falling cumulative figure, a date of publication before the end of the period, an average that
 * does not follow from its total are for the reader to see.
 *
 * @param indicators the catalogue, by code
 * @param hazards the codes of the recorded hazards
 * @param sources whether a source may be quoted
 */
record ObservationRules(Map<String, IndicatorSummary> indicators, Set<String> hazards, Predicate<String> sources) {

    private static final int LONGEST_REFERENCE = 200;

    /** A year of days without a report: more is no daily report. */
    private static final int MOST_DAYS = 366;

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    /** The problems of what a row says, by the column they stand in; none when it may be recorded. */
    List<RowProblem> problems(Statement statement) {
        return switch (statement) {
            case ObservationDraft draft -> problems(draft);
            case UnreportedDays days -> problems(days);
        };
    }

    private List<RowProblem> problems(UnreportedDays days) {
        List<RowProblem> problems = new ArrayList<>();
        Check check = new Check(days.row(), problems);
        checkKnown(days.indicator(), check);
        checkSource("originator", days.originator(), check);
        if (days.publisher() != null) {
            checkSource("publisher", days.publisher(), check);
        }
        boolean isPlausible = TimeTravel.isPlausible(days.from()) && TimeTravel.isPlausible(days.to());
        check.that(isPlausible, "valid_to", "OUT_OF_RANGE", "a year cannot be meant");
        check.that(
                !days.from().isAfter(days.to()),
                "valid_to",
                "PERIOD_REVERSED",
                "the period ends on " + days.to() + ", before it begins on " + days.from());
        check.that(
                !isPlausible || days.from().plusDays(MOST_DAYS).isAfter(days.to()),
                "valid_to",
                "TOO_LONG",
                "at most " + MOST_DAYS + " days without a report are one row");
        return problems;
    }

    private List<RowProblem> problems(ObservationDraft draft) {
        List<RowProblem> problems = new ArrayList<>();
        Check check = new Check(draft.row(), problems);
        IndicatorSummary indicator = checkKnown(draft.indicator(), check);
        if (indicator != null) {
            checkAgainst(indicator, draft, check);
        }
        checkSource("originator", draft.originator(), check);
        if (draft.publisher() != null) {
            checkSource("publisher", draft.publisher(), check);
        }
        check.that(
                draft.hazard() == null || hazards.contains(draft.hazard()),
                "hazard",
                "UNKNOWN_HAZARD",
                "no hazard has the code '" + shown(draft.hazard()) + "'; record it at /api/v1/hazards first");
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
                "an observation cannot be the relay of itself");
        check.that(
                !draft.validFrom().isAfter(draft.validTo()),
                "valid_to",
                "PERIOD_REVERSED",
                "the period ends on " + draft.validTo() + ", before it begins on " + draft.validFrom());
        check.that(
                draft.language() == null || LANGUAGE.matcher(draft.language()).matches(),
                "language",
                "NOT_A_LANGUAGE",
                "a language is a code such as en or ar");
        return problems;
    }

    private IndicatorSummary checkKnown(String code, Check check) {
        IndicatorSummary indicator = indicators.get(code);
        check.that(
                indicator != null,
                "indicator",
                "UNKNOWN_INDICATOR",
                "no indicator has the code '" + shown(code) + "'; see /api/v1/indicators");
        return indicator;
    }

    private static void checkAgainst(IndicatorSummary indicator, ObservationDraft draft, Check check) {
        check.that(
                indicator.definition(draft.definition()).isPresent(),
                "definition",
                "UNKNOWN_DEFINITION",
                indicator.code() + " has no definition '" + shown(draft.definition()) + "', only "
                        + indicator.definitions().stream()
                                .map(DefinitionView::code)
                                .collect(Collectors.joining(", ")));
        List<BigDecimal> numbers = Stream.of(
                        draft.estimate().lower(),
                        draft.estimate().best(),
                        draft.estimate().upper())
                .filter(Objects::nonNull)
                .toList();
        check.that(
                !indicator.wholeNumbers() || numbers.stream().allMatch(number -> number.scale() <= 0),
                "value",
                "NOT_WHOLE",
                indicator.code() + " counts " + indicator.unit() + ": whole numbers only");
        check.that(
                numbers.stream().allMatch(number -> number.compareTo(indicator.minimum()) >= 0)
                        && (indicator.maximum() == null
                                || numbers.stream().allMatch(number -> number.compareTo(indicator.maximum()) <= 0)),
                "value",
                "OUT_OF_RANGE",
                indicator.code() + " is from " + indicator.minimum().toPlainString()
                        + (indicator.maximum() == null
                                ? " up"
                                : " to " + indicator.maximum().toPlainString()) + " " + indicator.unit());
    }

    private void checkSource(String column, String code, Check check) {
        check.that(
                sources.test(code),
                column,
                "UNKNOWN_SOURCE",
                "source '" + shown(code) + "' is not registered; register it at /api/v1/sources first");
    }

    /** Foreign text inside a message, cut to a length that can be read. */
    private static String shown(String text) {
        return text == null ? null : Shown.cut(text);
    }

    private record Check(long row, List<RowProblem> problems) {

        void that(boolean holds, String column, String code, String message) {
            if (!holds) {
                problems.add(new RowProblem(row, column, code, message));
            }
        }
    }
}
