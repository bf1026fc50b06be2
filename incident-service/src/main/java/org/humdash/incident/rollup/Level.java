package org.humdash.incident.rollup;

import static org.humdash.incident.rollup.Dimension.AREA;
import static org.humdash.incident.rollup.Dimension.BEGUN;
import static org.humdash.incident.rollup.Dimension.GRADE;
import static org.humdash.incident.rollup.Dimension.SPAN;
import static org.humdash.incident.rollup.Dimension.TIMING;
import static org.humdash.incident.rollup.Dimension.TYPE;

import java.util.EnumSet;
import java.util.Set;
import org.humdash.incident.rollup.RollupQuery.Reach;

/**
 * The tables of the roll-up, coarse ones first. A coarse one leaves out what fills up the finest when there are many
 * incidents, so it answers only readings that do not ask for that. None of the coarse ones holds incidents from before
 * the ceasefire; each has an area '*' for the ceasefire as a whole, and the sums of each clearance.
 */
enum Level {
    /** Incidents of all types by their first day, with figures. */
    BY_GRADE("incident_grade_rollup", EnumSet.of(BEGUN, TIMING, GRADE, AREA)),
    /** Counts of incidents that are not discounted, by their first day. */
    BY_TYPE("incident_type_rollup", EnumSet.of(BEGUN, TYPE, AREA)),
    /** Counts of incidents that are not discounted, by their span, with a column for each type. */
    BY_SPAN("incident_span_rollup", EnumSet.of(SPAN, TIMING)),
    FINEST("incident_rollup", EnumSet.allOf(Dimension.class));

    private final String table;
    private final Set<Dimension> dimensions;

    Level(String table, Set<Dimension> dimensions) {
        this.table = table;
        this.dimensions = dimensions;
    }

    /** The coarsest level that can answer a reading. */
    static Level of(RollupQuery query, Set<Dimension> by, boolean withFigures) {
        for (Level level : values()) {
            if (level.dimensions.containsAll(by) && level.holds(query, by, withFigures)) {
                return level;
            }
        }
        return FINEST;
    }

    String table() {
        return table;
    }

    private boolean holds(RollupQuery query, Set<Dimension> by, boolean withFigures) {
        boolean countsOnly = !withFigures && !query.withDiscounted();
        return switch (this) {
            case BY_GRADE -> query.types() == null;
            case BY_TYPE -> countsOnly && query.reach() == Reach.BEGUN;
            // Where spans are not told apart, contested incidents are.
            case BY_SPAN -> countsOnly && by.contains(SPAN);
            case FINEST -> true;
        };
    }
}
