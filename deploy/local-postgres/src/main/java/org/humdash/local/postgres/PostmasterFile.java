package org.humdash.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The file {@code postmaster.pid} a running PostgreSQL keeps in its data folder: its process id in the first line, its
 * state in the eighth.
 */
record PostmasterFile(Path folder, List<String> lines) {

    private static final int STATE_LINE = 7;

    /** Above every process id an operating system gives. */
    private static final String NOBODYS_PROCESS = Integer.toString(Integer.MAX_VALUE - 1);

    static Optional<PostmasterFile> in(Path folder) {
        try {
            return Optional.of(new PostmasterFile(folder, Files.readAllLines(folder.resolve("postmaster.pid"))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new LocalPostgresException(folder + "/postmaster.pid cannot be read: " + e, e);
        }
    }

    boolean isReady() {
        return lines.size() > STATE_LINE && lines.get(STATE_LINE).strip().equals("ready");
    }

    /** The process the file names, if it lives and is the PostgreSQL of this folder, not a stranger with its old number. */
    Optional<ProcessHandle> process() {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        try {
            return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                    .filter(Processes::runs)
                    .filter(this::isPostgresOfThisFolder);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private boolean isPostgresOfThisFolder(ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        boolean postgres = info.command()
                .map(Path::of)
                .map(Path::getFileName)
                .map(Path::toString)
                .filter("postgres"::equals)
                .isPresent();
        boolean thisFolder = info.arguments()
                .map(Arrays::asList)
                .filter(arguments -> arguments.contains(folder.toString()))
                .isPresent();
        return postgres && thisFolder;
    }

    /**
     * Takes a stranger's number out of the file. PostgreSQL would otherwise believe that it runs already; the file itself
     * stays, because PostgreSQL finds in it whether children of the dead server still hold its memory.
     */
    void disown() {
        List<String> disowned = new ArrayList<>(lines);
        disowned.set(0, NOBODYS_PROCESS);
        try {
            Files.write(folder.resolve("postmaster.pid"), disowned);
        } catch (IOException e) {
            throw new LocalPostgresException(folder + "/postmaster.pid cannot be written: " + e, e);
        }
    }
}
