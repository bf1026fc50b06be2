package org.humdash.incident.claim;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.humdash.incident.Installation;
import org.humdash.kit.revision.ChangeClock;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.Test;

/** Reads that come while a writer has its instant and has not committed. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SettledReadResourceTest {

    /** What was answered beside a writer. */
    private record Beside(Instant began, String now, String asked, String old) {}

    @Inject
    ChangeClock changeClock;

    @Inject
    ClaimIntake intake;

    @Inject
    ObjectMapper json;

    @Test
    void anAnswerBesideAWriterIsOfTheInstantBeforeTheWritersAndCanBeHadAgain() {
        Installation at = Installation.named("SETTLED");
        String earlier = Instant.now().truncatedTo(ChronoUnit.MICROS).toString();
        Beside beside = QuarkusTransaction.requiringNew().call(() -> {
            Instant began = changeClock.tick();
            intake.create(claim(at));
            return new Beside(began, latest(at, null), latest(at, Instant.now().toString()), latest(at, earlier));
        });
        String before = beside.began().minus(1, ChronoUnit.MICROS).toString();
        assertEquals(before, knownAt(beside.now()));
        assertEquals(beside.now(), beside.asked());
        assertEquals(beside.now(), latest(at, before));
        assertEquals(earlier, knownAt(beside.old()));
        assertEquals(beside.old(), latest(at, earlier));

        String after = latest(at, null);
        assertEquals(1, JsonPath.from(after).getInt("measures[0].claims.size()"));
        Instant stated = Instant.parse(knownAt(after));
        Installation.named("SETTLEDLATER");
        assertEquals(after, latest(at, stated.toString()));
    }

    @Test
    void aWriterThatGaveUpHoldsNoAnswerBack() {
        Installation at = Installation.named("SETTLEDUNDONE");
        QuarkusTransaction.begin();
        Instant began = changeClock.tick();
        QuarkusTransaction.rollback();
        String answer = latest(at, began.toString());
        assertEquals(began.toString(), knownAt(answer));
        assertTrue(Instant.parse(knownAt(latest(at, null))).isAfter(began));
    }

    @Test
    void whatWillBeKnownInTheFutureIsAnsweredAsOfNow() {
        Installation at = Installation.named("SETTLEDFUTURE");
        Instant before = Instant.now();
        Instant stated = Instant.parse(knownAt(latest(at, "2090-01-01T00:00:00Z")));
        assertTrue(!stated.isBefore(before.truncatedTo(ChronoUnit.MICROS)) && !stated.isAfter(Instant.now()));
    }

    private ClaimDraft claim(Installation at) throws Exception {
        return json.readValue("""
                        {"ceasefire": "%s", "originator": "%s", "reference": "one", "measure": "KILLED",
                         "estimate": {"value": "97"}, "validFrom": "2025-10-10", "validTo": "2025-10-18"}""".formatted(at.ceasefire, at.office), ClaimRequest.class)
                .draft();
    }

    private static String latest(Installation at, String knownAt) {
        RequestSpecification request =
                given().queryParam("ceasefire", at.ceasefire).queryParam("asOf", "2025-12-19");
        return (knownAt == null ? request : request.queryParam("knownAt", knownAt))
                .get("/api/v1/claims/latest")
                .asString();
    }

    private static String knownAt(String answer) {
        return JsonPath.from(answer).getString("knownAt");
    }
}
