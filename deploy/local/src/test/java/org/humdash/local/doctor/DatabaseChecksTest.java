package org.humdash.local.doctor;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.humdash.local.postgres.LocalPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each thing that can be wrong in a database, in a real PostgreSQL. */
@Timeout(180)
class DatabaseChecksTest {

    private static final String PASSWORD = "a-long-and-unusual-password";
    private static final Map<String, Set<String>> BROUGHT = Map.of("incident", Set.of("202601010000", "202601020000"));

    private static final String ADMINISTRATORS = "password-of-the-administrator";

    private static int port;
    private static LocalPostgres postgres;

    private Database database;

    @TempDir
    static Path temporary;

    @BeforeAll
    static void start() throws IOException {
        // One whose administrator's password is known here.
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        postgres = LocalPostgres.durable(
                temporary.resolve("postgres"), port, ADMINISTRATORS, temporary.resolve("postgres.log"));
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @BeforeEach
    void aDatabaseAsItShouldBe() throws SQLException {
        postgres.provision("incident", "incident_owner", PASSWORD);
        postgres.provisionReader("grafana_reader", PASSWORD, "incident");
        database = new Database("incident", postgres.jdbcUrl("incident"), "incident_owner", PASSWORD);
        execute(
                "CREATE TABLE flyway_schema_history (installed_rank int, version text, description text, success bool)");
        execute("INSERT INTO flyway_schema_history VALUES (1, '202601010000', 'create things', true),"
                + " (2, '202601020000', 'add things', true), (3, NULL, 'views', true)");
        execute("CREATE TABLE hidden (id int, place text)");
        execute("CREATE SCHEMA reporting");
        execute("CREATE VIEW reporting.shown AS SELECT id FROM hidden");
        execute("GRANT USAGE ON SCHEMA reporting TO grafana_reader");
        execute("GRANT SELECT ON reporting.shown TO grafana_reader");
    }

    @AfterEach
    void forgetIt() throws SQLException {
        execute("DROP SCHEMA reporting CASCADE");
        execute("DROP TABLE IF EXISTS hidden, flyway_schema_history");
    }

    @Test
    void aDatabaseAsItShouldBeIsSaidToBe() {
        assertEquals(
                List.of(
                        Finding.ok("database", "incident", "lets incident_owner in"),
                        Finding.ok("clock", "database incident", "within 2 s of this machine"),
                        Finding.ok("migrations", "incident", "all applied; the newest is 202601020000"),
                        Finding.ok("rights", "incident_owner", "owns its database and no more"),
                        Finding.ok("rights", "grafana_reader in incident", "reads nothing but reporting")),
                look(Clock.systemUTC()));
    }

    @Test
    void aMigrationThatFailedIsAProblem() throws SQLException {
        execute("INSERT INTO flyway_schema_history VALUES (4, '202601030000', 'break things', false)");

        assertFound(Level.PROBLEM, "migrations", "incident", "failed: 202601030000 break things");
    }

    @Test
    void aMigrationThatWasNotAppliedIsAProblem() throws SQLException {
        execute("DELETE FROM flyway_schema_history WHERE version = '202601020000'");

        assertFound(Level.PROBLEM, "migrations", "incident", "not applied: 202601020000");
    }

    @Test
    void aSchemaNewerThanTheProgramsIsAWarning() throws SQLException {
        execute("INSERT INTO flyway_schema_history VALUES (4, '202601040000', 'later', true)");

        assertFound(Level.WARNING, "migrations", "incident", "is newer than the programs: 202601040000");
    }

    @Test
    void aDatabaseThatNobodyMigratedIsAProblem() throws SQLException {
        execute("DROP TABLE flyway_schema_history");

        assertFound(Level.PROBLEM, "migrations", "incident", "was never migrated");
    }

    @Test
    void withoutTheProgramsAtHandTheNewestMigrationIsTold() throws SQLException {
        List<Finding> findings = new DatabaseCheck(List.of(database), List.of(new Migrations(Map.of()))).look();

        assertEquals(
                Finding.ok("migrations", "incident", "none failed; the newest is 202601020000"), findings.getLast());
    }

    @Test
    void aReaderWhoSeesATableIsAProblem() throws SQLException {
        execute("GRANT SELECT ON hidden TO grafana_reader");

        assertFound(
                Level.PROBLEM,
                "rights",
                "grafana_reader in incident",
                "may do more than read reporting: public.hidden");
    }

    @Test
    void aReaderWhoSeesOneColumnOfATableIsAProblem() throws SQLException {
        execute("GRANT SELECT (place) ON hidden TO PUBLIC");

        assertFound(
                Level.PROBLEM,
                "rights",
                "grafana_reader in incident",
                "may do more than read reporting: public.hidden");
    }

    @Test
    void aReaderWhoMayWriteIsAProblem() throws SQLException {
        execute("GRANT DELETE ON reporting.shown TO grafana_reader");

        assertFound(
                Level.PROBLEM,
                "rights",
                "grafana_reader in incident",
                "may do more than read reporting: reporting.shown");
    }

    @Test
    void aServiceThatMayMakeRolesIsAProblem() throws SQLException {
        Database other = new Database("incident", postgres.jdbcUrl("incident"), "maker_owner", PASSWORD);
        asAdministrator("CREATE ROLE maker_owner LOGIN CREATEROLE CREATEDB PASSWORD '" + PASSWORD + "'");
        asAdministrator("GRANT CONNECT ON DATABASE incident TO maker_owner");

        List<Finding> findings = new DatabaseCheck(List.of(other), List.of(new OwnerRights())).look();

        asAdministrator("REVOKE CONNECT ON DATABASE incident FROM maker_owner");
        asAdministrator("DROP ROLE maker_owner");
        assertEquals(
                Finding.problem(
                        "rights",
                        "maker_owner",
                        "has CREATEROLE, CREATEDB",
                        "take it away: ALTER ROLE maker_owner NOCREATEROLE NOCREATEDB"),
                findings.getLast());
    }

    @Test
    void aClockThatIsFarOffIsAProblem() {
        Clock slow = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-10));

        Finding clock = look(slow).get(1);

        assertEquals(Level.PROBLEM, clock.level());
        assertEquals("database incident", clock.subject());
        assertEquals(true, clock.what().matches("(600|599)\\.\\d s ahead of this machine"), clock.what());
    }

    @Test
    void aDatabaseThatDoesNotLetInIsAProblemThatTellsNoPassword() {
        Database refused = new Database("incident", postgres.jdbcUrl("incident"), "incident_owner", "another-password");

        List<Finding> findings = new DatabaseCheck(List.of(refused), List.of()).look();

        assertEquals(
                List.of(
                        Finding.problem(
                                "database",
                                "incident",
                                "cannot be looked at: FATAL: password authentication failed for user \"incident_owner\"",
                                "see that PostgreSQL runs, that it may be reached from here, and that user and password are right")),
                findings);
    }

    @Test
    void passwordsThatEverybodyTriesAreAProblemAndShortOnesAWarning() {
        assertEquals(
                Finding.ok("secrets", "password of incident_owner", "wanted, and not a usual one"), secret(PASSWORD));

        postgres.provision("incident", "incident_owner", "Incident_Owner");
        assertEquals(Level.PROBLEM, secret("Incident_Owner").level());
        assertEquals("is one that everybody tries", secret("Incident_Owner").what());

        postgres.provision("incident", "incident_owner", "x7Kq!");
        assertEquals(Level.WARNING, secret("x7Kq!").level());
        assertEquals("has fewer than 16 characters", secret("x7Kq!").what());
    }

    @Test
    void aServerThatTrustsEverybodyIsAProblem() throws Exception {
        Path rules = temporary.resolve("postgres/pg_hba.conf");
        String before = Files.readString(rules);
        try {
            Files.writeString(rules, "host incident incident_owner 127.0.0.1/32 trust\n" + before);
            asAdministrator("SELECT pg_reload_conf()");
            // The server reads its rules again in its own time.
            await().atMost(30, SECONDS)
                    .untilAsserted(() -> assertEquals(
                            Finding.problem(
                                    "secrets",
                                    "password of incident_owner",
                                    "PostgreSQL lets it in with any password",
                                    "set scram-sha-256 instead of trust in pg_hba.conf, and reload it"),
                            secret(PASSWORD)));
        } finally {
            Files.writeString(rules, before);
            asAdministrator("SELECT pg_reload_conf()");
            await().atMost(30, SECONDS).until(() -> secret(PASSWORD).level() == Level.OK);
        }
    }

    private static void asAdministrator(String statement) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(postgres.jdbcUrl("incident"), "postgres", ADMINISTRATORS);
                var run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    private Finding secret(String password) {
        Database known = new Database("incident", postgres.jdbcUrl("incident"), "incident_owner", password);
        return new PasswordCheck(List.of(known), Optional.empty()).look().getFirst();
    }

    private void assertFound(Level level, String check, String subject, String what) {
        List<Finding> bad = look(Clock.systemUTC()).stream()
                .filter(finding -> finding.level() != Level.OK)
                .toList();
        assertEquals(1, bad.size(), bad.toString());
        assertEquals(new Finding(check, subject, level, what, bad.getFirst().advice()), bad.getFirst());
        assertEquals(false, bad.getFirst().advice().isBlank());
    }

    private List<Finding> look(Clock clock) {
        return new DatabaseCheck(
                        List.of(database),
                        List.of(
                                new DatabaseClock(clock),
                                new Migrations(BROUGHT),
                                new OwnerRights(),
                                new ReaderRights()))
                .look();
    }

    private void execute(String statement) throws SQLException {
        postgres.provision("incident", "incident_owner", PASSWORD);
        try (Connection connection =
                        DriverManager.getConnection(postgres.jdbcUrl("incident"), "incident_owner", PASSWORD);
                var run = connection.createStatement()) {
            run.execute(statement);
        }
    }
}
