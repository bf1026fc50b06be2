package org.humdash.incident.reconciliation;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.humdash.incident.claim.Measure;
import org.humdash.incident.violation.ViolationType;

/**
 * Collects what is documented of a claim's period: in all, and of each type of violation the claim breaks down into. A
 * type includes its sub-types.
 */
final class Documentation {

    private final LocalDate from;
    private final LocalDate to;
    private final Counted all;
    private final Map<ViolationType, Counted> byType = new EnumMap<>(ViolationType.class);

    Documentation(Measure measure, LocalDate from, LocalDate to, Set<ViolationType> types) {
        this.from = from;
        this.to = to;
        this.all = new Counted(measure);
        types.forEach(type -> byType.put(type, new Counted(measure)));
    }

    /** Incidents whose days lie in the period count; those whose days reach over its edge may count. */
    void add(RollupCell cell) {
        if (cell.to().isBefore(from) || cell.from().isAfter(to)) {
            return;
        }
        boolean isInside = !cell.from().isBefore(from) && !cell.to().isAfter(to);
        boolean isCertain = isInside && cell.certain();
        all.add(cell, isCertain);
        add(cell.type(), cell, isCertain);
        cell.type().parent().ifPresent(parent -> add(parent, cell, isCertain));
    }

    Findings findings() {
        Map<ViolationType, Documented> documented = new EnumMap<>(ViolationType.class);
        byType.forEach((type, counted) -> documented.put(type, counted.documented()));
        return new Findings(all.documented(), documented);
    }

    private void add(ViolationType type, RollupCell cell, boolean isCertain) {
        Counted counted = byType.get(type);
        if (counted != null) {
            counted.add(cell, isCertain);
        }
    }

    /** All incidents, and the contested ones among them. */
    private static final class Counted {

        private final Tally all;
        private final Tally contested;

        Counted(Measure measure) {
            this.all = new Tally(measure);
            this.contested = new Tally(measure);
        }

        void add(RollupCell cell, boolean isCertain) {
            all.add(cell, isCertain);
            if (cell.contested()) {
                contested.add(cell, isCertain);
            }
        }

        Documented documented() {
            return new Documented(
                    all.sum(),
                    new Documented.Basis(
                            all.certainIncidents(), all.possibleIncidents(), all.stated(), contested.sum()),
                    null);
        }
    }
}
