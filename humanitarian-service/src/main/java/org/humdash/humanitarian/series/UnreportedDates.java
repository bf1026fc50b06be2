package org.humdash.humanitarian.series;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The days on which sources are recorded as not having reported on the indicator, by the code of the source. */
record UnreportedDates(Map<String, NavigableSet<LocalDate>> byOriginator) {

    /** Those of one source. */
    NavigableSet<LocalDate> of(String originator) {
        return byOriginator.getOrDefault(originator, new TreeSet<>());
    }

    /**
     * The days to be named with a point: all those in a gap, in a week or in a month. A day that has a figure needs none,
     * for somebody reported after all.
     */
    static List<LocalDate> named(NavigableSet<LocalDate> days, Point point) {
        Bucket bucket = point.bucket();
        return days.isEmpty() || bucket.days() == 1 && !point.parts().isEmpty()
                ? List.of()
                : List.copyOf(days.subSet(bucket.from(), true, bucket.to(), true));
    }
}
