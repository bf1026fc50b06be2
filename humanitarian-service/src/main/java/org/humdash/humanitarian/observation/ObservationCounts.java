package org.humdash.humanitarian.observation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.humdash.vocabulary.text.BilingualText;

/** How many statements there are of each kind. What they state is not added up. */
record ObservationCounts(List<Group> items, long total, LocalDate asOf, Instant knownAt) {

    /**
     * Observations that have everything in common that was asked for; what was not asked for is null.
     *
     * @param source code of the originator
     * @param from first day of the day, week or month in which the period ends
     */
    record Group(
            String indicator,
            BilingualText indicatorName,
            String area,
            BilingualText areaName,
            String source,
            LocalDate from,
            long observations) {}
}
