package org.humdash.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    private static final LocalDateTime NOW = LocalDateTime.of(2025, 12, 19, 7, 5, 9);

    @TempDir
    Path home;

    @Test
    void recordsAreMovedAsideAndTheSecretsStay() throws IOException {
        DataFolder folder = DataFolder.create(home.resolve("data"));
        Files.createDirectories(folder.postgres().resolve("base"));
        Files.writeString(folder.postgres().resolve("PG_VERSION"), "17\n");
        Files.createDirectories(folder.prometheus().resolve("data/wal"));
        Files.writeString(folder.startingDataMarker(), "sources.csv=1\n");
        Files.writeString(folder.secrets(), "write.key=k\n");

        Path aside = folder.putRecordsAside(NOW).orElseThrow();

        assertEquals(home.resolve("data/replaced-20251219-070509"), aside);
        assertEquals("17\n", Files.readString(aside.resolve("postgres/PG_VERSION")));
        assertTrue(Files.isDirectory(aside.resolve("prometheus/data/wal")));
        assertEquals("sources.csv=1\n", Files.readString(aside.resolve("starting-data.properties")));
        assertFalse(Files.exists(folder.postgres()));
        assertEquals("write.key=k\n", Files.readString(folder.secrets()));
    }

    @Test
    void asideTwiceInTheSameSecondKeepsBoth() throws IOException {
        DataFolder folder = DataFolder.create(home.resolve("data"));
        Files.createDirectories(folder.postgres());
        folder.putRecordsAside(NOW);
        Files.createDirectories(folder.postgres());

        assertEquals(Optional.of(home.resolve("data/replaced-20251219-070509-2")), folder.putRecordsAside(NOW));
    }

    @Test
    void anEmptyFolderHasNothingToMove() {
        assertEquals(Optional.empty(), DataFolder.create(home.resolve("data")).putRecordsAside(NOW));
    }

    @Test
    void aFileInItsPlaceIsNamed() throws IOException {
        Path file = Files.writeString(home.resolve("data"), "");

        LocalException refused = assertThrows(LocalException.class, () -> DataFolder.create(file));

        assertTrue(refused.getMessage().endsWith("choose another with --data"), refused.getMessage());
    }

    @Test
    void theLogOfTheRunBeforeIsKept() throws IOException {
        DataFolder folder = DataFolder.create(home.resolve("data"));
        Files.writeString(folder.newLog("gateway"), "first");
        Files.writeString(folder.newLog("gateway"), "second");

        Path third = folder.newLog("gateway");

        assertFalse(Files.exists(third));
        assertEquals("second", Files.readString(folder.logs().resolve("gateway.log.1")));
    }
}
