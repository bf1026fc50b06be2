package org.humdash.local.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.humdash.local.e2e.RunningHumdash.Running;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One service hangs: the other half is served, and the missing part says so. */
@ExtendWith(RunningHumdash.class)
class HalfDownIT {

    /** In words that nobody else uses, so that no whole answer to it is in memory. */
    private static final String SITUATION = "/api/v1/situation?asOf=2025-12-19&area=PS02";

    private final Running humdash;

    HalfDownIT(Running humdash) {
        this.humdash = humdash;
    }

    @Test
    void withoutHumanitarianServiceTheCeasefireIsStillServed() throws Exception {
        JsonNode situation = whileStopped("humanitarian-service");
        assertEquals("available", situation.at("/sections/ceasefire/status").asText());
        assertEquals("available", situation.at("/sections/claims/status").asText());
        assertEquals("unavailable", situation.at("/sections/indicators/status").asText());
        assertTrue(situation.at("/sections/indicators/data").isMissingNode());
    }

    @Test
    void withoutIncidentServiceTheIndicatorsAreStillServed() throws Exception {
        JsonNode situation = whileStopped("incident-service");
        assertEquals("unavailable", situation.at("/sections/ceasefire/status").asText());
        assertEquals("unavailable", situation.at("/sections/claims/status").asText());
        assertEquals("available", situation.at("/sections/indicators/status").asText());
    }

    private JsonNode whileStopped(String service) throws Exception {
        long pid = humdash.process(service).pid();
        signal("STOP", pid);
        try {
            HttpResponse<String> response = humdash.get(SITUATION);
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
