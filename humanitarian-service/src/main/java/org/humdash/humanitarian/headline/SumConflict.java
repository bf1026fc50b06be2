package org.humdash.humanitarian.headline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
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
        HAZARD("hazards", "الخطر", SumTerms::hazard),
        PERIOD("periods", "الفترة", SumTerms::period);

        private final String plural;
        private final String ar;
        private final Function<SumTerms, String> value;

        Kind(String plural, String ar, Function<SumTerms, String> value) {
            this.plural = plural;
            this.ar = ar;
            this.value = value;
        }
    }

    /** @param value null for figures that are about no hazard */
    record Value(String value, List<String> areas) {

        String text() {
            return Objects.requireNonNullElse(value, "–") + " (" + String.join(", ", areas) + ")";
        }
    }

    /** What the figures differ in; empty when they may be added up. */
    static List<SumConflict> among(Map<String, SumTerms> byArea) {
        List<SumConflict> conflicts = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            Map<String, List<String>> areas = new TreeMap<>(byArea.entrySet().stream()
                    .collect(Collectors.groupingBy(
                            entry -> Objects.requireNonNullElse(kind.value.apply(entry.getValue()), ""),
                            Collectors.mapping(Map.Entry::getKey, Collectors.toList()))));
            if (areas.size() > 1) {
                conflicts.add(new SumConflict(
                        kind,
                        areas.entrySet().stream()
                                .map(entry -> new Value(
                                        entry.getKey().isEmpty() ? null : entry.getKey(),
                                        entry.getValue().stream().sorted().toList()))
                                .toList()));
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
