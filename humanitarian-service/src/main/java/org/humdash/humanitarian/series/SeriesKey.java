package org.humdash.humanitarian.series;

import java.util.Comparator;
import org.humdash.humanitarian.observation.Disaggregation;

/**
 * What the figures of one series have in common, and those of two do not.
 *
 * @param hazard null for figures about no hazard
 * @param part the part they are limited to; null for figures about all
 */
record SeriesKey(String originator, String definition, String hazard, Disaggregation part) {

    /** By originator, definition and hazard, figures about all first. */
    static final Comparator<SeriesKey> ORDER = Comparator.comparing(SeriesKey::originator)
            .thenComparing(SeriesKey::definition)
            .thenComparing(SeriesKey::hazard, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(SeriesKey::part, Comparator.nullsFirst(Comparator.comparing(Disaggregation::toString)));
}
