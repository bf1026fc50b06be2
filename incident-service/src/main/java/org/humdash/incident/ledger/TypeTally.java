package org.humdash.incident.ledger;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.humdash.incident.rollup.RollupRow;
import org.humdash.incident.violation.ViolationType;

/** Counts by type in which a sub-type is counted once more under its wider type: never add the two up. */
final class TypeTally {

    private TypeTally() {}

    /**
     * @param types the types asked for; a wider type that is not among them gets no count, because it would look as if
     *     all of its sub-types were in it
     * @return only types with a count
     */
    static Map<ViolationType, Long> of(
            Collection<RollupRow> rows, Set<ViolationType> types, ToLongFunction<RollupRow> count) {
        Map<ViolationType, Long> tally = new EnumMap<>(ViolationType.class);
        for (RollupRow row : rows) {
            long incidents = count.applyAsLong(row);
            if (incidents > 0) {
                tally.merge(row.type(), incidents, Long::sum);
                widerOf(row.type(), types).ifPresent(wider -> tally.merge(wider, incidents, Long::sum));
            }
        }
        return tally;
    }

    /** The wider type that a type is counted under as well. */
    static Optional<ViolationType> widerOf(ViolationType type, Set<ViolationType> types) {
        return type.parent().filter(types::contains);
    }
}
