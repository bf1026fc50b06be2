package org.humdash.humanitarian.observation;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.humdash.humanitarian.Installation;
import org.humdash.humanitarian.SourceRegisterResource;
import org.humdash.kit.revision.ChangeClock;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.Test;

/** Reads that come while a writer has its instant and has not committed. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(SourceRegisterResource.class)
class SettledReadResourceTest {

    /** What was answered beside a writer. */
    private record Beside(Instant began, String now, String asked) {}

    @Inject
    ChangeClock changeClock;

    @Inject
    ObservationImporter importer;

    @Inject
    ObjectMapper json;

    @Test
    void anAnswerBesideAWriterIsOfTheInstantBeforeTheWritersAndCanBeHadAgain() {
        Installation at = Installation.named("SETTLED");
        Beside beside = QuarkusTransaction.requiringNew().call(() -> {
            Instant began = changeClock.tick();
            importer.record(observation(at));
            return new Beside(began, series(at, null), series(at, Instant.now().toString()));
        });
        String before = beside.began().minus(1, ChronoUnit.MICROS).toString();
        assertEquals(before, JsonPath.from(beside.now()).getString("knownAt"));
        assertEquals(beside.now(), beside.asked());
        assertEquals(beside.now(), series(at, before));
        assertEquals(0, JsonPath.from(beside.now()).getInt("series.size()"));

        String after = series(at, null);
        assertEquals(1, JsonPath.from(after).getInt("series.size()"));
        Installation.named("SETTLEDLATER");
        assertEquals(after, series(at, JsonPath.from(after).getString("knownAt")));
    }

    private ObservationDraft observation(Installation at) throws Exception {
        return json.readValue("""
                        {"indicator": "%s", "area": "PS02", "originator": "%s", "reference": "one",
                         "estimate": {"value": "97"}, "validFrom": "2025-12-10", "validTo": "2025-12-10"}""".formatted(at.indicator, at.office), ObservationRequest.class)
                .draft();
    }

    private static String series(Installation at, String knownAt) {
        RequestSpecification request = given().queryParam("area", "PS02").queryParam("asOf", "2025-12-19");
        return (knownAt == null ? request : request.queryParam("knownAt", knownAt))
                .get("/api/v1/indicators/" + at.indicator + "/series")
                .asString();
    }
}
