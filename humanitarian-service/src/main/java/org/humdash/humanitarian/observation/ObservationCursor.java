package org.humdash.humanitarian.observation;

import static org.humdash.kit.problem.ProblemType.INVALID_PARAMETER;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.UUID;

/** Where a page of observations ended: newest validity first, then by id. */
record ObservationCursor(LocalDate validTo, UUID id) {

    String encode() {
        String text = validTo + "/" + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    static ObservationCursor decode(String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII).split("/");
            return new ObservationCursor(LocalDate.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
            throw INVALID_PARAMETER.because("Parameter 'cursor' must be the nextCursor of an earlier page.");
        }
    }
}
