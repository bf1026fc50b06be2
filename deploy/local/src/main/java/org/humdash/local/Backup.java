package org.humdash.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.humdash.local.postgres.CheckedCopy;
import org.humdash.local.postgres.LocalPostgresException;
import org.humdash.local.postgres.OnlineBackup;

/**
 * {@code ./humdash backup}: copies what lasts while everything runs, reads it again to see that it was written as it should
 * be, and only then gives it its name.
 */
final class Backup {

    private static final String SUBJECT = "backup";

    private final DataFolder folder;
    private final Clock clock;
    private final Progress progress;

    Backup(DataFolder folder, Clock clock, Progress progress) {
        this.folder = folder;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * @param backup where it goes; must not be there yet
     * @throws LocalException if nothing runs, the place is taken, or it cannot be written; then no folder of that name is there
     */
    ExitCode to(Path backup) {
        Path target = backup.toAbsolutePath().normalize();
        int port = port();
        Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
        refuseTaken(target);
        refuseTaken(unfinished);
        if (target.startsWith(folder.postgres())) {
            throw new LocalException(
                    ExitCode.FAILED, target + " is inside of what is backed up: choose another folder");
        }
        try {
            Files.createDirectories(target.getParent());
            Files.createDirectory(
                    unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            BackupManifest manifest = write(unfinished, port);
            progress.step(SUBJECT, "reading it again");
            BackupManifest.read(unfinished).verify(unfinished);
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
            progress.step(
                    SUBJECT,
                    "%d files, %.0f MB, in %s".formatted(manifest.files().size(), manifest.bytes() / 1e6, target));
            return ExitCode.OK;
        } catch (IOException e) {
            throw new LocalException(leftover(unfinished) + e, e);
        } catch (LocalPostgresException e) {
            throw new LocalException(leftover(unfinished) + e.getMessage(), e);
        }
    }

    private static String leftover(Path unfinished) {
        return "the backup was not finished (what there is of it is in " + unfinished + " and can be deleted): ";
    }

    private BackupManifest write(Path unfinished, int port) throws IOException {
        Instant begun = clock.instant();
        progress.step(SUBJECT, "copying the database of " + folder.path());
        SortedMap<String, CheckedCopy> files = new TreeMap<>();
        Map<String, CheckedCopy> database = OnlineBackup.take(
                folder.postgres(),
                port,
                Secrets.postgresPassword(folder.secrets()),
                unfinished.resolve("postgres"),
                new CopyProgress(progress, SUBJECT, bytesOfDatabase()));
        database.forEach((name, copy) -> files.put("postgres/" + name, copy));
        for (Path file : List.of(folder.secrets(), folder.startingDataMarker())) {
            if (Files.exists(file)) {
                String name = file.getFileName().toString();
                files.put(name, CheckedCopy.copy(file, unfinished.resolve(name)));
            }
        }
        BackupManifest manifest = new BackupManifest(
                BackupManifest.FORMAT,
                begun,
                clock.instant(),
                Files.readString(unfinished.resolve("postgres/PG_VERSION")).strip(),
                folders(unfinished),
                files);
        manifest.write(unfinished);
        return manifest;
    }

    private int port() {
        return RunFile.read(folder.runFile())
                .filter(run -> run.processes().stream()
                        .anyMatch(process -> process.name().equals(Up.POSTGRES)
                                && process.find().isPresent()))
                .map(run -> run.addresses().get("postgres"))
                .map(address -> Integer.parseInt(address.substring(address.lastIndexOf(':') + 1)))
                .orElseThrow(() -> new LocalException(
                        ExitCode.NOT_RUNNING,
                        "no PostgreSQL runs on " + folder.path() + ": start it with ./humdash up, then back it up"));
    }

    private static void refuseTaken(Path path) {
        if (Files.exists(path)) {
            throw new LocalException(
                    ExitCode.FAILED, path + " is there already and is left as it is: name a folder that is not");
        }
    }

    /** For telling how far it is; files come and go meanwhile. */
    private long bytesOfDatabase() throws IOException {
        try (Stream<Path> paths = Files.walk(folder.postgres().resolve("base"))) {
            return paths.mapToLong(Backup::size).sum();
        } catch (UncheckedIOException e) {
            return 0;
        }
    }

    private static long size(Path path) {
        try {
            return Files.isRegularFile(path) ? Files.size(path) : 0;
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> folders(Path backup) throws IOException {
        try (Stream<Path> paths = Files.walk(backup)) {
            return paths.filter(path -> Files.isDirectory(path) && !path.equals(backup))
                    .map(path -> backup.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }
}
