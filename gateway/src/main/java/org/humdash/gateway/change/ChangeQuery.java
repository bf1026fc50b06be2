package org.humdash.gateway.change;

import static org.humdash.gateway.problem.ProblemType.INVALID_PARAMETER;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import org.humdash.vocabulary.access.Clearance;

/** Where somebody wants to read on, and what. */
record ChangeQuery(ChangePosition position, Set<ChangeFeed> feeds) {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;

    /**
     * Each parameter may be null or empty.
     *
     * @throws InvalidChangeQuery naming the parameter that cannot be read
     */
    static ChangeQuery of(String cursor, String from, String feeds, Clearance clearance, ChangeCursors cursors) {
        Set<ChangeFeed> wanted = feeds(feeds);
        boolean hasCursor = cursor != null && !cursor.isEmpty();
        boolean hasInstant = from != null && !from.isEmpty();
        if (hasCursor && hasInstant) {
            throw new InvalidChangeQuery(
                    INVALID_PARAMETER, "from", "Give either 'cursor' or 'from': a cursor says where to go on.");
        }
        if (hasCursor) {
            return new ChangeQuery(cursors.read(cursor, clearance), wanted);
        }
        return new ChangeQuery(
                hasInstant ? ChangePosition.from(instant(from), wanted) : ChangePosition.beginning(), wanted);
    }

    static Set<ChangeFeed> feeds(String text) {
        if (text == null || text.isEmpty()) {
            return ChangeFeed.all();
        }
        EnumSet<ChangeFeed> feeds = EnumSet.noneOf(ChangeFeed.class);
        for (String label : text.split(",", -1)) {
            feeds.add(ChangeFeed.labelled(label)
                    .orElseThrow(() -> new InvalidChangeQuery(
                            INVALID_PARAMETER,
                            "feeds",
                            "Parameter 'feeds' must be some of " + ChangeFeed.labels(ChangeFeed.all())
                                    + ", with commas.")));
        }
        return feeds;
    }

    private static Instant instant(String text) {
        try {
            OffsetDateTime at = OffsetDateTime.parse(text);
            if (at.getYear() >= FIRST_YEAR && at.getYear() <= LAST_YEAR) {
                return at.toInstant().truncatedTo(ChronoUnit.MICROS);
            }
        } catch (DateTimeException e) {
            // Told below as any other text that is no instant.
        }
        throw new InvalidChangeQuery(
                INVALID_PARAMETER,
                "from",
                "Parameter 'from' must be an instant with its offset such as 2025-12-19T18:00:00Z.");
    }
}
