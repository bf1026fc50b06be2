package org.humdash.humanitarian.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsOfDayTest {

    private static final AsOfDay DAY = AsOfDay.of(LocalDate.parse("2025-12-10"));

    @Test
    void aDayIsTheCalendarDayInGazaSummerTimeOrNot() {
        assertEquals(new AsOfDay(Instant.parse("2025-12-09T22:00:00Z"), Instant.parse("2025-12-10T22:00:00Z")), DAY);
        // The day on which summer time ends has 25 hours.
        assertEquals(
                new AsOfDay(Instant.parse("2025-10-24T21:00:00Z"), Instant.parse("2025-10-25T22:00:00Z")),
                AsOfDay.of(LocalDate.parse("2025-10-25")));
    }

    @ParameterizedTest
    @CsvSource({
        "ACTUAL, ALERT, 2025-12-10T21:59:59Z, , , ACTIVE",
        "ACTUAL, ALERT, 2025-12-10T22:00:00Z, , , COMING",
        "ACTUAL, UPDATE, 2025-12-01T00:00:00Z, 2025-12-09T22:00:01Z, , ACTIVE",
        "ACTUAL, UPDATE, 2025-12-01T00:00:00Z, 2025-12-09T22:00:00Z, , ENDED",
        "ACTUAL, ALERT, 2025-12-01T00:00:00Z, , UPDATE, UPDATED",
        "ACTUAL, ALERT, 2025-12-01T00:00:00Z, , ALERT, UPDATED",
        "ACTUAL, ALERT, 2025-12-20T00:00:00Z, , CANCEL, CANCELLED",
        "ACTUAL, CANCEL, 2025-12-01T00:00:00Z, , , NO_WARNING",
        "ACTUAL, ACK, 2025-12-01T00:00:00Z, , , NO_WARNING",
        "EXERCISE, ALERT, 2025-12-01T00:00:00Z, , , NO_WARNING",
        "TEST, ALERT, 2025-12-01T00:00:00Z, , CANCEL, NO_WARNING"
    })
    void whatAnAlertIsWorthFollowsFromItsTimeAndWhatCameAfterIt(
            AlertStatus status,
            MessageType messageType,
            Instant begins,
            Instant ends,
            MessageType after,
            AlertStanding standing) {
        Replacement replacement = after == null ? null : new Replacement(UUID.randomUUID(), "b", after, begins);
        assertEquals(standing, DAY.standing(status, messageType, begins, ends, replacement));
    }
}
