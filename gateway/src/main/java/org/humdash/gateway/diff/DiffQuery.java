package org.humdash.gateway.diff;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.humdash.gateway.change.ChangeFeed;
import org.humdash.vocabulary.place.Area;
import org.humdash.vocabulary.text.Language;

/**
 * What a diff is asked for.
 *
 * @param whole whether the area is that of the ceasefire, so that what has no known place belongs to it too
 * @param since the instant that the records are compared with
 * @param knownAt the instant they are compared at
 * @param pinned whether the caller named that instant, so that what was recorded after it must not be seen
 * @param limit of entries of each feed
 * @param feeds how far each feed was read before; empty on the first page
 */
record DiffQuery(
        String ceasefire,
        Area area,
        boolean whole,
        LocalDate asOf,
        Instant since,
        Instant knownAt,
        boolean pinned,
        int limit,
        Optional<Map<ChangeFeed, String>> feeds,
        Language language) {

    boolean isFirstPage() {
        return feeds.isEmpty();
    }
}
