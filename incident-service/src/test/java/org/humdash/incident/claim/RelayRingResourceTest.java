package org.humdash.incident.claim;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.humdash.incident.Installation.contributor;
import static org.humdash.incident.Installation.importing;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.humdash.incident.Installation;
import org.humdash.kit.revision.ChangeClock;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.Test;

/** Relays that would lead to no statement, but back to themselves. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class RelayRingResourceTest {

    @Inject
    ChangeClock changeClock;

    @Inject
    DataSource dataSource;

    @Test
    void aStatementDoesNotBecomeTheRelayOfItsOwnRelay() {
        Installation at = Installation.named("RINGPUT");
        recorded(at, "a,", "b,a", "c,b", "d,");
        put(at, "a", "c")
                .then()
                .statusCode(400)
                .body("errors.code", equalTo(List.of("RELAYS_ITSELF")))
                .body("errors.column", equalTo(List.of("relay_of")))
                .body("errors.message", equalTo(List.of("'c' passes on what this row says, or a row that is refused")));
        put(at, "a", "d").then().statusCode(200).body("revision.number", is(2));
        put(at, "d", "c").then().statusCode(400).body("errors.code", equalTo(List.of("RELAYS_ITSELF")));
    }

    @Test
    void anImportDoesNotCloseARingWithWhatIsRecorded() {
        Installation at = Installation.named("RINGIMPORT");
        recorded(at, "a,", "b,a", "c,b");
        report(at, "a,c", "d,a")
                .body("revised", is(0))
                .body("created", is(0))
                .body("problems.row", equalTo(List.of(2, 3)))
                .body("problems.code", equalTo(List.of("RELAYS_ITSELF", "RELAYS_ITSELF")));
        // The chain turned round, in one file: each row alone would close a ring.
        report(at, "a,b", "b,c", "c,").body("revised", is(3)).body("refused", is(0));
    }

    @Test
    void ofTwoWritersWhoEachAddHalfOfARingOneIsRefused() throws Exception {
        Installation at = Installation.named("RINGRACE");
        recorded(at, "a,", "b,");
        assertEquals(
                List.of(200, 400),
                together(
                        () -> put(at, "a", "b").statusCode(),
                        () -> put(at, "b", "a").statusCode()));

        recorded(at, "c,", "d,");
        assertEquals(List.of(0, 1), together(() -> refused(at, "c,d"), () -> refused(at, "d,c")));
    }

    /** What both answer, the lower first, having waited for the same writer. */
    private List<Integer> together(Callable<Integer> one, Callable<Integer> other) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> answers;
            QuarkusTransaction.begin();
            try {
                changeClock.tick();
                answers = List.of(threads.submit(one), threads.submit(other));
                Awaitility.await().until(() -> waiting() == 2);
            } finally {
                QuarkusTransaction.rollback();
            }
            return Stream.of(answers.get(0).get(), answers.get(1).get())
                    .sorted()
                    .toList();
        }
    }

    private int waiting() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from pg_locks where not granted")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void recorded(Installation at, String... relays) {
        report(at, relays).body("created", is(relays.length));
    }

    private static int refused(Installation at, String... relays) {
        return report(at, relays).extract().path("refused");
    }

    /** Imports claims, each given as its reference and the one it relays. */
    private static ValidatableResponse report(Installation at, String... relays) {
        StringBuilder csv =
                new StringBuilder("reference,relay_of,ceasefire,originator,measure,value,valid_from,valid_to\n");
        for (String relay : relays) {
            csv.append(relay)
                    .append(',')
                    .append(at.ceasefire)
                    .append(',')
                    .append(at.office)
                    .append(",KILLED,5,2025-10-10,2025-10-18\n");
        }
        return importing(csv.toString()).post("/api/v1/claims/imports").then().statusCode(200);
    }

    private static Response put(Installation at, String reference, String relayOf) {
        String id = contributor()
                .queryParam("ceasefire", at.ceasefire)
                .get("/api/v1/claims")
                .path("items.find { it.reference == '" + reference + "' }.id");
        return contributor()
                .contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body("""
                        {"ceasefire": "%s", "originator": "%s", "reference": "%s", "relayOf": "%s", "measure": "KILLED",
                         "estimate": {"value": "5"}, "validFrom": "2025-10-10", "validTo": "2025-10-18",
                         "revisionReason": "UPDATE"}""".formatted(at.ceasefire, at.office, reference, relayOf))
                .put("/api/v1/claims/" + id);
    }
}
