package org.humdash.gateway.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.humdash.gateway.testing.Configured;
import org.junit.jupiter.api.Test;

class WrongCredentialsTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final WrongCredentials wrong =
            new WrongCredentials(Configured.with(Map.of()).access(), registry);

    @Test
    void onlyWhoKeepsOnTryingWaits() {
        for (int i = 0; i < 10; i++) {
            assertEquals(Duration.ZERO, wrong.count("203.0.113.9"));
        }
        assertEquals(Duration.ofSeconds(2), wrong.count("203.0.113.9"));
        assertEquals(Duration.ofSeconds(2), wrong.count("203.0.113.9"));
        assertEquals(Duration.ZERO, wrong.count("203.0.113.10"));
    }

    @Test
    void eachIsCounted() {
        wrong.count("203.0.113.9");
        wrong.count("203.0.113.10");

        assertEquals(
                2, registry.get("humdash.gateway.wrong.credentials").counter().count());
    }
}
