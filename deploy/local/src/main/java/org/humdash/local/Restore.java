package org.humdash.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.humdash.local.postgres.CheckedCopy;

/**
 * {@code ./humdash restore}: puts a backup in the place of what a data folder holds. The backup is only read; what was there is
 * moved aside, never deleted. Broken off at any moment, either the old data is still in its place, or {@code up} refuses to
 * start with nothing and says so.
 */
final class Restore {

    private static final String SUBJECT = "restore";

    private final DataFolder folder;
    private final Clock clock;
    private final Progress progress;

    Restore(DataFolder folder, Clock clock, Progress progress) {
        this.folder = folder;
        this.clock = clock;
        this.progress = progress;
    }

    /** @throws LocalException if it runs, the backup is damaged or unfinished, or it cannot be copied */
    ExitCode from(Path backup) {
        Path source = backup.toAbsolutePath().normalize();
        FolderLock lock = FolderLock.take(folder)
                .orElseThrow(() -> new LocalException(
                        ExitCode.ALREADY_RUNNING,
                        "it is running on " + folder.path() + ": stop it with ./humdash down before it is replaced"));
        try (lock) {
            BackupManifest manifest = BackupManifest.read(source);
            progress.step(
                    SUBJECT,
                    "checking %d files of %s".formatted(manifest.files().size(), manifest.begunAt()));
            manifest.verify(source);
            Orphans.stop(folder);
            putAsideWhatWasBrokenOff();
            Path complete = copy(source, manifest);
            folder.putAside(
                            LocalDateTime.now(clock),
                            folder.postgres(),
                            folder.prometheus().resolve("data"),
                            folder.startingDataMarker(),
                            folder.secrets())
                    .ifPresent(aside -> progress.step(SUBJECT, "what was there is now in " + aside));
            putInPlace(complete);
            progress.step(
                    SUBJECT,
                    "done: " + folder.path() + " holds what was recorded until " + manifest.endedAt()
                            + "; start it with ./humdash up");
            return ExitCode.OK;
        } catch (IOException e) {
            throw new LocalException("the backup could not be put in its place: " + e, e);
        }
    }

    /** A restore that ended half-way left its own copy, which nobody needs, and perhaps a folder without a database. */
    private void putAsideWhatWasBrokenOff() {
        folder.putAside(LocalDateTime.now(clock), folder.restoreCopying(), folder.restoreMoving())
                .ifPresent(aside -> progress.step(SUBJECT, "what a restore left unfinished is now in " + aside));
    }

    private Path copy(Path source, BackupManifest manifest) throws IOException {
        Path copying = folder.restoreCopying();
        makeFolder(copying);
        for (String name : manifest.folders()) {
            makeFolder(copying.resolve(name));
        }
        CopyProgress copied = new CopyProgress(progress, SUBJECT, manifest.bytes());
        for (Map.Entry<String, CheckedCopy> file : manifest.files().entrySet()) {
            CheckedCopy copy = CheckedCopy.copy(source.resolve(file.getKey()), copying.resolve(file.getKey()));
            if (!copy.equals(file.getValue())) {
                throw new LocalException(
                        ExitCode.FAILED, source + " cannot be used: " + file.getKey() + " changed while it was copied");
            }
            copied.accept(copy.bytes());
        }
        return Files.move(copying, folder.restoreMoving(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Until the folder this comes from is gone, up refuses to start. */
    private void putInPlace(Path complete) throws IOException {
        for (Path place : List.of(folder.postgres(), folder.secrets(), folder.startingDataMarker())) {
            Path from = complete.resolve(place.getFileName());
            if (Files.exists(from)) {
                Files.move(from, place, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        Files.delete(complete);
    }

    private static void makeFolder(Path made) throws IOException {
        Files.createDirectory(made, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
}
