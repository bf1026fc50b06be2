package org.humdash.local;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.humdash.local.postgres.Processes;

/** Stops what an {@code up} started, or what a killed one left. */
final class Down {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(120);
    private static final Duration JUST_STARTED = Duration.ofSeconds(5);

    private final DataFolder folder;
    private final Progress progress;

    Down(DataFolder folder, Progress progress) {
        this.folder = folder;
        this.progress = progress;
    }

    ExitCode run() throws InterruptedException {
        long deadline = System.nanoTime() + JUST_STARTED.toNanos();
        do {
            Optional<FolderLock> lock = FolderLock.take(folder);
            if (lock.isPresent()) {
                try (FolderLock _ = lock.get()) {
                    return nothingRuns();
                }
            }
            if (!Files.exists(folder.path())) {
                progress.say("Nothing runs: there is no " + folder.path());
                return ExitCode.OK;
            }
            Optional<RunFile> run = RunFile.read(folder.runFile());
            Optional<ProcessHandle> launcher =
                    run.flatMap(file -> file.launcher().find());
            if (launcher.isPresent()) {
                return stop(launcher.get(), run.get());
            }
            // It has just started, or is just ending.
            TimeUnit.MILLISECONDS.sleep(100);
        } while (System.nanoTime() - deadline < 0);
        throw new LocalException(
                ExitCode.FAILED, "a program that cannot be found holds " + folder.lock() + ": end it by hand");
    }

    private ExitCode nothingRuns() {
        List<String> left = Orphans.stop(folder);
        progress.say(
                left.isEmpty()
                        ? "Nothing runs on " + folder.path()
                        : "Stopped what a killed ./humdash up had left: " + String.join(", ", left));
        return ExitCode.OK;
    }

    private ExitCode stop(ProcessHandle launcher, RunFile run) throws InterruptedException {
        progress.step("humdash", "stopping (process " + launcher.pid() + ")");
        launcher.destroy();
        if (Processes.endsWithin(STOP_LIMIT, launcher)) {
            progress.step("humdash", "stopped; what was recorded is kept in " + folder.path());
            return ExitCode.OK;
        }
        progress.step("humdash", "does not stop within " + STOP_LIMIT.toSeconds() + " seconds, ending it by force");
        launcher.destroyForcibly();
        Processes.endsWithin(Duration.ofSeconds(10), launcher);
        try (FolderLock _ = FolderLock.take(folder)
                .orElseThrow(() -> new LocalException(
                        ExitCode.FAILED, "process " + run.launcher().pid() + " cannot be ended"))) {
            Orphans.stop(folder);
        }
        return ExitCode.OK;
    }
}
