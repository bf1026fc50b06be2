package org.humdash.humanitarian.observation;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.humdash.humanitarian.Installation.importing;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.humdash.humanitarian.Installation;
import org.humdash.humanitarian.SourceRegisterResource;
import org.humdash.kit.revision.ChangeClock;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.Test;

/** Relays that would lead to no statement, but back to themselves. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(SourceRegisterResource.class)
class RelayRingResourceTest {

    @Inject
    ChangeClock changeClock;

    @Inject
    DataSource dataSource;

    @Test
    void anImportDoesNotCloseARingWithWhatIsRecorded() {
        Installation at = Installation.named("RINGIMPORT");
        report(at, "a,", "b,a", "c,b").body("job.created", is(3));
        report(at, "a,c", "d,a")
                .body("job.revised", is(0))
                .body("job.created", is(0))
                .body("firstRefused.row", equalTo(List.of(2, 3)))
                .body("firstRefused.problems.flatten()", everyItem(startsWith("relay_of: RELAYS_ITSELF, ")));
        // The chain turned round, in one file: each row alone would close a ring.
        report(at, "a,b", "b,c", "c,").body("job.revised", is(3)).body("job.refused", is(0));
    }

    @Test
    void ofTwoImportsThatEachAddHalfOfARingOneIsRefused() throws Exception {
        Installation at = Installation.named("RINGRACE");
        report(at, "a,", "b,").body("job.created", is(2));
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> refused;
            QuarkusTransaction.begin();
            try {
                changeClock.tick();
                refused = Stream.of("a,b", "b,a")
                        .map(relay ->
                                threads.submit(() -> report(at, relay).extract().<Integer>path("job.refused")))
                        .toList();
                Awaitility.await().until(() -> waiting() == 2);
            } finally {
                QuarkusTransaction.rollback();
            }
            assertEquals(1, refused.get(0).get() + refused.get(1).get());
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

    /** Imports observations, each given as its reference and the one it relays. */
    private static ValidatableResponse report(Installation at, String... relays) {
        StringBuilder csv =
                new StringBuilder("reference,relay_of,indicator,area,originator,value,valid_from,valid_to\n");
        for (String relay : relays) {
            csv.append(relay)
                    .append(',')
                    .append(at.indicator)
                    .append(",PS02,")
                    .append(at.office)
                    .append(",5,2025-12-10,2025-12-10\n");
        }
        return importing(csv.toString())
                .post("/api/v1/observations/imports")
                .then()
                .statusCode(200);
    }
}
