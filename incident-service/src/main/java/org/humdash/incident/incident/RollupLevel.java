package org.humdash.incident.incident;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.humdash.incident.violation.ViolationType;
import org.humdash.vocabulary.access.Clearance;

/**
 * A table of the roll-up and how its rows are made from rows of the finest one. A coarse level leaves keys out, adds an
 * area '*', the ceasefire as a whole, and sums up what each clearance may read instead of each sensitivity.
 *
 * @param measures its sums with what is summed, as expressions over a row {@code r} of the finest level
 * @param condition which rows of the finest level are in it
 */
record RollupLevel(String table, List<String> keys, SequencedMap<String, String> measures, String condition) {

    /** Sums of the figures, as the roll-up names them. */
    static final List<String> FIGURES = Stream.of("killed", "injured", "detained")
            .flatMap(figure -> Stream.of("lower", "best", "upper", "stated", "without_best", "open")
                    .map(part -> figure + "_" + part))
            .toList();

    static final RollupLevel FINEST = new RollupLevel(
            "incident_rollup",
            List.of(
                    "ceasefire",
                    "occurred_from",
                    "occurred_to",
                    "date_precision",
                    "timing",
                    "type",
                    "adm1",
                    "adm2",
                    "grade",
                    "sensitivity"),
            measures(List.of(), FIGURES),
            "true");

    /** What each of them may read. What is SEVERE is in no sum, because nobody may. */
    private static final String CLEARANCES = Stream.of(Clearance.values())
            .map(clearance -> "('" + clearance + "', array['"
                    + clearance.mayRead().stream().map(Enum::name).collect(Collectors.joining("', '")) + "'])")
            .collect(Collectors.joining(", "));

    private static final String UNDER_CEASEFIRE = "r.timing <> 'BEFORE'";
    private static final String NOT_DISCOUNTED = UNDER_CEASEFIRE + " and r.grade <> 'DISCOUNTED'";
    private static final Entry<String, String> CONTESTED = counted("contested", "r.grade = 'CONTESTED'");
    private static final Entry<String, String> WITHOUT_ADM2 = counted("without_adm2", "r.adm2 = ''");

    static final List<RollupLevel> COARSE = List.of(
            new RollupLevel(
                    "incident_span_rollup",
                    List.of(
                            "ceasefire",
                            "adm1",
                            "adm2",
                            "occurred_from",
                            "occurred_to",
                            "date_precision",
                            "timing",
                            "clearance"),
                    measures(byType(), FIGURES),
                    NOT_DISCOUNTED),
            new RollupLevel(
                    "incident_type_rollup",
                    List.of("ceasefire", "adm1", "adm2", "occurred_from", "type", "clearance"),
                    measures(List.of(CONTESTED, WITHOUT_ADM2), List.of()),
                    NOT_DISCOUNTED),
            new RollupLevel(
                    "incident_grade_rollup",
                    List.of("ceasefire", "adm1", "adm2", "occurred_from", "timing", "grade", "clearance"),
                    measures(List.of(WITHOUT_ADM2), FIGURES),
                    UNDER_CEASEFIRE));

    /** What its rows change by when rows of the finest level change by those of a table. */
    String difference(String finest) {
        return "select " + keyColumns() + ", " + sums("%s") + " from " + spread(finest) + " where " + condition
                + " group by " + keyColumns() + having("%s");
    }

    /** Its rows from the history of the finest level, of the days in a table. */
    String changes(String finest, String days) {
        return "select " + keyColumns() + ", event.at, " + sums("event.sign * (%s)") + " from " + spread(finest)
                + " join " + days + " using (ceasefire, occurred_from)"
                + " cross join lateral (values (r.recorded_at, 1), (r.superseded_at, -1)) as event (at, sign)"
                + " where event.at is not null and " + condition
                + " group by " + keyColumns() + ", event.at" + having("event.sign * (%s)");
    }

    List<String> measureNames() {
        return List.copyOf(measures.keySet());
    }

    private String spread(String finest) {
        return this == FINEST
                ? finest + " r"
                : finest + " r cross join lateral (values (r.adm1, r.adm2), ('*', '*')) as area (adm1, adm2)"
                        + " join (values " + CLEARANCES + ") as access (clearance, readable)"
                        + " on r.sensitivity = any (access.readable)";
    }

    private String keyColumns() {
        return keys.stream().map(key -> column(key) + key).collect(Collectors.joining(", "));
    }

    private String column(String key) {
        if (this == FINEST) {
            return "r.";
        }
        return key.equals("clearance") ? "access." : key.startsWith("adm") ? "area." : "r.";
    }

    private String sums(String form) {
        return measures.entrySet().stream()
                .map(measure -> "sum(" + form.formatted(measure.getValue()) + ") as " + measure.getKey())
                .collect(Collectors.joining(", "));
    }

    // A change of what a coarse level does not tell apart leaves its row as it is, and its history short. The finest
    // says
    // of every key when it was last written.
    private String having(String form) {
        return this == FINEST
                ? ""
                : measures.values().stream()
                        .map(measure -> "sum(" + form.formatted(measure) + ") <> 0")
                        .collect(Collectors.joining(" or ", " having ", ""));
    }

    private static SequencedMap<String, String> measures(List<Entry<String, String>> counts, List<String> figures) {
        SequencedMap<String, String> measures = new LinkedHashMap<>();
        measures.put("incidents", "r.incidents");
        counts.forEach(count -> measures.put(count.getKey(), count.getValue()));
        figures.forEach(figure -> measures.put(figure, "r." + figure));
        return measures;
    }

    private static List<Entry<String, String>> byType() {
        return Stream.of(ViolationType.values())
                .map(type -> counted(type.name().toLowerCase(Locale.ROOT), "r.type = '" + type.name() + "'"))
                .toList();
    }

    private static Entry<String, String> counted(String column, String condition) {
        return Map.entry(column, "case when " + condition + " then r.incidents else 0 end");
    }
}
