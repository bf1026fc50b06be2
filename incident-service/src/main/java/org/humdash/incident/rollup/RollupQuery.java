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
 * @param from the first day of the period
 * @param to the last day of the period
 * @param reach how an incident belongs to the period
 * @param areas only incidents in one of these areas; null for all, those without a place included. A first-level area
 *     contains its second-level ones without their being listed.
 * @param types only incidents of exactly these types; null for all
 * @param withDiscounted whether discounted incidents are in it
 */
public record RollupQuery(
        String ceasefire,
        LocalDate from,
        LocalDate to,
        Reach reach,
        Set<Pcode> areas,
        Set<ViolationType> types,
        boolean withDiscounted,
        ReadScope scope) {

    /** How an incident belongs to a period. */
    public enum Reach {
        /** It may have happened on one of its days. */
        TOUCHING,
        /** The first day it may have happened on is one of its days. */
        BEGUN
    }

    /** Only the incidents that began in the period. */
    public RollupQuery begun() {
        return new RollupQuery(ceasefire, from, to, Reach.BEGUN, areas, types, withDiscounted, scope);
    }

    /** Only the incidents of exactly these types. */
    public RollupQuery of(Set<ViolationType> only) {
        return new RollupQuery(ceasefire, from, to, reach, areas, only, withDiscounted, scope);
    }

    /** Without the discounted incidents. */
    public RollupQuery withoutDiscounted() {
        return new RollupQuery(ceasefire, from, to, reach, areas, types, false, scope);
    }
}
