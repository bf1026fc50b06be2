package org.humdash.humanitarian.alert;

import static org.humdash.kit.problem.ProblemType.INVALID_PARAMETER;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.humdash.kit.revision.TimeTravel;

/** Where a page of alerts ended, which are listed newest first; it holds what the last row of the page shows. */
record AlertCursor(Instant sent, UUID id) {

    /** The cursor as it is handed to callers, opaque to them. */
    String encode() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((sent + "/" + id).getBytes(StandardCharsets.US_ASCII));
    }

    /** Reads the cursor of a request, or answers 400. */
    static AlertCursor decode(String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII).split("/");
            return new AlertCursor(TimeTravel.instant("cursor", parts[0]), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
            throw INVALID_PARAMETER.because("Parameter 'cursor' must be the nextCursor of an earlier page.");
        }
    }
}
