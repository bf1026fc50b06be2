package org.humdash.incident.incident;

import static org.humdash.kit.problem.ProblemType.INVALID_PARAMETER;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** Where a page ended: the order it has, and the two parts of the last row's place in it. */
record IncidentCursor(IncidentOrder order, String first, String second) {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern INSTANT =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,6})?)?Z");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    static IncidentCursor after(IncidentRevision last, IncidentOrder order) {
        return switch (order) {
            case NEWEST_FIRST, OLDEST_FIRST ->
                new IncidentCursor(
                        order,
                        last.incident().occurrence().from().toString(),
                        last.id().toString());
            case LAST_RECORDED_FIRST, FIRST_RECORDED_FIRST ->
                new IncidentCursor(order, last.recordedAt().toString(), Long.toString(last.revisionId()));
        };
    }

    /** The cursor as it is handed to callers, opaque to them. */
    String encode() {
        String text = order.ordinal() + "/" + first + "/" + second;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Reads the cursor of a request for that order, or answers 400. */
    static IncidentCursor decode(String cursor, IncidentOrder order) {
        try {
            String[] parts =
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII).split("/", -1);
            boolean isByDay = order == IncidentOrder.NEWEST_FIRST || order == IncidentOrder.OLDEST_FIRST;
            if (parts.length == 3
                    && parts[0].equals(Integer.toString(order.ordinal()))
                    && (isByDay ? DATE : INSTANT).matcher(parts[1]).matches()
                    && (isByDay ? UUID : NUMBER).matcher(parts[2]).matches()) {
                if (isByDay) {
                    java.time.LocalDate.parse(parts[1]);
                } else {
                    java.time.Instant.parse(parts[1]);
                }
                return new IncidentCursor(order, parts[1], parts[2]);
            }
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            // Told below as any other text that is no cursor.
        }
        throw INVALID_PARAMETER.because(
                "Parameter 'cursor' must be the nextCursor of an earlier page in the same order.");
    }
}
