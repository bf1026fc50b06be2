package org.humdash.incident.reconciliation;

import java.time.LocalDate;
import java.util.Map;
import org.humdash.incident.claim.Measure;
import org.humdash.incident.rollup.FigureSum;
import org.humdash.incident.violation.ViolationType;

/**
 * Documented incidents that have everything in common which a claim tells apart.
 *
 * @param from first day on which they may have happened
 * @param to last day on which they may have happened
 * @param certain whether they are known to have happened after the ceasefire took effect, and in the area asked about
 * @param contested whether responsibility for them is claimed by more than one, or disputed
 * @param figures their sums of people killed, injured and detained
 */
record RollupCell(
        LocalDate from,
        LocalDate to,
        boolean certain,
        ViolationType type,
        boolean contested,
        long incidents,
        Map<Measure, FigureSum> figures) {

    FigureSum figure(Measure measure) {
        return figures.getOrDefault(measure, FigureSum.NOTHING);
    }
}
