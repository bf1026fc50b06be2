package org.humdash.humanitarian.lint;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.humdash.vocabulary.estimate.Estimate;

/** The figures that one figure should follow from, as the same originator stated them for the same period. */
final class Terms {

    enum Role {
        NUMERATOR,
        DENOMINATOR,
        /** Of a rate per day, over its whole period. */
        TOTAL,
        PART
    }

    private final Map<Role, Map<String, Estimate>> stated = new LinkedHashMap<>();
    private final Set<Role> incomplete = new HashSet<>();

    /** @param figure null where the originator stated none */
    void add(Role role, String indicator, Estimate figure) {
        if (figure == null) {
            incomplete.add(role);
        } else {
            stated.computeIfAbsent(role, any -> new LinkedHashMap<>()).put(indicator, figure);
        }
    }

    /** The figure in a role that only one has. */
    Optional<Estimate> one(Role role) {
        return stated.getOrDefault(role, Map.of()).values().stream().findFirst();
    }

    /** All parts by indicator; none where one of them was not stated, for what is left then means nothing. */
    Map<String, Estimate> parts() {
        return incomplete.contains(Role.PART) ? Map.of() : stated.getOrDefault(Role.PART, Map.of());
    }
}
