package org.humdash.gateway.situation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.humdash.gateway.quote.Reading;

/**
 * A situation, and how much of it there is.
 *
 * @param sections those that were asked for
 * @param readings of those with data, from which the figures can be worded in either language
 * @param unavailable labels of the sections without data, in the order they stand in
 * @param stale labels of the sections whose data is of before, in the order they stand in
 */
record Composition(
        SituationResponse situation,
        Map<SectionName, Section> sections,
        Map<SectionName, Reading> readings,
        List<String> unavailable,
        List<String> stale) {

    enum Completeness {
        /** Every section was read now. Only this is worth keeping. */
        WHOLE,
        /** There is data of every section, some of it of before. */
        STALE,
        /** There is a section without data. */
        PARTIAL
    }

    /** Labels of all sections that were not read now, in the order they stand in. */
    List<String> missing() {
        return Arrays.stream(SectionName.values())
                .map(SectionName::label)
                .filter(label -> unavailable.contains(label) || stale.contains(label))
                .toList();
    }

    Completeness completeness() {
        if (!unavailable.isEmpty()) {
            return Completeness.PARTIAL;
        }
        return stale.isEmpty() ? Completeness.WHOLE : Completeness.STALE;
    }
}
