package org.humdash.humanitarian.alert;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.humdash.humanitarian.Installation.contributor;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.humdash.humanitarian.SourceRegisterResource;
import org.humdash.humanitarian.hazard.HazardType;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.Test;

/** The meters of alerts as a contract: name, labels, values, and what must not be in them. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(SourceRegisterResource.class)
class AlertGaugesTest {

    private static final String SENDER = "gauges@example.org";
    private static final String VOLCANO = "humdash_alert_active{severity=\"EXTREME\",type=\"VOLCANO\"} ";

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @Inject
    AlertGauges gauges;

    @Test
    void theAlertsInForceAreCountedByKindAndSeverity() {
        assertEquals(List.of(VOLCANO + "0.0"), samples(VOLCANO));
        take(eruption("one"), "LOW");
        take(eruption("two"), "MODERATE");
        take(eruption("hidden"), "HIGH");
        take(eruption("over").replace("2099-12-31", "2025-12-31"), "LOW");
        take(eruption("exercise").replace("<status>Actual", "<status>Exercise"), "LOW");
        assertEquals(List.of(VOLCANO + "2.0"), samples(VOLCANO));

        take(cancellation("one"), "HIGH");
        // Who may not see the cancellation is not told by the figure either.
        assertEquals(List.of(VOLCANO + "2.0"), samples(VOLCANO));
        take(cancellation("two"), "LOW");
        assertEquals(List.of(VOLCANO + "1.0"), samples(VOLCANO));
    }

    @Test
    void everyKindAndSeverityHasASampleAndNothingElseHas() {
        int kinds = HazardType.values().length + 1;
        int severities = Severity.values().length + 1;
        assertEquals(kinds * severities, samples("humdash_alert_active{").size());
    }

    private List<String> samples(String beginning) {
        gauges.refresh();
        return given().get(metrics)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .filter(line -> line.startsWith(beginning))
                .toList();
    }

    private static String eruption(String identifier) {
        return Alerts.cap(SENDER, identifier, "<geocode><valueName>P</valueName><value>PS0260</value></geocode>")
                .replace("<event>Storm", "<event>Volcano")
                .replace("<severity>Severe", "<severity>Extreme")
                .replace("<expires>2025-12-13", "<expires>2099-12-31");
    }

    private static String cancellation(String identifier) {
        return eruption(identifier + "-cancelled")
                .replace("<msgType>Alert", "<msgType>Cancel")
                .replace("T06:00:00+02:00</sent>", "T07:00:00+02:00</sent>")
                .replace(
                        "<info>",
                        "<references>" + SENDER + "," + identifier + ",2025-12-10T06:00:00+02:00</references><info>");
    }

    private static void take(String file, String sensitivity) {
        contributor()
                .contentType("application/octet-stream")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .queryParam("sensitivity", sensitivity)
                .post("/api/v1/alerts")
                .then()
                .statusCode(200)
                .body("created", is(1));
    }
}
