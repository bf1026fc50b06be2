package org.humdash.humanitarian.alert;

import static org.humdash.kit.problem.ProblemType.INVALID_PARAMETER;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.humdash.kit.page.CursorText;
import org.humdash.kit.revision.TimeTravel;

/** Where a page of alerts ended, which are listed newest first; it holds what the last row of the page shows. */
record AlertCursor(Instant sent, UUID id) {

    /** The cursor as it is handed to callers, opaque to them. */
    String encode() {
        return CursorText.encode(sent + "/" + id);
    }

    /** Reads the cursor of a request, or answers 400. */
    static AlertCursor decode(String cursor) {
        try {
            String[] parts = CursorText.decode(cursor).split("/");
            return new AlertCursor(TimeTravel.instant("cursor", parts[0]), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
            throw INVALID_PARAMETER.because("Parameter 'cursor' must be the nextCursor of an earlier page.");
        }
    }
}
