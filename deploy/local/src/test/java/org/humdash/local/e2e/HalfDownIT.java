package org.humdash.local.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.humdash.local.e2e.RunningHumdash.Running;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A service hangs: the other half is served, and the missing part says so, or what it was last; or both do. */
@ExtendWith(RunningHumdash.class)
@ResourceLock(RunningHumdash.ONE)
class HalfDownIT {

    /** In words that nobody else uses, so that no whole answer to it is in memory. */
    private static final String SITUATION = "/api/v1/situation?area=PS02&asOf=";

    private final Running humdash;

    HalfDownIT(Running humdash) {
        this.humdash = humdash;
    }

    @Test
    void withoutHumanitarianServiceTheCeasefireIsStillServed() throws Exception {
        JsonNode situation = whileStopped("humanitarian-service", "2025-12-16");
        assertEquals("available", situation.at("/sections/ceasefire/status").asText());
        assertEquals("available", situation.at("/sections/claims/status").asText());
        assertEquals("unavailable", situation.at("/sections/indicators/status").asText());
        assertTrue(situation.at("/sections/indicators/data").isMissingNode());
    }

    @Test
    void withoutIncidentServiceTheIndicatorsAreStillServed() throws Exception {
        JsonNode situation = whileStopped("incident-service", "2025-12-17");
        assertEquals("unavailable", situation.at("/sections/ceasefire/status").asText());
        assertEquals("unavailable", situation.at("/sections/claims/status").asText());
        assertEquals("available", situation.at("/sections/indicators/status").asText());
    }

    @Test
    void whatWasServedBeforeIsServedAgainAndSaysOfWhen() throws Exception {
        // In other words, so that the next one is not answered from memory because nothing changed.
        JsonNode before = RunningHumdash.JSON.readTree(
                humdash.get(SITUATION + "2025-12-18&lang=en").body());
        JsonNode situation = whileStopped("incident-service", "2025-12-18");

        JsonNode claims = situation.at("/sections/claims");
        assertEquals("stale", claims.path("status").asText());
        assertEquals(before.path("knownAt"), claims.path("knownAt"));
        assertEquals(before.at("/sections/claims/data"), claims.path("data"));
        assertTrue(claims.path("ageSeconds").asInt(-1) >= 0);
        assertEquals("available", situation.at("/sections/indicators/status").asText());
    }

    @Test
    void withoutEitherAllSaySoAndWithBothAgainAllIsServed() throws Exception {
        assertEquals(200, humdash.get(SITUATION + "2025-12-01").statusCode());
        List<Long> pids = Stream.of("incident-service", "humanitarian-service")
                .map(service -> humdash.process(service).pid())
                .toList();
        for (long pid : pids) {
            signal("STOP", pid);
        }
        try {
            JsonNode situation = RunningHumdash.JSON.readTree(
                    humdash.get(SITUATION + "2025-11-29").body());
            assertTrue(situation.path("partial").asBoolean(), situation.toString());
            for (JsonNode section : situation.path("sections")) {
                assertEquals("unavailable", section.path("status").asText(), situation.toString());
                assertTrue(section.path("data").isMissingNode());
            }
            // The gateway itself is ready, for it can answer.
            assertEquals(
                    200,
                    humdash.getUrl(humdash.address("gatewayManagement") + "/q/health/ready")
                            .statusCode());
        } finally {
            for (long pid : pids) {
                signal("CONT", pid);
            }
        }
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            JsonNode situation = humdash.json(SITUATION + "2025-11-29");
            assertFalse(situation.path("partial").asBoolean(), situation.toString());
            for (JsonNode section : situation.path("sections")) {
                assertEquals("available", section.path("status").asText(), situation.toString());
            }
        });
    }

    /** Each on a day of its own, which nobody was answered about before. */
    private JsonNode whileStopped(String service, String day) throws Exception {
        // The first question to a service that was just started takes longer than a section may.
        assertEquals(200, humdash.get(SITUATION + "2025-12-01").statusCode());
        long pid = humdash.process(service).pid();
        signal("STOP", pid);
        try {
            HttpResponse<String> response = humdash.get(SITUATION + day);
            assertEquals(200, response.statusCode());
            JsonNode situation = RunningHumdash.JSON.readTree(response.body());
            assertTrue(situation.path("partial").asBoolean());
            return situation;
        } finally {
            signal("CONT", pid);
        }
    }

    private static void signal(String name, long pid) throws Exception {
        assertEquals(
                0,
                new ProcessBuilder("kill", "-" + name, String.valueOf(pid))
                        .start()
                        .waitFor());
    }
}
