package org.humdash.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackupArgumentsTest {

    @Test
    void bothFoldersAreNamed() {
        assertEquals(
                new BackupArguments(Path.of("a"), Path.of("b")),
                BackupArguments.parse("backup", "--to", List.of("--to", "a", "--data", "b")));
        assertEquals(
                new BackupArguments(Path.of("a"), null),
                BackupArguments.parse("restore", "--from", List.of("--from", "a")));
    }

    @Test
    void whatIsNotUnderstoodIsSaid() {
        assertEquals("backup needs --to and a folder (see ./humdash help)", refusal());
        assertEquals("--to needs a folder (see ./humdash help)", refusal("--to"));
        assertEquals("--to needs a folder (see ./humdash help)", refusal("--to", "--data"));
        assertEquals("backup does not know --from (see ./humdash help)", refusal("--from", "a"));
    }

    private static String refusal(String... words) {
        LocalException refused =
                assertThrows(LocalException.class, () -> BackupArguments.parse("backup", "--to", List.of(words)));
        assertEquals(ExitCode.USAGE, refused.exitCode());
        return refused.getMessage();
    }
}
