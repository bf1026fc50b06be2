package org.humdash.local.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.postgresql.Driver;

/**
 * A real PostgreSQL 17 on this machine that nobody has to install: the programs come from the class path.
 *
 * <pre>{@code
 * try (LocalPostgres postgres = LocalPostgres.temporary()) {
 *     postgres.provision("incident", "incident_owner", "secret");
 *     DriverManager.getConnection(postgres.jdbcUrl("incident"), "incident_owner", "secret");
 * }
 * }</pre>
 *
 * It listens on 127.0.0.1 only, and wants a password of everybody, the superuser included. It works for root too. When
 * the program that started it ends without closing it, even by {@code kill -9}, PostgreSQL is stopped all the same.
 */
public final class LocalPostgres implements AutoCloseable {

    /** The superuser's name; only this class has its password. */
    public static final String SUPERUSER = "postgres";

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
    private static final int PORT_ATTEMPTS = 5;
    private static final String INVALID_PASSWORD = "28P01";
    private static final SecureRandom RANDOM = new SecureRandom();

    // Speed for tests: what is written need not outlive the machine losing power.
    private static final Map<String, String> FORGETFUL = Map.of(
            "fsync", "off",
            "synchronous_commit", "off",
            "full_page_writes", "off",
            "wal_level", "minimal",
            "max_wal_senders", "0",
            "shared_buffers", "64MB",
            "max_connections", "200");
    private static final Map<String, String> DURABLE = Map.of(
            "fsync", "on",
            "synchronous_commit", "on",
            "full_page_writes", "on",
            "shared_buffers", "128MB",
            "max_connections", "100");

    private final Path folder;
    private final int port;
    private final String superuserPassword;
    private final Path log;
    private final boolean temporary;
    private final PostgresUser user;
    private final PostgresPrograms programs;
    private final DataFolderLock lock;
    private final Leash leash;
    private Process server;

    private LocalPostgres(
            Path folder, int port, String superuserPassword, Path log, boolean temporary, DataFolderLock lock) {
        this.folder = folder;
        this.port = port;
        this.superuserPassword = superuserPassword;
        this.log = log;
        this.temporary = temporary;
        this.lock = lock;
        this.user = PostgresUser.choose();
        this.programs = PostgresPrograms.unpackedIn(user.cache());
        this.leash = Leash.start();
    }

    /**
     * Starts an empty PostgreSQL for tests on a free port, its data in a folder of its own under the system's temporary
     * folder, deleted when it is closed.
     *
     * @throws LocalPostgresException if it cannot be started
     */
    public static LocalPostgres temporary() {
        LocalPostgresException last = null;
        // Between finding a port free and PostgreSQL taking it, another may have it.
        for (int attempt = 0; attempt < PORT_ATTEMPTS; attempt++) {
            Path home = temporaryFolder();
            LocalPostgres postgres = new LocalPostgres(
                    home.resolve("data"),
                    freePort(),
                    randomPassword(),
                    home.resolve("postgresql.log"),
                    true,
                    DataFolderLock.none());
            postgres.leash.deleteAtLast(home);
            try {
                postgres.start();
                return postgres;
            } catch (LocalPostgresException e) {
                boolean portTaken = postgres.lastLogLines().contains("Address already in use");
                postgres.close();
                if (!portTaken) {
                    throw e;
                }
                last = e;
            }
        }
        throw last;
    }

    /**
     * Starts a PostgreSQL whose data lasts: every commit is on the disk before it is answered. The folder is made at the
     * first start and kept. A PostgreSQL that a killed program left running on this folder is stopped first.
     *
     * @param folder where the data is, nothing else may be in it; a file {@code <folder>.lock} beside it keeps a second
     *     program from using it
     * @param port on 127.0.0.1
     * @param superuserPassword the password of {@code postgres}; when it differs from that of the last start it becomes
     *     the new one: who owns the folder owns the data
     * @param log the file PostgreSQL writes to, appended
     * @throws LocalPostgresException if it cannot be started, with the last lines of the log
     */
    public static LocalPostgres durable(Path folder, int port, String superuserPassword, Path log) {
        Path absolute = folder.toAbsolutePath().normalize();
        DataFolderLock lock = DataFolderLock.of(absolute);
        LocalPostgres postgres = null;
        try {
            checkRelease(absolute);
            postgres = new LocalPostgres(
                    absolute, port, superuserPassword, log.toAbsolutePath().normalize(), false, lock);
            stopOrphan(absolute);
            postgres.start();
            postgres.ensureSuperuserPassword();
            return postgres;
        } catch (RuntimeException | Error e) {
            if (postgres == null) {
                lock.close();
            } else {
                postgres.close();
            }
            throw e;
        }
    }

    /**
     * Stops the PostgreSQL a killed program left running on a data folder, if there is one.
     *
     * @return its process id, empty if nothing ran
     */
    public static Optional<Long> stopOrphan(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        Optional<PostmasterFile> file = PostmasterFile.in(absolute);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        Optional<ProcessHandle> orphan = file.get().process();
        if (orphan.isEmpty()) {
            if (!file.get().lines().isEmpty()) {
                file.get().disown();
            }
            return Optional.empty();
        }
        stop(orphan.get(), "INT");
        return orphan.map(ProcessHandle::pid);
    }

    /** The port on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** The process id of the server. */
    public long pid() {
        return server.pid();
    }

    /** The server's process, to notice when it ends by itself. */
    public ProcessHandle process() {
        return server.toHandle();
    }

    /** The address of a database, without user and password. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /**
     * Sees to it that a database and its owner exist, that the owner has this password, and that nobody else may connect.
     * May be called again and again.
     *
     * @throws LocalPostgresException if PostgreSQL refuses
     */
    public void provision(String database, String ownerRole, String ownerPassword) {
        try {
            try (Connection connection = connectAsSuperuser(SUPERUSER)) {
                Provisioning.database(connection, database, ownerRole, ownerPassword);
            }
            try (Connection connection = connectAsSuperuser(database)) {
                Provisioning.closePublicSchema(connection);
            }
        } catch (SQLException e) {
            throw new LocalPostgresException("database " + database + " could not be prepared: " + e.getMessage(), e);
        }
    }

    /**
     * Sees to it that a role exists that may connect to some databases and nothing more: what it may read there is granted
     * by whoever owns them. It reads only, its statements end after fifteen seconds, and it has at most ten connections.
     *
     * @throws LocalPostgresException if PostgreSQL refuses
     */
    public void provisionReader(String role, String password, String... databases) {
        try (Connection connection = connectAsSuperuser(SUPERUSER)) {
            Provisioning.reader(connection, role, password, databases);
        } catch (SQLException e) {
            throw new LocalPostgresException("role " + role + " could not be prepared: " + e.getMessage(), e);
        }
    }

    /** Stops PostgreSQL, breaking off what its clients do; a temporary one is deleted. Closing twice does nothing more. */
    @Override
    public synchronized void close() {
        try {
            if (server != null && server.isAlive()) {
                // A temporary server's data is thrown away: no need for it to be written first.
                stop(server.toHandle(), temporary ? "QUIT" : "INT");
            }
            if (temporary) {
                Folders.delete(folder.getParent());
            }
        } catch (IOException e) {
            throw new LocalPostgresException(folder.getParent() + " could not be deleted: " + e, e);
        } finally {
            leash.close();
            lock.close();
        }
    }

    private void start() {
        try {
            if (temporary) {
                user.own(folder.getParent());
            }
            if (!Files.exists(folder.resolve("PG_VERSION"))) {
                initialise();
            }
            user.own(folder);
            Deadline limit = new Deadline(START_LIMIT);
            do {
                launch();
            } while (!becomesReady(limit));
        } catch (IOException e) {
            throw new LocalPostgresException("PostgreSQL could not be started on " + folder + ": " + e, e);
        }
    }

    /** Makes the data folder beside its final place: one broken off half-way must not look like one. */
    private void initialise() throws IOException {
        Files.createDirectories(folder.getParent());
        Path fresh = folder.resolveSibling(folder.getFileName() + ".new");
        Folders.delete(fresh);
        Files.createDirectory(fresh, ownerOnly("rwx------"));
        user.own(fresh);
        Path passwordFile = Files.createTempFile(folder.getParent(), "initial-", ".tmp", ownerOnly("rw-------"));
        try {
            Files.writeString(passwordFile, superuserPassword);
            user.own(passwordFile);
            initdb(fresh, passwordFile);
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private void initdb(Path fresh, Path passwordFile) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "--pgdata=" + fresh,
                "--username=" + SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                // Upper and lower case, and what is a letter, by Unicode and not by the machine's own tables.
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8"));
        if (temporary) {
            arguments.add("--no-sync");
        }
        Process initdb = postgresProgram("initdb", arguments).start();
        try {
            leash.hold(initdb.pid(), "INT");
            int code = initdb.waitFor();
            leash.release(initdb.pid());
            if (code != 0) {
                throw new LocalPostgresException(
                        "the data folder " + folder + " could not be made:\n" + lastLogLines());
            }
        } catch (InterruptedException e) {
            stop(initdb.toHandle(), "INT");
            throw interrupted();
        }
    }

    private void launch() throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-D", folder.toString()));
        settings().forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
        server = postgresProgram("postgres", arguments).start();
        leash.hold(server.pid(), temporary ? "QUIT" : "INT");
        long pid = server.pid();
        server.onExit().thenRun(() -> leash.release(pid));
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>(temporary ? FORGETFUL : DURABLE);
        settings.put("port", Integer.toString(port));
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("unix_socket_directories", "");
        settings.put("password_encryption", "scram-sha-256");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        settings.put("log_line_prefix", "%m [%p] %q%u@%d ");
        return settings;
    }

    /**
     * @return false if the children of a server that was killed still hold its memory: they end by themselves in a moment,
     *     then it can be tried again
     */
    private boolean becomesReady(Deadline limit) {
        try {
            while (!server.waitFor(20, TimeUnit.MILLISECONDS)) {
                Optional<PostmasterFile> file = PostmasterFile.in(folder).filter(PostmasterFile::isReady);
                if (file.flatMap(PostmasterFile::process)
                        .filter(server.toHandle()::equals)
                        .isPresent()) {
                    return true;
                }
                if (limit.isPast()) {
                    throw new LocalPostgresException("PostgreSQL was not ready after " + START_LIMIT.toSeconds()
                            + " seconds; its log is " + log + " and ends:\n" + lastLogLines());
                }
            }
            if (lastLogLines().contains("pre-existing shared memory block") && !limit.isPast()) {
                TimeUnit.SECONDS.sleep(1);
                return false;
            }
            throw new LocalPostgresException(
                    "PostgreSQL did not start; its log is " + log + " and ends:\n" + lastLogLines());
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private void ensureSuperuserPassword() {
        try {
            connectAsSuperuser(SUPERUSER).close();
            return;
        } catch (SQLException e) {
            if (!INVALID_PASSWORD.equals(e.getSQLState())) {
                throw new LocalPostgresException("PostgreSQL does not answer: " + e.getMessage(), e);
            }
        }
        stop(server.toHandle(), "INT");
        setSuperuserPasswordWithoutOne();
        start();
    }

    /** PostgreSQL's single-user mode asks nobody for a password: the folder is the key. */
    private void setSuperuserPasswordWithoutOne() {
        try {
            Process single = postgresProgram(
                            "postgres",
                            List.of(
                                    "--single",
                                    "-D",
                                    folder.toString(),
                                    "-c",
                                    "log_min_error_statement=panic",
                                    SUPERUSER))
                    .redirectInput(ProcessBuilder.Redirect.PIPE)
                    .start();
            try (var statements = single.outputWriter(StandardCharsets.UTF_8)) {
                statements.write(
                        "ALTER ROLE " + SUPERUSER + " PASSWORD '" + superuserPassword.replace("'", "''") + "'\n");
            }
            if (single.waitFor() != 0) {
                throw new LocalPostgresException("the superuser's password could not be set:\n" + lastLogLines());
            }
        } catch (IOException e) {
            throw new LocalPostgresException("the superuser's password could not be set: " + e, e);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private ProcessBuilder postgresProgram(String name, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(OwnSession.prefix());
        command.addAll(user.prefix());
        command.add(programs.program(name).toString());
        command.addAll(arguments);
        Files.createDirectories(log.getParent());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .directory(programs.home().toFile());
        builder.environment().put("LC_ALL", "C");
        builder.environment().keySet().removeIf(variable -> variable.startsWith("PG"));
        return builder;
    }

    private Connection connectAsSuperuser(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        properties.setProperty("password", superuserPassword);
        properties.setProperty("connectTimeout", "10");
        return new Driver().connect(jdbcUrl(database), properties);
    }

    private static void checkRelease(Path folder) {
        Path file = folder.resolve("PG_VERSION");
        try {
            if (Files.exists(file) && !Files.readString(file).strip().equals(PostgresPrograms.MAJOR_VERSION)) {
                throw new LocalPostgresException(folder + " was made by PostgreSQL "
                        + Files.readString(file).strip() + "; this is " + PostgresPrograms.MAJOR_VERSION
                        + ": start with another data folder, or upgrade this one with pg_upgrade");
            }
        } catch (IOException e) {
            throw new LocalPostgresException(file + " cannot be read: " + e, e);
        }
    }

    /** Waits until the process has ended, also in a thread that was interrupted: nothing may be left running. */
    private static void stop(ProcessHandle process, String signal) {
        Signals.send(signal, process.pid());
        if (!Processes.endsWithin(STOP_LIMIT, process)) {
            // QUIT ends the children too, which KILL would leave. The next start recovers what was committed.
            Signals.send("QUIT", process.pid());
            if (!Processes.endsWithin(Duration.ofSeconds(10), process)) {
                process.destroyForcibly();
            }
        }
    }

    private String lastLogLines() {
        try {
            List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size()));
        } catch (IOException e) {
            return "(" + log + " cannot be read)";
        }
    }

    private static LocalPostgresException interrupted() {
        Thread.currentThread().interrupt();
        return new LocalPostgresException("interrupted while PostgreSQL was starting");
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("humdash-postgres-").toAbsolutePath();
        } catch (IOException e) {
            throw new LocalPostgresException("no temporary folder could be made: " + e, e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new LocalPostgresException("no port is free: " + e, e);
        }
    }

    private static String randomPassword() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static FileAttribute<?> ownerOnly(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }

    /** A moment to be ready by, on a clock nobody sets. */
    private record Deadline(long nanos) {
        Deadline(Duration fromNow) {
            this(System.nanoTime() + fromNow.toNanos());
        }

        boolean isPast() {
            return System.nanoTime() - nanos > 0;
        }
    }
}
