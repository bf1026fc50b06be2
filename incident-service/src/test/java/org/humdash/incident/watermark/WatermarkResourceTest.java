package org.humdash.incident.watermark;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.humdash.incident.Installation;
import org.humdash.kit.test.AnnouncedTables;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class WatermarkResourceTest {

    private static final String PATH = "/internal/watermark";

    @Inject
    DataSource dataSource;

    @Test
    void everyTableAnnouncesItsChangesButThoseOfJobs() throws SQLException {
        TreeSet<String> expected = new TreeSet<>(AnnouncedTables.SILENT);
        expected.remove("pull");
        assertEquals(expected, AnnouncedTables.silent(dataSource));
    }

    @Test
    void aWriteMovesTheWatermarkAndIsKnownAtItsInstant() {
        String before = known("");
        Installation at = Installation.named("WATERMARKMOVED");

        String after = moved(before);
        // Further writes of the same installation may still be on their way.
        for (String next = asked(after); !next.equals(after); next = asked(after)) {
            after = next;
        }

        assertNotEquals(token(before), token(after));
        assertTrue(Instant.parse(knownAt(after)).isAfter(Instant.parse(knownAt(before))), before + "; " + after);
        given().header("Humdash-Known-At", knownAt(after))
                .get("/api/v1/sources/" + at.office)
                .then()
                .statusCode(200);
    }

    @Test
    void whatChangedNothingToBeReadMovesNothing() throws SQLException {
        Installation.named("WATERMARKSTILL");
        String before = known("");
        for (String next = asked(before); !next.equals(before); next = asked(before)) {
            before = next;
        }
        execute("delete from import_warning");
        given().queryParam("asOf", "2025-12-19").get("/api/v1/sources").then().statusCode(200);

        assertEquals(token(before), token(asked(before)));
    }

    @Test
    void aChangeByAnybodyIsNoticed() throws SQLException {
        Installation.named("WATERMARKBYHAND");
        String before = known("");

        execute("update source set name_en = name_en where code = 'nobody'");

        assertNotEquals(token(before), token(moved(before)));
    }

    @Test
    void whatIsSaidOnTheChannelByOthersIsNotListenedTo() throws SQLException {
        String before = known("");
        for (String next = asked(before); !next.equals(before); next = asked(before)) {
            before = next;
        }
        execute("select pg_notify('humdash_watermark', 'x y z')");

        assertEquals(token(before), token(asked(before)));
    }

    @Test
    void aConnectionThatIsLostIsTakenUpAgainUnderAnotherToken() throws SQLException {
        String before = known("");
        execute("select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()"
                + " and datname = current_database() and (query like 'select pg_notify(%' or query = 'select 1')");

        String after = known(before);

        assertNotEquals(token(before), token(after));
    }

    @Test
    void aReadIsPinnedToTheDayAndInstantOfTheGateway() {
        Installation at = Installation.named("WATERMARKPINNED");
        String now = Instant.now().toString();
        String first = pinned(at, now);

        Installation.named("WATERMARKLATER");

        assertEquals("2025-12-01", JsonPath.from(first).getString("asOf"));
        assertEquals(first, pinned(at, now));
        assertFalse(first.contains("WATERMARKLATER"), first);
        given().header("Humdash-Known-At", "yesterday")
                .get("/api/v1/sources")
                .then()
                .statusCode(400);
        given().header("Humdash-As-Of", "2025-12-01")
                .queryParam("asOf", "2025-12-02")
                .get("/api/v1/ceasefires/" + at.ceasefire)
                .then()
                .statusCode(200)
                .body("asOf", equalTo("2025-12-02"));
    }

    private static String pinned(Installation at, String now) {
        return given().header("Humdash-Known-At", now)
                .header("Humdash-As-Of", "2025-12-01")
                .queryParam("ceasefire", at.ceasefire)
                .get("/api/v1/claims/latest")
                .asString();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What the service says to whoever has this line; it is held back while nothing changes. */
    private static String asked(String after) {
        return given().queryParam("after", after)
                .get(PATH)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** A watermark of another token than this line's, once it is known. */
    private static String moved(String before) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        String line = before;
        while (line.isEmpty() || token(line).equals(token(before))) {
            assertTrue(System.nanoTime() < end, "The watermark stayed " + line);
            line = asked(line);
        }
        return line;
    }

    private static String known(String before) {
        return moved(before.isEmpty() ? "none none" : before);
    }

    private static String token(String line) {
        return line.split(" ")[0];
    }

    private static String knownAt(String line) {
        return line.split(" ")[1];
    }
}
