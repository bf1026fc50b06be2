package org.humdash.incident.duplicate;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Two incidents that may be one, as they are found.
 *
 * @param distanceKm null where one has no coordinates and the two are at a place of the same name
 * @param daysApart from the end of the earlier to the beginning of the later; 0 where they share a day
 * @param hasSameFigures whether killed, injured and detained are the same in both; null where one states none of them
 */
record Pair(
        long oneRevisionId,
        UUID one,
        LocalDate oneFrom,
        long otherRevisionId,
        UUID other,
        LocalDate otherFrom,
        Double distanceKm,
        int daysApart,
        Boolean hasSameFigures,
        boolean isOfOneSource) {

    DuplicateCursor place() {
        return new DuplicateCursor(oneFrom, one, otherFrom, other);
    }
}
