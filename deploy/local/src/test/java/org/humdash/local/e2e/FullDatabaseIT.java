package org.humdash.local.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.humdash.local.e2e.BulkImport.Kind;
import org.humdash.local.e2e.RunningHumdash.Running;
import org.junit.jupiter.api.Test;

/** The disk of PostgreSQL becomes full in the middle of an import, and is given room again. */
class FullDatabaseIT {

    private static final int MEGABYTES = 900;
    private static final long LEFT = 24 << 20;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void anImportThatThereIsNoRoomForIsAppliedWhenThereIs() throws Exception {
        try (SmallDisk disk = SmallDisk.of(MEGABYTES)) {
            Path folder = Files.createDirectory(disk.folder().resolve("data"));
            Running humdash = Running.start(Map.of(), folder);
            String acknowledged = recorded(humdash);
            BulkImport bulk = new BulkImport(Kind.INCIDENTS, "no-room");
            Path filling = disk.fill(LEFT);
            endOf(bulk, humdash);
            Files.delete(filling);
            try (Running again = running(humdash, folder)) {
                assertTrue(Set.of(0L, (long) BulkImport.ROWS).contains(bulk.written(again)));
                bulk.isApplied(again);
                assertEquals(BulkImport.ROWS, bulk.written(again));
                BulkImport.requireRightSums(again);
                assertEquals(200, again.get("/api/v1/incidents/" + acknowledged).statusCode());
            }
        }
    }

    /** Waits until the import has ended, or PostgreSQL has. */
    private static void endOf(BulkImport bulk, Running humdash) throws Exception {
        ProcessHandle postgres = humdash.process("postgres");
        String job = bulk.send(humdash);
        await().atMost(PATIENCE).ignoreExceptions().until(() -> !postgres.isAlive() || bulk.isOver(humdash, job));
        assertTrue(!postgres.isAlive() || bulk.ending(humdash, job).equals("FAILED"), "the disk became full");
    }

    /** Without room for its log PostgreSQL ends, and all with it, until somebody starts it again. */
    private static Running running(Running humdash, Path folder) {
        if (humdash.runs("postgres")) {
            return humdash;
        }
        await().atMost(PATIENCE).until(() -> Files.notExists(folder.resolve("run.json")));
        return Running.start(Map.of(), folder);
    }

    private static String recorded(Running humdash) throws Exception {
        HttpResponse<String> answer =
                humdash.post("/api/v1/incidents", "application/json", """
                {"source": "AFP", "reference": "before-no-room", "ceasefire": "GAZA-2025-10", "type": "AIR_STRIKE",
                 "occurredFrom": "2025-10-21", "reports": [{"source": "AFP"}]}""", humdash.administratorKey());
        assertEquals(201, answer.statusCode(), answer.body());
        return RunningHumdash.JSON.readTree(answer.body()).path("id").asText();
    }
}
