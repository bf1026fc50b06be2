package org.humdash.gateway.situation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Map;
import org.humdash.gateway.testing.Configured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SectionTimeoutsTest {

    private static final String KEY = "humdash.gateway.situation.section-timeouts.";

    @Test
    void aSectionHasItsOwnTimeAndTheOthersTheCommonOne() {
        SectionTimeouts timeouts = new SectionTimeouts(
                Configured.with(Map.of(KEY + "ledger", "4s", "humdash.gateway.situation.section-timeout", "1s"))
                        .situation());

        assertEquals(Duration.ofSeconds(4), timeouts.of(SectionName.LEDGER));
        assertEquals(Duration.ofSeconds(1), timeouts.of(SectionName.CLAIMS));
    }

    @ParameterizedTest
    @CsvSource({"ledgers, 4s", "ledger, 0s"})
    void aSectionThatDoesNotExistOrATimeThatIsNoneStopsTheStart(String section, String time) {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> new SectionTimeouts(
                        Configured.with(Map.of(KEY + section, time)).situation()));

        assertEquals(KEY + section + " must be a section and a time of a millisecond at least", refusal.getMessage());
    }
}
