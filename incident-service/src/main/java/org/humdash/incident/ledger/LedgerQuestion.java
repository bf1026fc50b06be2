package org.humdash.incident.ledger;

import static org.humdash.kit.problem.ProblemType.INVALID_PARAMETER;

import java.util.EnumSet;
import java.util.Set;
import org.humdash.incident.ceasefire.CeasefireTerms;
import org.humdash.incident.rollup.RollupQuery;
import org.humdash.incident.violation.ViolationType;
import org.humdash.kit.revision.ReadScope;
import org.humdash.vocabulary.place.Area;
import org.humdash.vocabulary.place.Gazetteer;
import org.humdash.vocabulary.place.Pcode;
import org.humdash.vocabulary.time.DayCount;

/**
 * One ledger that is asked for.
 *
 * @param area null for the whole ceasefire
 * @param types with sub-types
 * @param lagDays see {@link MonitoredPeriod#of}
 */
record LedgerQuestion(
        CeasefireTerms terms, ReadScope scope, Area area, Set<ViolationType> types, int lagDays, DayCount dayCount) {

    MonitoredPeriod period() {
        return MonitoredPeriod.of(terms, scope.asOf(), lagDays, dayCount);
    }

    /**
     * The types that make a day an attack day: those the ceasefire monitors, with their sub-types, as far as they are
     * asked for. Answers 400 when none of them is, because every day would look quiet.
     */
    Set<ViolationType> attackTypes() {
        Set<ViolationType> attacks = EnumSet.noneOf(ViolationType.class);
        attacks.addAll(ViolationType.withSubTypes(terms.attackTypes()));
        attacks.retainAll(types);
        if (attacks.isEmpty()) {
            throw INVALID_PARAMETER.because(
                    "Parameter 'types' names no attack type of this ceasefire, so no day could be"
                            + " an attack day; their counts are at …/ledger/counts.");
        }
        return attacks;
    }

    /** The incidents asked for that may have happened on some days, discounted ones included. */
    RollupQuery incidents(MonitoredPeriod days) {
        boolean isOfAllTypes = types.size() == ViolationType.values().length;
        return new RollupQuery(
                terms.code(),
                days.from(),
                days.to(),
                RollupQuery.Reach.TOUCHING,
                areas(),
                isOfAllTypes ? null : types,
                true,
                scope);
    }

    /** Those of them that make a day an attack day or a possible one. */
    RollupQuery attacks(MonitoredPeriod days) {
        return incidents(days).of(attackTypes()).withoutDiscounted();
    }

    private Set<Pcode> areas() {
        return area == null ? null : Gazetteer.palestine().withDescendants(area.pcode());
    }
}
