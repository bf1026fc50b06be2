package org.humdash.gateway.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerFiltersTest {

    private static final State STATE =
            new State("aaaaaaaaaaaaaaaaaaaaaa", Instant.parse("2025-12-19T17:00:00Z"), LocalDate.of(2025, 12, 19));

    @ParameterizedTest
    @CsvSource({
        ", asOf=2025-12-19&knownAt=2025-12-19T17%3A00%3A00Z",
        "area=PS02, area=PS02&asOf=2025-12-19&knownAt=2025-12-19T17%3A00%3A00Z",
        "asOf=&knownAt, asOf=2025-12-19&knownAt=2025-12-19T17%3A00%3A00Z",
        "knownAt=x&lang=ar, knownAt=x&lang=ar&asOf=2025-12-19",
        "asOf=1&asOf=2&knownAt=3, asOf=1&asOf=2&knownAt=3"
    })
    void pinsWhatWasLeftOut(String asked, String pinned) {
        assertEquals(pinned, AnswerFilters.pinned(asked, STATE));
    }
}
