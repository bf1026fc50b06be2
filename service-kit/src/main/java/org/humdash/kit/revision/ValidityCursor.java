package org.humdash.kit.revision;

import static org.humdash.kit.problem.ProblemType.INVALID_PARAMETER;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import org.humdash.kit.page.CursorText;

/** Where a page of statements ended that are listed by newest validity first, then by id. */
public record ValidityCursor(LocalDate validTo, UUID id) {

    /** The cursor as it is handed to callers, opaque to them. */
    public String encode() {
        String text = validTo + "/" + id;
        return CursorText.encode(text);
    }

    /** Reads the cursor of a request, or answers 400. */
    public static ValidityCursor decode(String cursor) {
        try {
            String[] parts = CursorText.decode(cursor).split("/");
            return new ValidityCursor(TimeTravel.date("cursor", parts[0]), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
            throw INVALID_PARAMETER.because("Parameter 'cursor' must be the nextCursor of an earlier page.");
        }
    }
}
