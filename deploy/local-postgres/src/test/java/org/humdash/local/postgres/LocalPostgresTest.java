package org.humdash.local.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class LocalPostgresTest {

    private static final String SUPERUSER_PASSWORD = "the superuser's own";

    /** A data folder as the first start makes it: making one anew for each test would take most of the time. */
    @TempDir
    static Path made;

    @TempDir
    Path home;

    @BeforeAll
    static void makeDataFolder() {
        LocalPostgres.durable(made.resolve("postgres"), freePort(), SUPERUSER_PASSWORD, made.resolve("log"))
                .close();
    }

    @Test
    void temporaryServerWorksAndLeavesNothingBehind() throws Exception {
        Path folder;
        ProcessHandle process;
        try (LocalPostgres postgres = LocalPostgres.temporary()) {
            process = postgres.process();
            postgres.provision("incident", "incident_owner", "secret");
            try (Connection owner = connect(postgres, "incident", "incident_owner", "secret")) {
                execute(owner, "CREATE TABLE claim (id int)");
                assertEquals("off", ask(owner, "SHOW fsync"));
                assertTrue(ask(owner, "SHOW server_version").startsWith("17."));
                assertEquals("ÉCHO", ask(owner, "SELECT upper('écho')"));
            }
            folder = Path.of(dataFolder(process)).getParent();
            assertTrue(Files.isDirectory(folder));
        }
        assertFalse(process.isAlive());
        assertFalse(Files.exists(folder));
    }

    @Test
    void durableServerWritesEveryCommitToTheDiskAndListensOnThisMachineOnly() throws Exception {
        copyDataFolder();
        try (LocalPostgres postgres = durable()) {
            postgres.provision("incident", "incident_owner", "secret");
            try (Connection owner = connect(postgres, "incident", "incident_owner", "secret")) {
                assertEquals("on", ask(owner, "SHOW fsync"));
                assertEquals("on", ask(owner, "SHOW synchronous_commit"));
                assertEquals("on", ask(owner, "SHOW full_page_writes"));
                assertEquals("127.0.0.1", ask(owner, "SHOW listen_addresses"));
            }
        }
    }

    @Test
    void nobodyIsLetInWithoutTheRightPassword() throws Exception {
        copyDataFolder();
        try (LocalPostgres postgres = durable()) {
            postgres.provision("incident", "incident_owner", "secret");

            assertEquals("28P01", refusal(postgres, "postgres", "postgres", "guess"));
            assertEquals("28P01", refusal(postgres, "incident", "incident_owner", "guess"));
            assertEquals("08004", refusal(postgres, "postgres", "postgres", ""));
            connect(postgres, "postgres", "postgres", SUPERUSER_PASSWORD).close();
            String rules = Files.readString(data().resolve("pg_hba.conf"))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                    .distinct()
                    .toList()
                    .toString();
            assertEquals("[scram-sha-256]", rules);
            assertFalse(Files.readString(log()).contains("secret"));
        }
    }

    @Test
    void anOwnerMayNotEnterTheOthersDatabase() throws Exception {
        copyDataFolder();
        try (LocalPostgres postgres = durable()) {
            postgres.provision("incident", "incident_owner", "one");
            postgres.provision("humanitarian", "humanitarian_owner", "two");

            assertEquals("42501", refusal(postgres, "humanitarian", "incident_owner", "one"));
        }
    }

    @Test
    void theReaderConnectsAndReadsOnlyWhatItIsGranted() throws Exception {
        copyDataFolder();
        try (LocalPostgres postgres = durable()) {
            postgres.provision("incident", "incident_owner", "one");
            postgres.provision("humanitarian", "humanitarian_owner", "two");
            postgres.provisionReader("grafana_reader", "three", "incident");
            try (Connection owner = connect(postgres, "incident", "incident_owner", "one")) {
                execute(owner, "CREATE TABLE claim AS SELECT 738 AS violations");
                execute(owner, "CREATE SCHEMA reporting");
                execute(owner, "CREATE VIEW reporting.claim AS SELECT violations FROM claim");
                execute(owner, "GRANT USAGE ON SCHEMA reporting TO grafana_reader");
                execute(owner, "GRANT SELECT ON reporting.claim TO grafana_reader");
            }

            assertEquals("42501", refusal(postgres, "humanitarian", "grafana_reader", "three"));
            try (Connection reader = connect(postgres, "incident", "grafana_reader", "three")) {
                assertEquals("738", ask(reader, "SELECT violations FROM reporting.claim"));
                assertEquals("42501", refusal(reader, "SELECT violations FROM public.claim"));
                assertEquals("15s", ask(reader, "SHOW statement_timeout"));
                // A session may switch read-only off; what it may write is nothing even then.
                execute(reader, "SET default_transaction_read_only = off");
                assertEquals("42501", refusal(reader, "CREATE TABLE public.mine (id int)"));
                assertEquals("42501", refusal(reader, "CREATE TEMPORARY TABLE mine (id int)"));
            }
        }
    }

    @Test
    void provisioningAgainKeepsTheDataAndTakesTheNewPassword() throws Exception {
        copyDataFolder();
        try (LocalPostgres postgres = durable()) {
            postgres.provision("incident", "incident_owner", "old");
            try (Connection owner = connect(postgres, "incident", "incident_owner", "old")) {
                execute(owner, "CREATE TABLE claim AS SELECT 738 AS violations");
            }

            postgres.provision("incident", "incident_owner", "new");

            try (Connection owner = connect(postgres, "incident", "incident_owner", "new")) {
                assertEquals("738", ask(owner, "SELECT violations FROM claim"));
            }
            assertEquals("28P01", refusal(postgres, "incident", "incident_owner", "old"));
        }
    }

    @Test
    void dataSurvivesARestart() throws Exception {
        copyDataFolder();
        try (LocalPostgres postgres = durable()) {
            keepFigure(postgres);
        }
        try (LocalPostgres postgres = durable()) {
            assertEquals("738", keptFigure(postgres));
        }
    }

    @Test
    void dataSurvivesTheServerBeingKilled() throws Exception {
        copyDataFolder();
        try (LocalPostgres postgres = durable()) {
            keepFigure(postgres);
            postgres.process().destroyForcibly();
            postgres.process().onExit().get(10, TimeUnit.SECONDS);
        }
        try (LocalPostgres postgres = durable()) {
            assertEquals("738", keptFigure(postgres));
        }
    }

    @Test
    void aLostSuperuserPasswordIsReplaced() throws Exception {
        copyDataFolder();
        try (LocalPostgres postgres = durable()) {
            keepFigure(postgres);
        }
        try (LocalPostgres postgres = LocalPostgres.durable(data(), freePort(), "anot'her", log())) {
            assertEquals("738", keptFigure(postgres));
            connect(postgres, "postgres", "postgres", "anot'her").close();
            assertEquals("28P01", refusal(postgres, "postgres", "postgres", SUPERUSER_PASSWORD));
        }
    }

    @Test
    void aFolderInUseIsNotOpenedTwice() throws Exception {
        copyDataFolder();
        try (LocalPostgres postgres = durable()) {
            LocalPostgresException refused = assertThrows(LocalPostgresException.class, this::durable);

            assertEquals("another program is using the data folder " + data(), refused.getMessage());
            connect(postgres, "postgres", "postgres", SUPERUSER_PASSWORD).close();
        }
    }

    @Test
    void aTakenPortIsSaidWithTheLinesOfTheLog() throws Exception {
        copyDataFolder();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            LocalPostgresException refused = assertThrows(
                    LocalPostgresException.class,
                    () -> LocalPostgres.durable(data(), taken.getLocalPort(), SUPERUSER_PASSWORD, log()));

            assertTrue(refused.getMessage().contains("Address already in use"), refused.getMessage());
        }
        durable().close();
    }

    @Test
    void aFolderOfAnotherReleaseIsRefused() throws Exception {
        Files.createDirectories(data());
        Files.writeString(data().resolve("PG_VERSION"), "16\n");

        LocalPostgresException refused = assertThrows(LocalPostgresException.class, this::durable);

        assertTrue(refused.getMessage().startsWith(data() + " was made by PostgreSQL 16; this is 17"));
    }

    @Test
    void aFirstStartBrokenOffHalfWayDoesNotHinderTheNext() throws Exception {
        Path half = Files.createDirectories(home.resolve("postgres.new/base"));
        Files.writeString(half.getParent().resolve("PG_VERSION"), "17\n");

        try (LocalPostgres postgres = durable()) {
            keepFigure(postgres);
        }
        assertFalse(Files.exists(home.resolve("postgres.new")));
    }

    @Test
    void aStrangersProcessWithTheOldNumberIsLeftAlone() throws Exception {
        copyDataFolder();
        durable().close();
        Process stranger = new ProcessBuilder("sleep", "300").start();
        try {
            Files.write(
                    data().resolve("postmaster.pid"),
                    List.of(
                            Long.toString(stranger.pid()),
                            data().toString(),
                            "1",
                            "5432",
                            "",
                            "127.0.0.1",
                            "0 0",
                            "ready"));

            try (LocalPostgres postgres = durable()) {
                assertNotEquals(stranger.pid(), postgres.pid());
                assertTrue(stranger.isAlive());
            }
            assertTrue(stranger.isAlive());
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void aServerLeftRunningByAKilledProgramIsStoppedAndItsDataKept() throws Exception {
        copyDataFolder();
        Process program = otherProgram();
        ProcessHandle server = serverOf(program);
        // Without its guard nothing stops the server when the program is killed.
        program.children().filter(child -> !child.equals(server)).forEach(ProcessHandle::destroyForcibly);
        program.destroyForcibly().waitFor();
        assertTrue(Processes.runs(server));

        try (LocalPostgres postgres = durable()) {
            assertFalse(Processes.runs(server));
            assertEquals("738", keptFigure(postgres));
        }
    }

    @Test
    void theServerEndsWhenItsProgramIsKilled() throws Exception {
        copyDataFolder();
        Process program = otherProgram();
        ProcessHandle server = serverOf(program);

        program.destroyForcibly().waitFor();

        assertTrue(Processes.endsWithin(Duration.ofSeconds(20), server));
        try (LocalPostgres postgres = durable()) {
            assertEquals("738", keptFigure(postgres));
        }
    }

    /** Another program that has started PostgreSQL on the same folder and kept a figure in it. */
    private Process otherProgram() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                OtherProgram.class.getName(),
                data().toString(),
                Integer.toString(freePort()),
                SUPERUSER_PASSWORD,
                log().toString()));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static ProcessHandle serverOf(Process program) throws IOException {
        return ProcessHandle.of(Long.parseLong(program.inputReader().readLine()))
                .orElseThrow();
    }

    static final class OtherProgram {
        public static void main(String[] arguments) throws Exception {
            LocalPostgres postgres = LocalPostgres.durable(
                    Path.of(arguments[0]), Integer.parseInt(arguments[1]), arguments[2], Path.of(arguments[3]));
            keepFigure(postgres);
            System.out.println(postgres.pid());
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    private void copyDataFolder() throws IOException {
        Path source = made.resolve("postgres");
        try (Stream<Path> paths = Files.walk(source)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Files.copy(
                        path, data().resolve(source.relativize(path).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private LocalPostgres durable() {
        return LocalPostgres.durable(data(), freePort(), SUPERUSER_PASSWORD, log());
    }

    private Path data() {
        return home.resolve("postgres");
    }

    private Path log() {
        return home.resolve("logs/postgresql.log");
    }

    private static void keepFigure(LocalPostgres postgres) throws SQLException {
        postgres.provision("incident", "incident_owner", "secret");
        try (Connection owner = connect(postgres, "incident", "incident_owner", "secret")) {
            execute(owner, "CREATE TABLE claim AS SELECT 738 AS violations");
        }
    }

    private static String keptFigure(LocalPostgres postgres) throws SQLException {
        try (Connection owner = connect(postgres, "incident", "incident_owner", "secret")) {
            return ask(owner, "SELECT violations FROM claim");
        }
    }

    private static Connection connect(LocalPostgres postgres, String database, String user, String password)
            throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(database), user, password);
    }

    private static String refusal(LocalPostgres postgres, String database, String user, String password) {
        return assertThrows(
                        SQLException.class,
                        () -> connect(postgres, database, user, password).close())
                .getSQLState();
    }

    private static String refusal(Connection connection, String statement) {
        return assertThrows(SQLException.class, () -> execute(connection, statement))
                .getSQLState();
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (var prepared = connection.createStatement()) {
            prepared.execute(statement);
        }
    }

    private static String ask(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String dataFolder(ProcessHandle server) {
        List<String> arguments = List.of(server.info().arguments().orElseThrow());
        return arguments.get(arguments.indexOf("-D") + 1);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
