package org.humdash.gateway.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeerFailureTest {

    @ParameterizedTest
    @CsvSource({"PT2S, 2 s", "PT1.5S, 1.5 s", "PT0.25S, 0.25 s", "PT60S, 60 s", "PT90S, 90 s", "PT10M, 10 min"})
    void writesALengthOfTimeAsPeopleDo(Duration duration, String words) {
        assertEquals(words, PeerFailure.words(duration));
    }

    @ParameterizedTest
    @CsvSource({"16777216, 16 MB", "1073741824, 1 GB", "1610612736, 1536 MB", "1000, 1000 bytes"})
    void writesAnAmountOfDataAsPeopleDo(long bytes, String words) {
        assertEquals(words, PeerFailure.words(bytes));
    }

    @Test
    void labelsEachKindInLowerCaseWithHyphens() {
        assertEquals("broken-off", PeerFailure.Kind.BROKEN_OFF.label());
    }
}
