package org.humdash.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.humdash.local.postgres.Leash;
import org.humdash.local.postgres.OwnSession;
import org.humdash.local.postgres.Processes;

/** What {@code up} has started, in order; stopped in the opposite order, by process id. */
final class Programs {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final Progress progress;
    private final Leash leash = Leash.start();
    private final List<Program> started = new ArrayList<>();

    Programs(Progress progress) {
        this.progress = progress;
    }

    /** A program that runs. */
    record Program(String name, ProcessHandle process, Path log, Runnable stop) {

        boolean runs() {
            return Processes.runs(process);
        }
    }

    /** Starts a program in a session of its own, so that Ctrl-C reaches only this one. */
    Program start(String name, List<String> command, Map<String, String> environment, Path folder, Path log) {
        List<String> whole = new ArrayList<>(OwnSession.prefix());
        whole.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(whole)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().putAll(environment);
        try {
            ProcessHandle process = builder.start().toHandle();
            leash.hold(process.pid(), "TERM");
            process.onExit().thenRun(() -> leash.release(process.pid()));
            return add(new Program(name, process, log, () -> stop(process)));
        } catch (IOException e) {
            throw new LocalException(name + " cannot be started: " + e.getMessage(), e);
        }
    }

    /** Takes in a program that was started otherwise. */
    Program add(Program program) {
        started.add(program);
        return program;
    }

    List<Program> started() {
        return List.copyOf(started);
    }

    /** Stops everything, the last one first. What fails to stop does not keep the others from it. */
    void stopAll() {
        for (Program program : started.reversed()) {
            boolean ran = program.runs();
            try {
                program.stop().run();
                progress.step(program.name(), ran ? "stopped" : "had stopped");
            } catch (RuntimeException e) {
                progress.step(program.name(), "could not be stopped: " + e.getMessage());
            }
        }
        started.clear();
        leash.close();
    }

    /** Asks a process to end, waits, and ends it by force if it does not. */
    static void stop(ProcessHandle process) {
        process.destroy();
        if (!Processes.endsWithin(STOP_LIMIT, process)) {
            process.destroyForcibly();
            Processes.endsWithin(Duration.ofSeconds(10), process);
        }
    }
}
