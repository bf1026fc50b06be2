package org.humdash.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.humdash.local.postgres.LocalPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Backup and restore with a real PostgreSQL, without the services. */
@Timeout(180)
class BackupTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-12-19T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path temporary;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Progress progress = new Progress(new PrintStream(said, true, StandardCharsets.UTF_8), Instant.EPOCH);
    private DataFolder folder;
    private Secrets secrets;
    private LocalPostgres postgres;
    private Path backup;

    @BeforeEach
    void aDatabaseWithTwoRows() throws Exception {
        folder = DataFolder.create(temporary.resolve("data"));
        backup = temporary.resolve("backup");
        secrets = Secrets.in(folder.secrets(), new SecureRandom());
        postgres = start(folder);
        postgres.provision("incident", "incident_owner", secrets.incidentPassword());
        execute("CREATE TABLE entry (number bigint, half text, PRIMARY KEY (number, half))", postgres);
        execute("INSERT INTO entry VALUES (0, 'first'), (0, 'second')", postgres);
        var process = RunFile.RunningProcess.of("postgres", postgres.process(), null);
        new RunFile(
                        RunFile.State.READY,
                        RunFile.RunningProcess.of("launcher", ProcessHandle.current(), null),
                        List.of(process),
                        Map.of("postgres", "127.0.0.1:" + postgres.port()))
                .write(folder.runFile());
    }

    @AfterEach
    void stop() {
        postgres.close();
    }

    @Test
    void whatIsCommittedWhileItIsBackedUpIsThereAsAWholeOrNotAtAll() throws Exception {
        AtomicLong committed = new AtomicLong();
        AtomicBoolean enough = new AtomicBoolean();
        CountDownLatch writes = new CountDownLatch(20);
        Thread writer = Thread.ofVirtual().start(() -> write(committed, writes, enough));
        writes.await();

        long before = committed.get();
        assertEquals(ExitCode.OK, backup());
        long after = committed.get();
        enough.set(true);
        writer.join();

        assertTrue(after > before, "the writer went on meanwhile: " + before + ", " + after);
        DataFolder restored = DataFolder.create(temporary.resolve("elsewhere"));
        assertEquals(ExitCode.OK, new Restore(restored, CLOCK, progress).from(backup));
        assertEquals(Files.readString(folder.secrets()), Files.readString(restored.secrets()));
        try (LocalPostgres again = start(restored)) {
            long rows = query("SELECT count(*) FROM entry", again);
            long last = query("SELECT max(number) FROM entry", again);
            assertTrue(last >= before, "nothing that was acknowledged before is lost: " + last + " of " + before);
            assertEquals(2 * (last + 1), rows, "no transaction in part, none left out");
            execute("INSERT INTO entry VALUES (-1, 'written after')", again);
            assertEquals(-1, query("SELECT min(number) FROM entry", again));
        }
    }

    @Test
    void aBackupIsForItsOwnerAloneAndLeavesNothingInPostgres() throws Exception {
        backup();

        try (Stream<Path> paths = Files.walk(backup)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                assertEquals(
                        Files.isDirectory(path) ? "rwx------" : "rw-------",
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(path)),
                        path.toString());
            }
        }
        assertFalse(Files.exists(temporary.resolve("backup.unfinished")));
        assertFalse(Files.exists(backup.resolve("postgres/postmaster.pid")));
        assertEquals(0, query("SELECT count(*) FROM pg_replication_slots", postgres));
    }

    @Test
    void whatWasThereIsMovedAside() throws Exception {
        backup();
        execute("INSERT INTO entry VALUES (1, 'after the backup')", postgres);
        postgres.close();

        new Restore(folder, CLOCK, progress).from(backup);

        Path aside = folder.path().resolve("replaced-20251219-120000");
        assertTrue(said().contains("what was there is now in " + aside), said());
        assertTrue(Files.exists(aside.resolve("secrets.properties")));
        postgres = start(folder);
        assertEquals(2, query("SELECT count(*) FROM entry", postgres));
        postgres.close();
        Files.move(folder.postgres(), temporary.resolve("restored"));
        Files.move(aside.resolve("postgres"), folder.postgres());
        postgres = start(folder);
        assertEquals(3, query("SELECT count(*) FROM entry", postgres));
    }

    @Test
    void aDamagedBackupIsRefusedAndNothingIsTouched() throws Exception {
        backup();
        Path longer = backup.resolve("postgres/PG_VERSION");
        Path other = backup.resolve("postgres/global/pg_control");
        byte[] bytes = Files.readAllBytes(other);
        bytes[100] ^= 1;
        Files.write(other, bytes);
        Files.writeString(longer, "17\n\n");
        Files.delete(backup.resolve("postgres/backup_label"));
        Files.writeString(backup.resolve("note.txt"), "of somebody");

        assertEquals(
                backup + " cannot be used: it is damaged:\n"
                        + "  postgres/PG_VERSION has 4 bytes and should have 3\n"
                        + "  postgres/backup_label is missing\n"
                        + "  postgres/global/pg_control holds something else\n"
                        + "  note.txt is not of this backup",
                refusal(() -> new Restore(folder, CLOCK, progress).from(backup)));
        assertEquals(2, query("SELECT count(*) FROM entry", postgres));
    }

    @Test
    void aDamagedManifestIsRefused() throws Exception {
        backup();
        Path manifest = backup.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("PG_VERSION", "PG_VERSIOM"));

        assertEquals(
                backup + " cannot be used: its manifest.json is not what was written",
                refusal(() -> new Restore(folder, CLOCK, progress).from(backup)));
    }

    @Test
    void anUnfinishedBackupIsRefused() throws Exception {
        backup();
        Files.delete(backup.resolve("manifest.json.sha256"));

        assertEquals(
                backup + " cannot be used: " + backup
                        + "/manifest.json.sha256 is missing: it was not finished, or is none",
                refusal(() -> new Restore(folder, CLOCK, progress).from(backup)));
    }

    @Test
    void aFolderThatIsThereIsLeftAsItIs() throws Exception {
        Files.createDirectory(backup);

        assertEquals(
                backup + " is there already and is left as it is: name a folder that is not", refusal(this::backup));
        try (Stream<Path> inside = Files.list(backup)) {
            assertEquals(0, inside.count());
        }
    }

    @Test
    void withoutPostgresThereIsNothingToBackUp() {
        postgres.close();

        LocalException refused = assertThrows(LocalException.class, this::backup);
        assertEquals(ExitCode.NOT_RUNNING, refused.exitCode());
        assertEquals(
                "no PostgreSQL runs on " + folder.path() + ": start it with ./humdash up, then back it up",
                refused.getMessage());
    }

    @Test
    void whatRunsIsNotReplaced() {
        backup();
        try (FolderLock held = FolderLock.take(folder).orElseThrow()) {
            LocalException refused =
                    assertThrows(LocalException.class, () -> new Restore(folder, CLOCK, progress).from(backup));
            assertEquals(ExitCode.ALREADY_RUNNING, refused.exitCode());
            assertTrue(held.channel().isOpen());
        }
    }

    @Test
    void aRestoreThatWasBrokenOffIsTakenUpAgain() throws Exception {
        backup();
        postgres.close();
        Files.createDirectories(folder.restoreCopying().resolve("postgres"));
        Files.createDirectories(folder.restoreMoving());
        Files.move(folder.postgres(), temporary.resolve("moved aside"));

        new Restore(folder, CLOCK, progress).from(backup);

        assertFalse(Files.exists(folder.restoreCopying()));
        assertFalse(Files.exists(folder.restoreMoving()));
        postgres = start(folder);
        assertEquals(2, query("SELECT count(*) FROM entry", postgres));
    }

    private ExitCode backup() {
        return new Backup(folder, CLOCK, progress).to(backup);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private static String refusal(Runnable command) {
        return assertThrows(LocalException.class, command::run).getMessage();
    }

    /** Transactions of two rows each, numbered without a gap. */
    private void write(AtomicLong committed, CountDownLatch writes, AtomicBoolean enough) {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            while (!enough.get()) {
                // Its files come and go while others are copied.
                statement.execute("CREATE TEMPORARY TABLE staged ON COMMIT DROP AS SELECT 1 AS one");
                statement.execute("DROP TABLE IF EXISTS passing");
                statement.execute("CREATE TABLE passing AS SELECT 1 AS one");
                long number = committed.get() + 1;
                statement.execute("INSERT INTO entry VALUES (" + number + ", 'first')");
                statement.execute("INSERT INTO entry VALUES (" + number + ", 'second')");
                connection.commit();
                committed.set(number);
                writes.countDown();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private LocalPostgres start(DataFolder where) throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            port = socket.getLocalPort();
        }
        return LocalPostgres.durable(
                where.postgres(), port, secrets.postgresPassword(), where.logs().resolve("postgres.log"));
    }

    private Connection connect(LocalPostgres where) throws SQLException {
        return DriverManager.getConnection(where.jdbcUrl("incident"), "incident_owner", secrets.incidentPassword());
    }

    private void execute(String sql, LocalPostgres where) throws SQLException {
        try (Connection connection = connect(where);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long query(String sql, LocalPostgres where) throws SQLException {
        try (Connection connection = connect(where);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getLong(1);
        }
    }
}
