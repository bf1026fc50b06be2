package org.humdash.incident.rollup;

import java.time.LocalDate;
import org.humdash.incident.incident.Grade;
import org.humdash.incident.violation.ViolationType;

/**
 * The incidents that share what a reading tells apart. What it does not tell apart is null (0 for the precision).
 *
 * @param from the first day it may have happened on
 * @param to the last day it may have happened on
 * @param datePrecision 1 for a known day; 2 and more for a span of days
 * @param adm1 P-code of the first level; null also when unknown
 * @param adm2 P-code of the second level; null also when unknown
 * @param contested how many of the incidents are contested; 0 where spans are told apart, which is not counted
 * @param withoutLocation how many of the incidents have no known second-level area; 0 where spans are told apart
 * @param killed {@link FigureSum#NOTHING} where the reading only counts; so are the two below
 */
public record RollupRow(
        LocalDate from,
        LocalDate to,
        int datePrecision,
        Timing timing,
        ViolationType type,
        String adm1,
        String adm2,
        Grade grade,
        long incidents,
        long contested,
        long withoutLocation,
        FigureSum killed,
        FigureSum injured,
        FigureSum detained) {

    /** Whether the one day it happened on is known. */
    public boolean isPrecise() {
        return datePrecision == 1;
    }
}
