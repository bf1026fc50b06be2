package org.humdash.humanitarian.series;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.humdash.vocabulary.estimate.Estimate;

/**
 * One point of a series.
 *
 * @param daysCovered of a flow, how many of its days are in the periods of the figures the value is made
 *     of; of anything else, on how many of its days the period of a figure ends
 * @param value null where nothing is stated: a gap, and never zero
 * @param parts the statements the value is made of; empty for a gap
 * @param version of the definition the value follows; null for a gap
 * @param unreported days of it on which the source is recorded as not having reported
 */
record Point(
        Bucket bucket,
        int daysCovered,
        Estimate value,
        List<Statement> parts,
        Integer version,
        Set<PointFlag> flags,
        List<LocalDate> unreported) {

    /** The same with days on which the source is recorded as not having reported. */
    Point withUnreported(List<LocalDate> days) {
        if (days.isEmpty()) {
            return this;
        }
        Set<PointFlag> more = EnumSet.of(PointFlag.UNREPORTED);
        more.addAll(flags);
        return new Point(bucket, daysCovered, value, parts, version, more, days);
    }

    LocalDate validFrom() {
        return parts.stream()
                .map(part -> part.figure().validFrom())
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    LocalDate validTo() {
        return parts.stream()
                .map(part -> part.figure().validTo())
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    /** The one figure that is the value; null where it is made of several, or there is none. */
    Figure only() {
        return parts.size() == 1 ? parts.getFirst().figure() : null;
    }
}
