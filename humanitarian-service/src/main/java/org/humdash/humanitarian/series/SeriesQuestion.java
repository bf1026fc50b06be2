package org.humdash.humanitarian.series;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.humdash.humanitarian.indicator.IndicatorKind;
import org.humdash.humanitarian.indicator.IndicatorSummary;
import org.humdash.kit.revision.ReadScope;

/**
 * Which series of an indicator are asked for.
 *
 * @param sources codes of originators; empty for all
 * @param definition null for all
 * @param hazard null for all, and for figures about none
 * @param hiddenHazards the codes of hazards that the reader may not know of
 * @param withParts whether figures about a part only are asked for too
 * @param from null for the first figure of each series
 * @param to null for the last figure of each series; never after the as-of day
 */
record SeriesQuestion(
        IndicatorSummary indicator,
        String area,
        List<String> sources,
        String definition,
        String hazard,
        Set<String> hiddenHazards,
        boolean withParts,
        Bucket.Length length,
        DayOfWeek weekStart,
        LocalDate from,
        LocalDate to,
        ReadScope scope) {

    /** Which figures are about a hazard that may not be seen is not told by asking for it either. */
    boolean asksForWhatIsHidden() {
        return hazard != null && hiddenHazards.contains(hazard);
    }

    /** The last day a figure's period may end on. */
    LocalDate lastDay() {
        return to == null ? scope.asOf() : to;
    }

    /**
     * The first day that a figure has to be read from; null for the first there is. A month earlier than asked, for the
     * newest figure is held against the one of a month before; and a cumulative one against whichever came before it.
     */
    LocalDate firstDay() {
        return from == null || indicator.kind() == IndicatorKind.CUMULATIVE ? null : from.minusMonths(1);
    }
}
