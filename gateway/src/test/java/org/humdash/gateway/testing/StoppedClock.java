package org.humdash.gateway.testing;

import io.quarkus.test.Mock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** No test depends on the day it runs: for the gateway it is the evening of 19 December 2025. */
@Mock
class StoppedClock {

    private static final Instant NOW = Instant.parse("2025-12-19T18:00:00.123456Z");

    @Produces
    @Singleton
    Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }
}
