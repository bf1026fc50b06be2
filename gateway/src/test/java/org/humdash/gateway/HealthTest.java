package org.humdash.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.net.URI;
import org.humdash.gateway.testing.FakeService;
import org.humdash.gateway.testing.FakeServices;
import org.humdash.gateway.testing.GatewayTest;
import org.humdash.gateway.testing.RawClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class HealthTest {

    @TestHTTPResource(value = "/health", management = true)
    URI health;

    @FakeServices.Incident
    FakeService incident;

    @FakeServices.Humanitarian
    FakeService humanitarian;

    @AfterEach
    void bothServicesAreUpAgain() {
        incident.up();
        humanitarian.up();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/live", "/ready", "/started"})
    void isUpWhateverTheServicesDo(String check) throws IOException {
        incident.down();
        humanitarian.down();

        RawClient.Answer answer = RawClient.get(health, health.getPath() + check);

        assertEquals(200, answer.status());
        assertTrue(answer.body().contains("\"status\": \"UP\""), answer.body());
    }
}
