package org.humdash.incident.rollup;

import java.time.LocalDate;
import java.util.Set;
import org.humdash.incident.violation.ViolationType;
import org.humdash.kit.revision.ReadScope;
import org.humdash.vocabulary.place.Pcode;

/**
 * Which incidents a reading of the roll-up is about. Those known to lie before the ceasefire took effect are never in it,
 * nor those that began after the as-of day.
 *
 * @param from the first day of the period; an incident belongs to it when its span touches the period
 * @param to the last day of the period
 * @param areas only incidents in one of these areas; null for all, those without a place included. A first-level area
 *     contains its second-level ones without their being listed.
 * @param types only incidents of exactly these types; null for all
 */
public record RollupQuery(
        String ceasefire, LocalDate from, LocalDate to, Set<Pcode> areas, Set<ViolationType> types, ReadScope scope) {

    /** The same question about another period. */
    public RollupQuery between(LocalDate first, LocalDate last) {
        return new RollupQuery(ceasefire, first, last, areas, types, scope);
    }
}
