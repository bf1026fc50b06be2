package org.humdash.incident.ingest;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.humdash.incident.Installation.contributor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.humdash.incident.Installation;
import org.humdash.kit.ingest.ImportRunner;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ImportFailureResourceTest {

    private static final String IMPORTS = "/api/v1/incidents/imports";
    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** So many that reading them takes longer than somebody needs to look. */
    private static final int MANY = 500_000;

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @Inject
    DataSource dataSource;

    @Inject
    ImportRunner runner;

    @Test
    void aRunningImportShowsHowFarItIsAndCanBeEnded() {
        Installation at = Installation.named("IMPORTENDED");
        String job = send(many(at));
        await().atMost(LIMIT).until(() -> job(job).<Integer>path("job.rowsRead") > 0);
        assertEquals("READING", job(job).path("job.status"));

        contributor().post(IMPORTS + "/" + job + "/cancellation").then().statusCode(202);

        await().atMost(LIMIT).until(() -> job(job).path("job.status").equals("CANCELLED"));
        nothingIsRecorded(at);
    }

    @Test
    void anImportWhoseDatabaseConnectionBreaksLeavesNothingAndCanBeSentAgain() throws SQLException {
        Installation at = Installation.named("IMPORTBROKEN");
        double failedBefore = failed();
        String job = send(many(at));
        await().atMost(LIMIT).until(() -> terminateTheImport() > 0);

        await().atMost(LIMIT).until(() -> job(job).path("job.status").equals("FAILED"));
        await().atMost(LIMIT).until(() -> failed() == failedBefore + 1);
        nothingIsRecorded(at);
        contributor()
                .body(few(at))
                .queryParam("wait", 30)
                .post(IMPORTS)
                .then()
                .statusCode(200)
                .body("job.status", is("SUCCEEDED"))
                .body("job.created", is(2));
    }

    @Test
    void anImportOfAServiceThatStoppedIsCalledInterrupted() throws SQLException {
        UUID job = UUID.randomUUID();
        execute("""
                insert into import_job (id, created_at, created_by, instance, seen_at, started_at, status, dry_run, complete, bytes, digest)
                values ('%s', now(), 'contributor', gen_random_uuid(), now() - interval '2 minutes', now(), 'READING', false, false, 1, '')
                """.formatted(job));
        runner.report();
        contributor()
                .get(IMPORTS + "/" + job)
                .then()
                .statusCode(200)
                .body("job.status", is("INTERRUPTED"))
                .body(
                        "job.failure",
                        is(
                                "The service stopped before the end of the import was noted: all of it was written or nothing. Send the file again, which does not change what is there already."));
    }

    @Test
    void nobodyButContributorsSeesImports() {
        Installation at = Installation.named("IMPORTPRIVATE");
        String job = send(few(at));
        for (String path : new String[] {"", "/" + job, "/" + job + "/refused.csv", "/" + job + "/missing.csv"}) {
            given().get(IMPORTS + path).then().statusCode(401);
            Installation.partner().get(IMPORTS + path).then().statusCode(403);
        }
    }

    private static String send(String table) {
        return contributor()
                .body(table)
                .post(IMPORTS)
                .then()
                .statusCode(202)
                .extract()
                .path("job.id");
    }

    private static io.restassured.response.Response job(String id) {
        return contributor().get(IMPORTS + "/" + id);
    }

    /** How many imports of incidents broke, as it is scraped. */
    private double failed() {
        String series = "humdash_imports_total{kind=\"incidents\",outcome=\"failed\"} ";
        return given().accept("text/plain")
                .get(metrics)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                // The format allows a comma after the last label, and the registry makes use of it.
                .replace(",}", "}")
                .lines()
                .filter(line -> line.startsWith(series))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length())))
                .findFirst()
                .orElse(0);
    }

    private static void nothingIsRecorded(Installation at) {
        contributor()
                .queryParam("ceasefire", at.ceasefire)
                .get("/api/v1/incidents")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    /** Ends the database's side of an import, as a restart of the database would. */
    private int terminateTheImport() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        select count(*) filter (where pg_terminate_backend(pid)) from pg_stat_activity
                        where query ilike 'copy incident %' and datname = current_database()""");
                ResultSet row = statement.executeQuery()) {
            assertTrue(row.next());
            return row.getInt(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }

    private static String few(Installation at) {
        return table(at, 2);
    }

    private static String many(Installation at) {
        return table(at, MANY);
    }

    private static String table(Installation at, int rows) {
        StringBuilder table = new StringBuilder("source,reference,ceasefire,type,occurred_from\n");
        for (int row = 0; row < rows; row++) {
            table.append(at.office)
                    .append(",r")
                    .append(row)
                    .append(',')
                    .append(at.ceasefire)
                    .append(",OTHER,2025-10-19\n");
        }
        return table.toString();
    }
}
