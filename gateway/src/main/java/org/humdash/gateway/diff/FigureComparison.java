package org.humdash.gateway.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.humdash.gateway.diff.FigureChange.State;

/** The headline figures of two answers to the same question, and which of them differ. */
final class FigureComparison {

    private record Name(String figure, String originator) {}

    private FigureComparison() {}

    /** Of {@code GET /api/v1/claims/latest}: the newest statement of each originator about each measure. */
    static List<FigureChange> ofClaims(JsonNode before, JsonNode after) {
        return changes("claims", claims(before), claims(after));
    }

    /** Of {@code GET /api/v1/headlines}: the headline of each indicator. */
    static List<FigureChange> ofIndicators(JsonNode before, JsonNode after) {
        return changes("indicators", indicators(before), indicators(after));
    }

    /** Of {@code GET /api/v1/ceasefires/{code}/ledger}: the days with attacks. */
    static List<FigureChange> ofLedger(JsonNode before, JsonNode after) {
        return changes("ledger", ledger(before), ledger(after));
    }

    private static List<FigureChange> changes(String section, Map<Name, State> before, Map<Name, State> after) {
        Set<Name> names = new LinkedHashSet<>(after.keySet());
        names.addAll(before.keySet());
        List<FigureChange> changes = new ArrayList<>();
        for (Name name : names) {
            State then = before.get(name);
            State now = after.get(name);
            if (!Objects.equals(then, now)) {
                changes.add(new FigureChange(section, name.figure(), name.originator(), then, now));
            }
        }
        return changes;
    }

    private static Map<Name, State> claims(JsonNode answer) {
        Map<Name, State> states = new LinkedHashMap<>();
        for (JsonNode measure : answer.path("measures")) {
            for (JsonNode claim : measure.path("claims")) {
                states.putIfAbsent(
                        new Name(
                                measure.path("measure").asText(),
                                claim.path("originator").path("code").asText()),
                        State.of(claim));
            }
        }
        return states;
    }

    private static Map<Name, State> indicators(JsonNode answer) {
        Map<Name, State> states = new LinkedHashMap<>();
        for (JsonNode item : answer.path("items")) {
            for (JsonNode claim : item.path("claims")) {
                if (claim.path("id").equals(item.path("headline"))) {
                    states.put(new Name(item.path("indicator").path("code").asText(), null), State.of(claim));
                }
            }
        }
        return states;
    }

    /** Where nobody reported on any day, no attack is documented because nothing is: that is not a number of days. */
    private static boolean isUnreported(JsonNode days) {
        return Stream.of("attack", "possible", "quiet")
                .allMatch(status -> days.path(status).asLong(-1) == 0);
    }

    private static Map<Name, State> ledger(JsonNode answer) {
        JsonNode estimate = answer.path("attackDays").path("estimate");
        JsonNode monitored = answer.path("monitored");
        return estimate.isObject() && !isUnreported(answer.path("days"))
                ? Map.of(
                        new Name("ATTACK_DAYS", null),
                        new State(
                                null,
                                estimate,
                                null,
                                State.text(monitored.path("from")),
                                State.text(monitored.path("to"))))
                : Map.of();
    }
}
