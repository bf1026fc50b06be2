package org.humdash.local.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A release and the replacement of a password, with the packaged programs and the environments of the manifests. */
class ReleaseIT {

    private static final String MIGRATIONS = "select count(*) from flyway_schema_history where success";
    private static final String STRANGERS = "select count(*) from pg_class join pg_namespace n on n.oid = relnamespace"
            + " where nspname in ('public', 'reporting') and relowner <> '%s'::regrole"
            + " and not exists (select from pg_depend d where d.objid = pg_class.oid and d.deptype = 'e')";

    private Database database;

    @BeforeEach
    void start() throws Exception {
        database = Database.start();
    }

    @AfterEach
    void stop() throws Exception {
        database.close();
    }

    @ParameterizedTest
    @CsvSource({"gateway,gateway", "incident-service,incident", "humanitarian-service,humanitarian"})
    void theMigrationsOfAReleaseRunOnceWhoeverRunsThemAndHoweverOften(String name, String schema) throws Exception {
        try (Program one = Program.job(name, database, "a");
                Program two = Program.job(name, database, "b")) {
            assertEquals(0, one.exitCode(), one::log);
            assertEquals(0, two.exitCode(), two::log);
        }
        String migrations = database.text(schema, MIGRATIONS);
        assertNotEquals("0", migrations);
        assertEquals("0", database.text(schema, STRANGERS.formatted(schema + "_owner")), "not the owner's");

        try (Program again = Program.job(name, database, "b")) {
            assertEquals(0, again.exitCode(), again::log);
        }
        assertEquals(migrations, database.text(schema, MIGRATIONS));

        try (Program program = Program.deployment(name, database, "a")) {
            program.awaitProbes();
        }
    }

    @Test
    void aProgramThatFindsItsMigrationsMissingEnds() throws Exception {
        try (Program early = Program.deployment("incident-service", database, "a")) {
            assertNotEquals(0, early.exitCode());
            assertTrue(early.log().contains("Migrations have failed validation"), early::log);
        }
    }

    /** The old version may be started again while the new one is rolled out, and leaves the new one's views alone. */
    @Test
    void theVersionBeforeGoesOnBesideALaterSchema() throws Exception {
        try (Program job = Program.job("incident-service", database, "a")) {
            assertEquals(0, job.exitCode(), job::log);
        }
        database.run(
                "incident",
                "insert into flyway_schema_history select max(installed_rank) + 1, '299901010000', 'of a later release',"
                        + " 'SQL', 'V299901010000__of_a_later_release.sql', 1, 'incident_owner', now(), 1, true"
                        + " from flyway_schema_history");
        database.run("incident", "update flyway_schema_history set checksum = 1 where version is null");
        String migrations = database.text("incident", MIGRATIONS);

        try (Program before = Program.deployment("incident-service", database, "a")) {
            before.awaitProbes();
        }
        assertEquals(migrations, database.text("incident", MIGRATIONS));
    }

    @Test
    void twoLoginsTakeTurnsWhileAPasswordIsReplaced() throws Exception {
        try (Program job = Program.job("incident-service", database, "a")) {
            assertEquals(0, job.exitCode(), job::log);
        }
        try (Program before = Program.deployment("incident-service", database, "a")) {
            before.awaitProbes();
            try (Program after = Program.deployment("incident-service", database, "b")) {
                after.awaitProbes();
                assertEquals(200, before.get("/api/v1/ceasefires"));

                before.stop();
                database.password("incident_a", "another-one");
                SQLException refused = assertThrows(
                        SQLException.class, () -> database.connect("incident", "incident_a", "of-incident_a"));
                assertEquals("28P01", refused.getSQLState());
                assertEquals(200, after.get("/api/v1/ceasefires"));
            }
        }
    }
}
