package org.humdash.incident.duplicate;

import static org.humdash.kit.problem.ProblemType.INVALID_PARAMETER;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.humdash.kit.page.CursorText;

/**
 * A place among the pairs: the earlier incident of a pair, by its first day and id, and the later one.
 *
 */
record DuplicateCursor(LocalDate from, UUID one, LocalDate otherFrom, UUID other) {

    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1, -1);
    private static final String PLACE = "(\\d{4}-\\d{2}-\\d{2})/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
    private static final Pattern TEXT = Pattern.compile(PLACE + "/" + PLACE);

    /** The place before all pairs. */
    static final DuplicateCursor START =
            new DuplicateCursor(LocalDate.EPOCH.minusYears(200), FIRST, LocalDate.EPOCH, FIRST);

    /** The place after all pairs. */
    static final DuplicateCursor END = afterAllOf(LocalDate.EPOCH.plusYears(1000), LAST);

    /** The place after all pairs of an incident with later ones. */
    static DuplicateCursor afterAllOf(LocalDate from, UUID one) {
        return new DuplicateCursor(from, one, LocalDate.EPOCH.plusYears(1000), LAST);
    }

    /** The cursor as it is handed to callers, opaque to them. */
    String encode() {
        String text = from + "/" + one + "/" + otherFrom + "/" + other;
        return CursorText.encode(text);
    }

    /** Reads the cursor of a request, or answers 400. */
    static DuplicateCursor decode(String cursor) {
        try {
            Matcher matcher = TEXT.matcher(CursorText.decode(cursor));
            if (matcher.matches()) {
                return new DuplicateCursor(
                        LocalDate.parse(matcher.group(1)),
                        UUID.fromString(matcher.group(2)),
                        LocalDate.parse(matcher.group(3)),
                        UUID.fromString(matcher.group(4)));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // Told below as any other text that is no cursor.
        }
        throw INVALID_PARAMETER.because("Parameter 'cursor' must be the nextCursor of an earlier page.");
    }
}
