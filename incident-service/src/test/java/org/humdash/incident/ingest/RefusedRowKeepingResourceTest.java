package org.humdash.incident.ingest;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.humdash.incident.Installation.contributor;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.humdash.incident.Installation;
import org.humdash.kit.ingest.RefusedRowKeeping;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.Test;

/** What was refused may hold what nobody may keep. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class RefusedRowKeepingResourceTest {

    private static final String IMPORTS = "/api/v1/incidents/imports";

    @Inject
    RefusedRowKeeping keeping;

    @Inject
    DataSource dataSource;

    @Test
    void refusedRowsAreForgottenAMonthAfterTheirImport() throws Exception {
        Installation at = Installation.named("JOBFORGETS");
        String old = refusedImport(at);
        String recent = refusedImport(at);
        ended(old, "30 days 1 minute");
        ended(recent, "29 days 23 hours");

        keeping.forget();

        assertEquals(0, kept(old));
        contributor()
                .get(IMPORTS + "/" + old + "/refused.csv")
                .then()
                .statusCode(410)
                .body("type", is("urn:humdash:problem:no-longer-kept"))
                .body("detail", containsString("Send the file again"));
        contributor()
                .get(IMPORTS + "/" + old)
                .then()
                .statusCode(200)
                .body("job.refused", is(1))
                .body("refusedUntil", notNullValue())
                .body("firstRefused", hasSize(0));
        assertEquals(1, kept(recent));
        contributor()
                .get(IMPORTS + "/" + recent + "/refused.csv")
                .then()
                .statusCode(200)
                .body(containsString("Somebody Sometimes"));
    }

    private static String refusedImport(Installation at) {
        return contributor()
                .queryParam("source", at.office)
                .queryParam("ceasefire", at.ceasefire)
                .queryParam("wait", 30)
                .contentType("text/csv")
                .body("""
                        reference,type,occurred_from,occurred_to,adm2,description_en
                        a,NO_SUCH_TYPE,2025-10-19,2025-10-19,PS0260,Somebody Sometimes
                        """)
                .post(IMPORTS)
                .then()
                .statusCode(200)
                .body("job.refused", is(1))
                .extract()
                .path("job.id");
    }

    private void ended(String job, String ago) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "update import_job set finished_at = now() - ?::interval where id = ?")) {
            statement.setString(1, ago);
            statement.setObject(2, UUID.fromString(job));
            assertEquals(1, statement.executeUpdate());
        }
    }

    private long kept(String job) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select count(*) from import_refusal where job = ?")) {
            statement.setObject(1, UUID.fromString(job));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
