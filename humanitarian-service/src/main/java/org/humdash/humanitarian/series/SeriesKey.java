package org.humdash.humanitarian.series;

import java.util.Comparator;
import java.util.Set;
import org.humdash.humanitarian.observation.Disaggregation;

/**
 * What the figures of one series have in common, and those of two do not.
 *
 * @param hazard null for figures about no hazard, and as shown also for those about one that may not be seen
 * @param part the part they are limited to; null for figures about all
 */
record SeriesKey(String originator, String definition, String hazard, Disaggregation part) {

    /** By originator, definition and hazard, figures about all first. */
    static final Comparator<SeriesKey> ORDER = Comparator.comparing(SeriesKey::originator)
            .thenComparing(SeriesKey::definition)
            .thenComparing(SeriesKey::hazard, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(SeriesKey::part, Comparator.nullsFirst(Comparator.comparing(Disaggregation::toString)));

    /** The same order for a reader who may not know of these hazards: the place of a series would tell what theirs are called. */
    static Comparator<SeriesKey> orderWithoutNaming(Set<String> hazards) {
        return Comparator.comparing(key -> key.withoutNaming(hazards), ORDER);
    }

    /** As it is shown to a reader who may not know of these hazards. */
    SeriesKey withoutNaming(Set<String> hazards) {
        return hazard != null && hazards.contains(hazard) ? new SeriesKey(originator, definition, null, part) : this;
    }
}
