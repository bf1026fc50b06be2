package org.humdash.kit.query;

import static org.humdash.kit.problem.ProblemType.INVALID_PARAMETER;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.humdash.kit.page.CursorText;
import org.humdash.kit.revision.TimeTravel;

/**
 * Where a page ended: the order it has, and the two parts of the last row's place in it. Both are shown in that row, so
 * that a cursor says nothing of the rows between that its holder may not see.
 */
public record ListCursor(ListOrder order, String first, String second) {

    private static final Pattern INSTANT =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,6})?)?Z");

    /** After a row with this day, instant of recording and id. */
    public static ListCursor after(ListOrder order, LocalDate day, Instant recordedAt, UUID id) {
        return new ListCursor(order, order.isByDay() ? day.toString() : recordedAt.toString(), id.toString());
    }

    /** The cursor as it is handed to callers, opaque to them. */
    public String encode() {
        String text = order.number() + "/" + first + "/" + second;
        return CursorText.encode(text);
    }

    /** Reads the cursor of a request for that order, or answers 400. */
    public static ListCursor decode(String cursor, ListOrder order) {
        try {
            String[] parts = CursorText.decode(cursor).split("/", -1);
            if (parts.length == 3
                    && parts[0].equals(Integer.toString(order.number()))
                    && (order.isByDay() || INSTANT.matcher(parts[1]).matches())) {
                String first = order.isByDay()
                        ? TimeTravel.date("cursor", parts[1]).toString()
                        : TimeTravel.instant("cursor", parts[1]).toString();
                return new ListCursor(order, first, UUID.fromString(parts[2]).toString());
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // Told below as any other text that is no cursor.
        }
        throw INVALID_PARAMETER.because(
                "Parameter 'cursor' must be the nextCursor of an earlier page in the same order.");
    }
}
