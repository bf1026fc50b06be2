package org.humdash.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The launcher as a program of its own, as {@code ./humdash} runs it. */
final class Launcher implements AutoCloseable {

    private final Process process;
    private final BufferedReader lines;
    private final StringBuilder said = new StringBuilder();

    private Launcher(Process process) {
        this.process = process;
        this.lines = process.inputReader();
    }

    static Launcher start(Path home, Map<String, String> environment, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dhumdash.home=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                Humdash.class.getName()));
        command.addAll(Arrays.asList(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("HUMDASH_") || name.startsWith("STUB_"));
        builder.environment().putAll(environment);
        return new Launcher(builder.start());
    }

    /** Reads on until a line holds this text. */
    Launcher awaitText(String text) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            if (line.contains(text)) {
                return this;
            }
        }
        throw new AssertionError("it ended without saying \"" + text + "\":\n" + said);
    }

    /** Waits for its end. */
    int exitCode() throws IOException, InterruptedException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
        }
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("it does not end:\n" + said);
        }
        return process.exitValue();
    }

    String said() {
        return said.toString();
    }

    long pid() {
        return process.pid();
    }

    /** Ctrl-C; a plain TERM where whoever runs the tests ignores it, as a shell makes its background jobs do. */
    void interrupt() throws IOException, InterruptedException {
        signal(ignoresInterrupts() ? "TERM" : "INT");
    }

    private static boolean ignoresInterrupts() throws IOException, InterruptedException {
        return new ProcessBuilder("sh", "-c", "kill -s INT $$").start().waitFor() == 0;
    }

    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("sh", "-c", "kill -s " + name + " " + pid()).start().waitFor();
    }

    /** Ends it by force together with the guards that would end what it started. */
    void killWithGuards() throws InterruptedException {
        process.children()
                .filter(child -> child.info()
                        .arguments()
                        .filter(arguments -> Arrays.asList(arguments).contains("humdash-guard"))
                        .isPresent())
                .forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws IOException {
        if (process.isAlive()) {
            process.toHandle().destroy();
            try {
                exitCode();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
