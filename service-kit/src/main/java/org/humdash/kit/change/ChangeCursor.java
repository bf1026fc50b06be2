package org.humdash.kit.change;

import static org.humdash.kit.problem.ProblemType.INVALID_PARAMETER;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.humdash.kit.page.CursorText;
import org.humdash.kit.revision.TimeTravel;

/**
 * A place in the feed: that of an entry its caller was shown, or the beginning of an instant. An instant is enough to
 * tell the entries of one record apart, and the id those of one instant; the number of a revision would tell how many
 * there are in between that the caller is not shown.
 */
public record ChangeCursor(Instant recordedAt, UUID id) {

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final Pattern TEXT = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,6})?Z)/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    /**
     * Where a request begins: at its cursor, else at the instant it names, else at the beginning. Answers 400 for what is
     * neither.
     */
    public static ChangeCursor start(String cursor, String from) {
        return cursor != null ? decode(cursor) : from(from == null ? Instant.EPOCH : TimeTravel.instant("from", from));
    }

    /** The place before everything that is recorded at that instant or later. */
    public static ChangeCursor from(Instant instant) {
        return new ChangeCursor(instant.truncatedTo(ChronoUnit.MICROS), BEFORE_ALL);
    }

    /** The cursor as it is handed to callers, opaque to them. */
    public String encode() {
        String text = recordedAt + "/" + id;
        return CursorText.encode(text);
    }

    /** Reads the cursor of a request, or answers 400. */
    public static ChangeCursor decode(String cursor) {
        try {
            Matcher matcher = TEXT.matcher(CursorText.decode(cursor));
            if (matcher.matches()) {
                return new ChangeCursor(Instant.parse(matcher.group(1)), UUID.fromString(matcher.group(2)));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // Told below as any other text that is no cursor.
        }
        throw INVALID_PARAMETER.because("Parameter 'cursor' must be the nextCursor of an earlier page.");
    }
}
