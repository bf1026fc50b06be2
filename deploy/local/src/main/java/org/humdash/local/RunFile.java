package org.humdash.local;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.humdash.local.postgres.Processes;

/**
 * What runs on a data folder, in its file {@code run.json}: for {@code down}, {@code status} and the next {@code up}, and
 * for programs that want the addresses. It is removed when everything has stopped.
 *
 * @param addresses by name: gateway, situation, apiDocumentation, openApi, …
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RunFile(State state, RunningProcess launcher, List<RunningProcess> processes, Map<String, String> addresses) {

    enum State {
        STARTING,
        /** Everything answers and the starting data is loaded. */
        READY,
        /** Everything answers, but some of the starting data is missing. */
        DATA_INCOMPLETE,
        STOPPING
    }

    /**
     * @param startedAt when the operating system started it: a process with the same number but another start is a stranger
     */
    record RunningProcess(String name, long pid, Instant startedAt, String log) {

        private static final Duration CLOCK_SHIFT = Duration.ofSeconds(3);

        static RunningProcess of(String name, ProcessHandle process, Path log) {
            return new RunningProcess(
                    name,
                    process.pid(),
                    process.info().startInstant().orElse(null),
                    log == null ? null : log.toString());
        }

        /** The process itself, if it lives and is the one that was started. */
        Optional<ProcessHandle> find() {
            return ProcessHandle.of(pid).filter(Processes::runs).filter(this::startedThen);
        }

        private boolean startedThen(ProcessHandle process) {
            // Systems count from their boot, whose time shifts when the clock is set right.
            return startedAt != null
                    && process.info()
                            .startInstant()
                            .filter(start ->
                                    Duration.between(startedAt, start).abs().compareTo(CLOCK_SHIFT) <= 0)
                            .isPresent();
        }
    }

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    static Optional<RunFile> read(Path file) {
        try {
            return Optional.of(JSON.readValue(Files.readString(file), RunFile.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JsonProcessingException e) {
            throw new LocalException(
                    ExitCode.FAILED,
                    file + " cannot be understood; if nothing runs, delete it: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new LocalException(file + " cannot be read: " + e, e);
        }
    }

    /** Replaces the file as a whole: who reads it meanwhile sees the old one or the new one. */
    void write(Path file) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(fresh, JSON.writeValueAsString(this) + "\n");
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new LocalException(file + " cannot be written: " + e, e);
        }
    }

    static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new LocalException(file + " cannot be removed: " + e, e);
        }
    }
}
