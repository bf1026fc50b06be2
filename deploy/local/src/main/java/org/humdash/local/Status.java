package org.humdash.local;

import java.util.Map;
import java.util.Optional;

/** Says what runs on a data folder. */
final class Status {

    private static final Map<RunFile.State, String> WORDS = Map.of(
            RunFile.State.STARTING, "is starting",
            RunFile.State.READY, "is running",
            RunFile.State.DATA_INCOMPLETE, "is running, but some starting data is missing",
            RunFile.State.STOPPING, "is stopping");

    private final DataFolder folder;
    private final Progress progress;

    Status(DataFolder folder, Progress progress) {
        this.folder = folder;
        this.progress = progress;
    }

    ExitCode run() {
        Optional<RunFile> run = RunFile.read(folder.runFile());
        boolean launched = run.flatMap(file -> file.launcher().find()).isPresent();
        if (!launched) {
            progress.say("Nothing runs on " + folder.path() + ": start it with ./humdash up");
            run.ifPresent(this::sayWhatIsLeft);
            return ExitCode.NOT_RUNNING;
        }
        RunFile file = run.get();
        progress.say("humdash " + WORDS.get(file.state()) + " on " + folder.path() + " (process "
                + file.launcher().pid() + ")");
        boolean all = true;
        for (var process : file.processes()) {
            boolean runs = process.find().isPresent();
            all &= runs;
            progress.say("  %-22s %-14s %s"
                    .formatted(process.name(), runs ? "process " + process.pid() : "HAS ENDED", process.log()));
        }
        file.addresses().forEach((name, address) -> progress.say("  %-30s %s".formatted(name, address)));
        return all && file.state() != RunFile.State.STOPPING ? ExitCode.OK : ExitCode.NOT_RUNNING;
    }

    private void sayWhatIsLeft(RunFile file) {
        for (var process : file.processes()) {
            if (process.find().isPresent()) {
                progress.say("  " + process.name() + " (process " + process.pid()
                        + ") was left by one that was killed: ./humdash down stops it");
            }
        }
    }
}
