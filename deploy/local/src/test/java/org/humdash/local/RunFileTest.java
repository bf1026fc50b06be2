package org.humdash.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFileTest {

    private final RunFile.RunningProcess me = RunFile.RunningProcess.of("me", ProcessHandle.current(), null);

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsRead() {
        Path file = folder.resolve("run.json");
        RunFile written = new RunFile(
                RunFile.State.READY,
                me,
                List.of(new RunFile.RunningProcess("gateway", 4711, me.startedAt(), "/logs/gateway.log")),
                Map.of("gateway", "http://127.0.0.1:8080"));

        written.write(file);

        assertEquals(Optional.of(written), RunFile.read(file));
    }

    @Test
    void aFileThatIsNotThereMeansNothingRuns() {
        assertEquals(Optional.empty(), RunFile.read(folder.resolve("run.json")));
    }

    @Test
    void aBrokenFileIsNamedWithTheRemedy() throws IOException {
        Path file = Files.writeString(folder.resolve("run.json"), "{\"state\": \"REA");

        LocalException refused = assertThrows(LocalException.class, () -> RunFile.read(file));

        assertTrue(
                refused.getMessage().startsWith(file + " cannot be understood; if nothing runs, delete it: "),
                refused.getMessage());
    }

    @Test
    void aProcessIsFoundByItsNumberAndItsStart() {
        assertEquals(Optional.of(ProcessHandle.current()), me.find());
    }

    @Test
    void aStrangerWithTheSameNumberIsNotTakenForIt() {
        var older = new RunFile.RunningProcess("me", me.pid(), me.startedAt().minus(Duration.ofMinutes(1)), null);

        assertEquals(Optional.empty(), older.find());
    }

    @Test
    void aProcessThatEndedIsNotFound() throws Exception {
        Process process = new ProcessBuilder("true").start();
        var ended = new RunFile.RunningProcess("true", process.pid(), me.startedAt(), null);
        process.waitFor();

        assertEquals(Optional.empty(), ended.find());
    }
}
