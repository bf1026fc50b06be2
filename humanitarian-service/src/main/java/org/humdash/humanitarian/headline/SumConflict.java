package org.humdash.humanitarian.headline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.humdash.vocabulary.text.BilingualText;

/**
 * What figures differ in that must be one if they are to be added up.
 *
 * @param values the values there are, each with the areas whose figures have it
 */
record SumConflict(Kind what, List<Value> values) {

    enum Kind {
        ORIGINATOR("originators", "المصدر", SumTerms::originator),
        DEFINITION("definitions", "التعريف", SumTerms::definition),
        HAZARD("hazards", "الخطر", SumTerms::hazard, SumTerms::shownHazard),
        PERIOD("periods", "الفترة", SumTerms::period);

        private final String plural;
        private final String ar;
        private final Function<SumTerms, String> recorded;
        private final Function<SumTerms, String> shown;

        Kind(String plural, String ar, Function<SumTerms, String> value) {
            this(plural, ar, value, value);
        }

        Kind(String plural, String ar, Function<SumTerms, String> recorded, Function<SumTerms, String> shown) {
            this.plural = plural;
            this.ar = ar;
            this.recorded = recorded;
            this.shown = shown;
        }

        /** The values there are. Neither their number nor their order tells more of one that is not shown than that it differs. */
        private List<Value> values(Map<String, SumTerms> byArea) {
            Map<Optional<String>, List<Map.Entry<String, SumTerms>>> same = byArea.entrySet().stream()
                    .collect(Collectors.groupingBy(entry -> Optional.ofNullable(recorded.apply(entry.getValue()))));
            return same.values().stream()
                    .map(entries -> new Value(
                            shown.apply(entries.getFirst().getValue()),
                            entries.stream().map(Map.Entry::getKey).sorted().toList()))
                    .sorted(Value.ORDER)
                    .toList();
        }
    }

    /** @param value null for figures that are about no hazard, and about one that the reader may not know of */
    record Value(String value, List<String> areas) {

        private static final Comparator<Value> ORDER = Comparator.comparing(
                        Value::value, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(value -> value.areas().getFirst());

        String text() {
            return Objects.requireNonNullElse(value, "–") + " (" + String.join(", ", areas) + ")";
        }
    }

    /** What the figures differ in; empty when they may be added up. */
    static List<SumConflict> among(Map<String, SumTerms> byArea) {
        List<SumConflict> conflicts = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            List<Value> values = kind.values(byArea);
            if (values.size() > 1) {
                conflicts.add(new SumConflict(kind, values));
            }
        }
        return conflicts;
    }

    /** Why these figures are not added up. */
    static BilingualText reason(List<SumConflict> conflicts) {
        return new BilingualText(
                "The figures of the areas inside are of "
                        + conflicts.stream()
                                .map(conflict ->
                                        conflict.values.size() + " " + conflict.what.plural + ": " + conflict.text())
                                .collect(Collectors.joining("; and of "))
                        + ". Only figures of one originator, one definition, one hazard and one period are added up.",
                "تختلف أرقام المناطق الداخلة في "
                        + conflicts.stream()
                                .map(conflict -> conflict.what.ar + ": " + conflict.text())
                                .collect(Collectors.joining("؛ وفي "))
                        + ". لا تُجمع إلا أرقام مصدر واحد وتعريف واحد وخطر واحد وفترة واحدة.");
    }

    private String text() {
        return values.stream().map(Value::text).collect(Collectors.joining(", "));
    }
}
