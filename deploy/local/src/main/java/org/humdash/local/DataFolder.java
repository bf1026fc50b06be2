package org.humdash.local;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;

/** The folder that holds all that lasts: the database, the secrets, what runs, and the logs. */
record DataFolder(Path path) {

    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    DataFolder {
        path = path.toAbsolutePath().normalize();
    }

    static DataFolder create(Path path) {
        DataFolder folder = new DataFolder(path);
        try {
            Files.createDirectories(folder.logs());
            return folder;
        } catch (FileAlreadyExistsException e) {
            throw new LocalException(
                    ExitCode.FAILED, e.getFile() + " is a file, a folder is needed: choose another with --data");
        } catch (IOException e) {
            throw new LocalException(folder.path() + " cannot be made (" + e + "): choose another with --data", e);
        }
    }

    /** What to add to a command so that it means this folder; empty if it does anyway. */
    String option(Path home) {
        return path.equals(new DataFolder(home.resolve(".humdash")).path()) ? "" : " --data " + path;
    }

    Path lock() {
        return path.resolve("lock");
    }

    Path runFile() {
        return path.resolve("run.json");
    }

    Path secrets() {
        return path.resolve("secrets.properties");
    }

    Path logs() {
        return path.resolve("logs");
    }

    Path postgres() {
        return path.resolve("postgres");
    }

    Path prometheus() {
        return path.resolve("prometheus");
    }

    Path startingDataMarker() {
        return path.resolve("starting-data.properties");
    }

    /** Where a restore copies a backup to; nothing needs it when the restore was broken off. */
    Path restoreCopying() {
        return path.resolve("restore.copying");
    }

    /** A backup that is copied and about to be put in its place; while it is here the place may be empty. */
    Path restoreMoving() {
        return path.resolve("restore.moving");
    }

    /**
     * The log of one program for this run; that of the run before is kept with {@code .1} after its name, so a log never
     * grows for ever.
     */
    Path newLog(String program) {
        Path log = logs().resolve(program + ".log");
        try {
            if (Files.exists(log)) {
                Files.move(log, logs().resolve(program + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
            return log;
        } catch (IOException e) {
            throw new LocalException(log + " cannot be put aside: " + e, e);
        }
    }

    /**
     * Moves what was recorded aside, so that the next start finds nothing; the secrets stay.
     *
     * @return where it is now, empty if there was nothing
     */
    Optional<Path> putRecordsAside(LocalDateTime now) {
        return putAside(now, postgres(), prometheus().resolve("data"), startingDataMarker());
    }

    /** The same of chosen files and folders of this folder; what is not there is left out. */
    Optional<Path> putAside(LocalDateTime now, Path... records) {
        if (Arrays.stream(records).noneMatch(Files::exists)) {
            return Optional.empty();
        }
        Path aside = path.resolve("replaced-" + TIMESTAMP.format(now));
        try {
            for (int n = 2; Files.exists(aside); n++) {
                aside = path.resolve("replaced-" + TIMESTAMP.format(now) + "-" + n);
            }
            Files.createDirectory(aside);
            for (Path record : records) {
                if (Files.exists(record)) {
                    Path target = aside.resolve(path.relativize(record).toString());
                    Files.createDirectories(target.getParent());
                    Files.move(record, target);
                }
            }
            return Optional.of(aside);
        } catch (IOException e) {
            throw new LocalException(path + " could not be put aside: " + e, e);
        }
    }
}
