package org.humdash.local.doctor;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How old the newest finished backup is. Whether it is whole is for {@code restore} to say, which reads all of it. */
final class BackupCheck implements Check {

    private static final String NAME = "backup";

    /** Two days of a daily backup, less what one that takes long may be late. */
    static final Duration WARNED = Duration.ofHours(36);

    static final Duration TOO_OLD = Duration.ofDays(7);

    private static final String ADVICE =
            "run ./humdash backup --to a folder in it, every day by a timer, and see why none did (docs/operations.md)";

    private final Optional<Path> backups;
    private final Clock clock;

    BackupCheck(Optional<Path> backups, Clock clock) {
        this.backups = backups;
        this.clock = clock;
    }

    @Override
    public List<Finding> look() {
        if (backups.isEmpty()) {
            return List.of(Finding.warning(
                    NAME,
                    "backups",
                    "it is not known where they are",
                    "name the folder that holds them with --backups, or HUMDASH_BACKUPS"));
        }
        Path folder = backups.get();
        try (Stream<Path> entries = Files.list(folder)) {
            List<Finding> findings = new ArrayList<>();
            Instant newest = null;
            for (Path entry : entries.sorted().toList()) {
                if (entry.getFileName().toString().endsWith(".unfinished")) {
                    findings.add(Finding.warning(
                            NAME,
                            entry.toString(),
                            "was not finished",
                            "unless one is being made now, delete it, and see why it was broken off"));
                } else if (Files.exists(entry.resolve("manifest.json"))) {
                    Instant begun = begun(entry);
                    newest = newest == null || begun.isAfter(newest) ? begun : newest;
                }
            }
            findings.addFirst(age(folder.toString(), newest));
            return findings;
        } catch (IOException | DateTimeException e) {
            return List.of(Finding.problem(NAME, folder.toString(), "cannot be read: " + e, ADVICE));
        }
    }

    /** What was acknowledged before is in it. */
    private static Instant begun(Path backup) throws IOException {
        return Instant.parse(new ObjectMapper()
                .readTree(backup.resolve("manifest.json").toFile())
                .path("begunAt")
                .asText());
    }

    private Finding age(String subject, Instant newest) {
        if (newest == null) {
            return Finding.problem(NAME, subject, "holds no finished backup", ADVICE);
        }
        Duration age = Duration.between(newest, clock.instant());
        String what = "the newest is of " + newest + ", " + age.toHours() + " hours ago";
        if (age.compareTo(TOO_OLD) > 0) {
            return Finding.problem(NAME, subject, what, ADVICE);
        }
        return age.compareTo(WARNED) > 0
                ? Finding.warning(NAME, subject, what, ADVICE)
                : Finding.ok(NAME, subject, what);
    }
}
