package org.humdash.humanitarian.pull;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.humdash.humanitarian.Installation.contributor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.humdash.humanitarian.Installation;
import org.humdash.humanitarian.SourceRegisterResource;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(SourceRegisterResource.class)
@TestProfile(PullResourceTest.PullsAreOn.class)
class PullResourceTest {

    private static final String PULLS = "/api/v1/pulls";

    @Inject
    PullService service;

    @Inject
    PullGauges gauges;

    @Inject
    MeterRegistry registry;

    /** The test looks itself, so that it knows when. */
    public static class PullsAreOn implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "humdash.humanitarian.pulls.enabled", "true",
                    "humdash.humanitarian.pulls.allowed-hosts", "localhost",
                    "humdash.humanitarian.pulls.allow-private-addresses", "true",
                    "humdash.humanitarian.pulls.look-every", "24h");
        }
    }

    @Test
    void aFileIsFetchedImportedAndNotFetchedAgainUntilItChanges() throws Exception {
        Installation at = Installation.named("PULLED");
        try (FileServer server = new FileServer(table(at, "5"), "\"v1\"")) {
            put("pulled", server, "/file", at)
                    .statusCode(200)
                    .body("enabled", is(true))
                    .body("lastSuccessAt", nullValue());
            service.look();
            String job = succeeded("pulled");
            contributor()
                    .get("/api/v1/observations/imports/" + job)
                    .then()
                    .body("job.createdBy", is("pull pulled"))
                    .body("job.created", is(1));

            run("pulled").statusCode(202).body("running", nullValue()).body("lastJob", is(job));
            assertEquals(List.of("none", "\"v1\""), server.conditions());

            server.hold(table(at, "6"), "\"v2\"");
            run("pulled").statusCode(202);
            succeeded("pulled");
            given().queryParam("originator", at.office)
                    .get("/api/v1/observations")
                    .then()
                    .body("items.estimate.best", contains(6))
                    .body("items.revision.number", contains(2));
        }
    }

    @Test
    void aFileWhoseImportFailedIsFetchedAgain() throws Exception {
        Installation at = Installation.named("PULLFAILED");
        try (FileServer server = new FileServer("no,table,of\nours,at,all\n", "\"v1\"")) {
            put("failing", server, "/file", at).statusCode(200);
            run("failing").statusCode(202);
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> contributor().get(PULLS + "/failing").path("lastFailure") != null);
            contributor()
                    .get(PULLS + "/failing")
                    .then()
                    .body("lastFailure", startsWith("No column of the file was taken for"))
                    .body("lastSuccessAt", nullValue());
            run("failing").statusCode(202);
            assertEquals(List.of("none", "none"), server.conditions());
        }
    }

    @Test
    void whenAPullLastSucceededAndFailedIsMeasured() throws Exception {
        Installation at = Installation.named("PULLMETRICS");
        try (FileServer server = new FileServer(table(at, "5"), "\"v1\"")) {
            put("measured", server, "/broken", at).statusCode(200);
            run("measured").body("lastFailure", is("The address answered 500")).body("lastJob", nullValue());
            put("measured", server, "/file", at).statusCode(200);
            run("measured");
            succeeded("measured");
            gauges.refresh();
            assertTrue(sample("humdash.pull.last.failure.timestamp") > 1.7e9);
            assertTrue(sample("humdash.pull.last.success.timestamp") >= sample("humdash.pull.last.failure.timestamp"));
            assertEquals(3_600, sample("humdash.pull.interval"));
        }
    }

    @Test
    void aPullThatCannotWorkIsRefused() throws IOException {
        put("bad", "{\"url\": \"https://example.org/x\", \"everyMinutes\": 60}")
                .statusCode(400)
                .body(
                        "detail",
                        is("The host example.org is not on the operator's list of hosts that files are fetched from."));
        put("bad", "{\"url\": \"http://localhost/x\", \"everyMinutes\": 1}").statusCode(400);
        put("bad", "{\"url\": \"http://localhost/x\", \"everyMinutes\": 60, \"mapping\": \"none\"}")
                .statusCode(400)
                .body("detail", is("No mapping has the name none."));
        put("bad", "{\"url\": \"http://localhost/x\", \"everyMinutes\": 60, \"constants\": {\"colour\": \"x\"}}")
                .statusCode(400)
                .body("detail", is("There are no such fields: colour."));
        put("Bad", "{\"url\": \"http://localhost/x\", \"everyMinutes\": 60}").statusCode(400);
        contributor().get(PULLS + "/bad").then().statusCode(404);
        run("bad").statusCode(404);
        given().get(PULLS).then().statusCode(401);
        given().contentType(ContentType.JSON)
                .body("{}")
                .put(PULLS + "/bad")
                .then()
                .statusCode(401);
    }

    private double sample(String name) {
        return registry.get(name).tag("pull", "measured").gauge().value();
    }

    /** Waits until nothing is being imported that was fetched; the last import. */
    private static String succeeded(String code) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> contributor().get(PULLS + "/" + code).path("running") == null
                        && contributor().get(PULLS + "/" + code).path("lastChangedAt") != null);
        contributor().get(PULLS).then().body("on", is(true)).body("items.code", hasItem(code));
        return contributor()
                .get(PULLS + "/" + code)
                .then()
                .body("lastSuccessAt", notNullValue())
                .extract()
                .path("lastJob");
    }

    private static ValidatableResponse run(String code) {
        return contributor().post(PULLS + "/" + code + "/runs").then();
    }

    private static ValidatableResponse put(String code, FileServer server, String path, Installation at) {
        return put(
                code,
                "{\"url\": \"%s\", \"everyMinutes\": 60, \"constants\": {\"originator\": \"%s\"}}"
                        .formatted(server.url(path), at.office));
    }

    private static ValidatableResponse put(String code, String body) {
        return contributor()
                .contentType(ContentType.JSON)
                .body(body)
                .put(PULLS + "/" + code)
                .then();
    }

    private static String table(Installation at, String value) {
        return "indicator,area,reference,value,valid_from,valid_to\n" + at.indicator + ",PS02,r," + value
                + ",2025-12-01,2025-12-01\n";
    }
}
