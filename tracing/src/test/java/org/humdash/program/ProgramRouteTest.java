package org.humdash.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ProgramRouteTest {

    @Test
    void aProgramTellsItsNameItsVersionAndItsClock() {
        Clock clock = Clock.fixed(Instant.parse("2025-12-19T12:00:00.250Z"), ZoneOffset.UTC);

        assertEquals(
                "{\"name\":\"gateway\",\"version\":\"1.2.3\",\"now\":\"2025-12-19T12:00:00.250Z\"}",
                new ProgramRoute("gateway", "1.2.3", clock).body().encode());
    }
}
