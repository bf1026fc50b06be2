package org.humdash.local.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be wrong with files: their modes, the room for them, and backups. */
class FolderChecksTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2025-12-19T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    @BeforeEach
    void aFolderAsItShouldBe() throws IOException {
        Files.writeString(folder.resolve("secrets.properties"), "");
        Files.createDirectory(folder.resolve("postgres"));
        mode("", "rwxr-xr-x");
        mode("secrets.properties", "rw-------");
        mode("postgres", "rwx------");
    }

    @Test
    void filesForTheirOwnerAloneAreInOrder() {
        assertEquals(
                List.of(
                        Finding.ok("files", folder.toString(), "rwxr-xr-x"),
                        Finding.ok("files", folder + "/secrets.properties", "rw-------"),
                        Finding.ok("files", folder + "/postgres", "rwx------")),
                new FilesCheck(folder).look());
    }

    @Test
    void secretsThatOthersMayReadAreAProblem() throws IOException {
        mode("secrets.properties", "rw-r-----");

        assertEquals(
                Finding.problem(
                        "files",
                        folder + "/secrets.properties",
                        "is rw-r-----: others may do too much",
                        "chmod 600 " + folder
                                + "/secrets.properties; if others use this machine, replace what is in it"),
                new FilesCheck(folder).look().get(1));
    }

    @Test
    void aFolderThatOthersMayWriteIntoAndADatabaseThatTheyMayReadAreProblems() throws IOException {
        mode("", "rwxrwxrwx");
        mode("postgres", "rwxr-x---");

        List<Finding> findings = new FilesCheck(folder).look();

        assertEquals(Level.PROBLEM, findings.get(0).level());
        assertEquals(Level.OK, findings.get(1).level());
        assertEquals(Level.PROBLEM, findings.get(2).level());
    }

    @Test
    void whatIsMissingIsAProblem() throws IOException {
        Files.delete(folder.resolve("secrets.properties"));

        assertEquals("is not there", new FilesCheck(folder).look().get(1).what());
    }

    @Test
    void aDiskIsJudgedByWhatIsLeftAndByItsSize() {
        assertEquals(
                Finding.ok("disk", "d", "20.0 GB of 100.0 GB are left"),
                DiskCheck.of("d", 20_000_000_000L, 100_000_000_000L));
        assertEquals(
                Level.WARNING,
                DiskCheck.of("d", 14_999_999_999L, 100_000_000_000L).level());
        assertEquals(
                Level.PROBLEM,
                DiskCheck.of("d", 4_999_999_999L, 100_000_000_000L).level());
        assertEquals(
                Level.WARNING,
                DiskCheck.of("d", 4_999_999_999L, 10_000_000_000L).level());
        assertEquals(
                Level.PROBLEM, DiskCheck.of("d", 999_999_999L, 10_000_000_000L).level());
        assertEquals(1, new DiskCheck(folder).look().size());
    }

    @Test
    void theNewestFinishedBackupCounts() throws IOException {
        backup("2025-12-10", "2025-12-10T03:00:00Z");
        backup("2025-12-19", "2025-12-19T03:00:00Z");
        Files.createDirectory(folder.resolve("notes"));

        assertEquals(
                List.of(Finding.ok("backup", folder.toString(), "the newest is of 2025-12-19T03:00:00Z, 9 hours ago")),
                backups());
    }

    @Test
    void anOldBackupIsAWarningAndAVeryOldOneAProblem() throws IOException {
        backup("old", "2025-12-12T12:00:00Z");
        assertEquals(Level.WARNING, backups().getFirst().level());
        assertEquals(
                "the newest is of 2025-12-12T12:00:00Z, 168 hours ago",
                backups().getFirst().what());

        Files.delete(folder.resolve("old/manifest.json"));
        Files.delete(folder.resolve("old"));
        backup("older", "2025-12-12T11:59:59Z");
        assertEquals(Level.PROBLEM, backups().getFirst().level());
    }

    @Test
    void aBackupThatWasBrokenOffIsNone() throws IOException {
        Files.createDirectory(folder.resolve("2025-12-19.unfinished"));

        List<Finding> findings = backups();

        assertEquals("holds no finished backup", findings.get(0).what());
        assertEquals(Level.PROBLEM, findings.get(0).level());
        assertEquals("was not finished", findings.get(1).what());
        assertEquals(Level.WARNING, findings.get(1).level());
    }

    @Test
    void aManifestThatTellsNoTimeIsAProblem() throws IOException {
        backup("broken", "yesterday");

        assertEquals(Level.PROBLEM, backups().getFirst().level());
    }

    @Test
    void withoutAFolderOfBackupsThereIsAWarning() {
        assertEquals(
                Level.WARNING,
                new BackupCheck(Optional.empty(), NOON).look().getFirst().level());
    }

    private List<Finding> backups() {
        return new BackupCheck(Optional.of(folder), NOON).look();
    }

    private void backup(String name, String begunAt) throws IOException {
        Path backup = Files.createDirectory(folder.resolve(name));
        Files.writeString(backup.resolve("manifest.json"), "{\"format\": 1, \"begunAt\": \"" + begunAt + "\"}");
    }

    private void mode(String name, String mode) throws IOException {
        Files.setPosixFilePermissions(folder.resolve(name), PosixFilePermissions.fromString(mode));
    }
}
