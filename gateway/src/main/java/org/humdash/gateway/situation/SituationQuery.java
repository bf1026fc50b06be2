package org.humdash.gateway.situation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.humdash.vocabulary.place.Area;
import org.humdash.vocabulary.text.Language;

/**
 * What a situation is asked for. Equal queries of callers with one clearance have the same answer.
 *
 * @param ceasefire code of a ceasefire; safe to put into a path, not known to exist
 * @param whole whether the area is that of the ceasefire, so that what has no known place counts too
 * @param asOf the day the facts are cut at
 * @param today whether the caller named no day
 * @param knownAt the instant the records are cut at; never "now", so that both services answer about the same one
 * @param now whether the caller named no instant
 * @param sections in the order they stand in
 */
record SituationQuery(
        String ceasefire,
        Area area,
        boolean whole,
        LocalDate asOf,
        boolean today,
        Instant knownAt,
        boolean now,
        Set<SectionName> sections,
        Language language) {

    SituationQuery knownAt(Instant instant) {
        return new SituationQuery(ceasefire, area, whole, asOf, today, instant, now, sections, language);
    }
}
