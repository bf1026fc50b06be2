package org.humdash.local.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.postgresql.Driver;

/**
 * Copies the data folder of a PostgreSQL that goes on working, by its documented low-level way: between
 * {@code pg_backup_start} and {@code pg_backup_stop} the files are copied as they are, and then the write-ahead log of that
 * time, from which a start on the copy makes them consistent. A temporary replication slot keeps the log until it is copied;
 * it goes with the connection, so a backup that is broken off leaves nothing behind in PostgreSQL.
 *
 * @see <a href="https://www.postgresql.org/docs/17/continuous-archiving.html#BACKUP-LOWLEVEL-BASE-BACKUP">PostgreSQL's manual</a>
 */
public final class OnlineBackup {

    private static final Pattern FIRST_SEGMENT =
            Pattern.compile("^START WAL LOCATION: \\S+ \\(file ([0-9A-F]{24})\\)$", Pattern.MULTILINE);
    private static final String LOG = "pg_wal";
    private static final String CONTROL = "global/pg_control";
    private static final int ATTEMPTS = 20;

    /** What belongs to the running server alone; the manual says that the folders must be there and may be empty. */
    private static final List<String> EMPTIED = List.of(
            LOG, "pg_replslot", "pg_dynshmem", "pg_notify", "pg_serial", "pg_snapshots", "pg_stat_tmp", "pg_subtrans");

    private final Path folder;
    private final Path target;
    private final LongConsumer copiedBytes;
    private final Map<String, CheckedCopy> copies = new TreeMap<>();

    private OnlineBackup(Path folder, Path target, LongConsumer copiedBytes) {
        this.folder = folder;
        this.target = target;
        this.copiedBytes = copiedBytes;
    }

    /**
     * Copies a running PostgreSQL. The copy is as of the end of the copying: all that was committed before this is called is in
     * it.
     *
     * @param folder its data folder
     * @param port on 127.0.0.1
     * @param superuserPassword of {@link LocalPostgres#SUPERUSER}
     * @param target where the copy goes; is made and must not be there
     * @param copiedBytes is told of each file how long it was
     * @return what was copied, by the path inside the folder with {@code /} between its parts
     * @throws LocalPostgresException if PostgreSQL refuses or a file cannot be copied; what was copied is left as it is
     */
    public static Map<String, CheckedCopy> take(
            Path folder, int port, String superuserPassword, Path target, LongConsumer copiedBytes) {
        OnlineBackup backup = new OnlineBackup(folder, target, copiedBytes);
        try (Connection connection = connect(port, superuserPassword);
                Statement statement = connection.createStatement()) {
            backup.take(statement);
            return backup.copies;
        } catch (SQLException e) {
            throw new LocalPostgresException("PostgreSQL could not be backed up: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new LocalPostgresException("the data folder could not be copied to " + target + ": " + e, e);
        }
    }

    private void take(Statement statement) throws SQLException, IOException {
        try (ResultSet place = statement.executeQuery("SELECT current_setting('data_directory')")) {
            place.next();
            if (!Files.isSameFile(folder, Path.of(place.getString(1)))) {
                throw new LocalPostgresException(
                        "the PostgreSQL that answers works on another data folder than " + folder);
            }
        }
        statement.execute(
                "SELECT pg_create_physical_replication_slot('humdash_backup_' || pg_backend_pid(), true, true)");
        statement.execute("SELECT pg_backup_start('humdash', fast => true)");
        makeFolder(target);
        copyFolder(folder);
        copyControlFile();
        String label;
        String lastSegment;
        try (ResultSet stop =
                statement.executeQuery("SELECT labelfile, pg_walfile_name(lsn), pg_current_wal_flush_lsn() >= lsn"
                        + " FROM pg_backup_stop(wait_for_archive => false)")) {
            stop.next();
            label = stop.getString(1);
            lastSegment = stop.getString(2);
            if (!stop.getBoolean(3)) {
                throw new LocalPostgresException("PostgreSQL has not written the end of its log: try again");
            }
        }
        Path labelFile = inTarget("backup_label");
        Files.writeString(labelFile, label, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        Files.setPosixFilePermissions(labelFile, PosixFilePermissions.fromString("rw-------"));
        copies.put("backup_label", CheckedCopy.read(labelFile));
        copyLog(firstSegment(label), lastSegment);
    }

    private void copyFolder(Path from) throws IOException {
        List<Path> entries;
        try (Stream<Path> list = Files.list(from)) {
            entries = list.sorted().toList();
        } catch (NoSuchFileException e) {
            // A database or table that was dropped meanwhile: the log says so too.
            return;
        }
        for (Path entry : entries) {
            String name = name(entry);
            if (Files.isSymbolicLink(entry)) {
                throw new LocalPostgresException(
                        entry + " leads out of the data folder; tablespaces elsewhere are not backed up");
            }
            if (Files.isDirectory(entry)) {
                if (!isTemporary(entry)) {
                    makeFolder(inTarget(name));
                    if (!EMPTIED.contains(name)) {
                        copyFolder(entry);
                    }
                }
            } else if (!isTemporary(entry) && !isOfTheRun(name) && !name.equals(CONTROL)) {
                copyUnlessGone(entry, name);
            }
        }
        if (from.equals(folder)) {
            makeFolder(inTarget(LOG + "/archive_status"));
            makeFolder(inTarget(LOG + "/summaries"));
        }
    }

    /** What PostgreSQL throws away at its next start: sorting, and tables that one connection made for itself. */
    private static boolean isTemporary(Path entry) {
        String last = entry.getFileName().toString();
        return last.matches("t[0-9]+_[0-9]+(_[a-z]+)?(\\.[0-9]+)?")
                || last.startsWith("pgsql_tmp")
                || last.startsWith("pg_internal.init");
    }

    private static boolean isOfTheRun(String name) {
        return List.of("postmaster.pid", "postmaster.opts", "backup_label", "backup_label.old", "tablespace_map")
                .contains(name);
    }

    private void copyUnlessGone(Path file, String name) throws IOException {
        try {
            copy(file, name);
        } catch (NoSuchFileException e) {
            if (!file.toString().equals(e.getFile())) {
                throw e;
            }
            // Dropped meanwhile.
        }
    }

    /** PostgreSQL writes this file now and then as a whole; read twice alike, it was not read in the midst of that. */
    private void copyControlFile() throws IOException {
        Path file = folder.resolve(CONTROL);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            CheckedCopy before = CheckedCopy.read(file);
            copy(file, CONTROL);
            if (before.equals(copies.get(CONTROL)) && before.equals(CheckedCopy.read(file))) {
                return;
            }
            Files.delete(inTarget(CONTROL));
        }
        throw new LocalPostgresException(file + " changes all the time and could not be copied: try again");
    }

    private void copyLog(String first, String last) throws IOException {
        List<Path> files;
        try (Stream<Path> list = Files.list(folder.resolve(LOG))) {
            files = list.sorted().toList();
        }
        String expected = first;
        for (Path file : files) {
            String segment = file.getFileName().toString();
            boolean isOfThisTime =
                    segment.matches("[0-9A-F]{24}") && segment.compareTo(first) >= 0 && segment.compareTo(last) <= 0;
            if (isOfThisTime || segment.endsWith(".history")) {
                copy(file, LOG + "/" + segment);
            }
            if (isOfThisTime && segment.equals(expected)) {
                expected = following(segment);
            }
        }
        if (!expected.equals(following(last))) {
            throw new LocalPostgresException("the write-ahead log lacks " + expected + ": try again");
        }
    }

    /** Timeline, and a number whose lower part goes to FF: segments are of 16 MB, which initdb was not told to change. */
    private static String following(String segment) {
        long high = Long.parseLong(segment.substring(8, 16), 16);
        long low = Long.parseLong(segment.substring(16), 16) + 1;
        return segment.substring(0, 8) + "%08X%08X".formatted(low > 0xFF ? high + 1 : high, low > 0xFF ? 0 : low);
    }

    private static String firstSegment(String label) {
        Matcher matcher = FIRST_SEGMENT.matcher(label);
        if (!matcher.find()) {
            throw new LocalPostgresException("PostgreSQL's label of the backup is not understood: " + label);
        }
        return matcher.group(1);
    }

    private void copy(Path file, String name) throws IOException {
        CheckedCopy copied = CheckedCopy.copy(file, inTarget(name));
        copies.put(name, copied);
        copiedBytes.accept(copied.bytes());
    }

    private Path inTarget(String name) {
        return target.resolve(name);
    }

    private String name(Path entry) {
        return String.join(
                "/",
                Arrays.asList(folder.relativize(entry)
                        .toString()
                        .split(Pattern.quote(entry.getFileSystem().getSeparator()))));
    }

    private static void makeFolder(Path made) throws IOException {
        Files.createDirectory(made, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private static Connection connect(int port, String superuserPassword) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", LocalPostgres.SUPERUSER);
        properties.setProperty("password", superuserPassword);
        properties.setProperty("connectTimeout", "10");
        return new Driver().connect("jdbc:postgresql://127.0.0.1:" + port + "/" + LocalPostgres.SUPERUSER, properties);
    }
}
