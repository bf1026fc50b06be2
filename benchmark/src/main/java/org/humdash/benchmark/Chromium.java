package org.humdash.benchmark;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.humdash.local.postgres.Leash;
import org.humdash.local.postgres.OwnSession;
import org.humdash.local.postgres.Processes;

/** A browser without a window, on a processor that is made slower, as telephones have. */
final class Chromium implements AutoCloseable {

    /** How many times slower than this machine. */
    static final int SLOWER = 4;

    private static final List<String> PROGRAMS = List.of("chromium", "chromium-browser", "google-chrome");
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    /** Answered when there is something to see. */
    private static final String PAINTED = "new Promise(seen => new PerformanceObserver(list => list.getEntries()"
            + ".filter(paint => paint.name === 'first-contentful-paint').forEach(paint => seen(paint.startTime)))"
            + ".observe({type: 'paint', buffered: true}))";

    private static final Pattern NUMBER = Pattern.compile("\"value\":([\\d.]+)");

    private final Leash leash = Leash.start();
    private final ProcessHandle process;
    private final DevTools tools;

    private Chromium(Path program, Path folder) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(OwnSession.prefix());
        command.addAll(List.of(
                program.toString(),
                "--headless",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--no-default-browser-check",
                "--disable-quic",
                "--remote-debugging-port=0",
                "--user-data-dir=" + folder));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--no-sandbox");
        }
        command.add("about:blank");
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("chromium.log").toFile())
                .redirectInput(new File("/dev/null"))
                .start()
                .toHandle();
        leash.hold(process.pid(), "TERM");
        process.onExit().thenRun(() -> leash.release(process.pid()));
        try {
            tools = DevTools.at(address(folder));
        } catch (IOException | InterruptedException | RuntimeException e) {
            end();
            throw e;
        }
    }

    /** Empty where the machine has none. */
    static Optional<Path> program() {
        return PROGRAMS.stream().map(Tool::find).flatMap(Optional::stream).findFirst();
    }

    static Chromium start(Path program, Path folder) throws IOException, InterruptedException {
        return new Chromium(program, Files.createDirectories(folder.resolve("chromium")));
    }

    /** The milliseconds from asking for a page until the first of its content is drawn, with nothing remembered. */
    double firstPaint(URI page) throws IOException, InterruptedException {
        String context = id("browserContextId", tools.ask("", "Target.createBrowserContext", "{}"));
        try {
            String target = id(
                    "targetId",
                    tools.ask(
                            "",
                            "Target.createTarget",
                            "{\"url\":\"about:blank\",\"browserContextId\":\"%s\"}".formatted(context)));
            String session = id(
                    "sessionId",
                    tools.ask("", "Target.attachToTarget", "{\"targetId\":\"%s\",\"flatten\":true}".formatted(target)));
            tools.ask(session, "Emulation.setCPUThrottlingRate", "{\"rate\":%d}".formatted(SLOWER));
            tools.ask(session, "Page.navigate", "{\"url\":\"%s\"}".formatted(page));
            return number(tools.ask(
                    session, "Runtime.evaluate", "{\"expression\":\"%s\",\"awaitPromise\":true}".formatted(PAINTED)));
        } finally {
            tools.ask("", "Target.disposeBrowserContext", "{\"browserContextId\":\"%s\"}".formatted(context));
        }
    }

    @Override
    public void close() {
        tools.close();
        end();
    }

    private void end() {
        Stream<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process));
        all.toList().forEach(ProcessHandle::destroy);
        if (!Processes.endsWithin(LIMIT, process)) {
            process.destroyForcibly();
        }
        leash.close();
    }

    /** It writes its port and a path into a file when it listens. */
    private URI address(Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("DevToolsActivePort");
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            if (lines.size() > 1) {
                return URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1));
            }
            if (!Processes.runs(process) || System.nanoTime() - deadline > 0) {
                throw new IOException("Chromium did not start: " + Files.readString(folder.resolve("chromium.log")));
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private static String id(String name, String answer) throws IOException {
        return JsonField.named(name).in(answer).orElseThrow(() -> new IOException(answer));
    }

    /** @throws IOException if there is none, because the page could not be opened for example */
    static double number(String answer) throws IOException {
        Matcher number = NUMBER.matcher(answer);
        if (!number.find()) {
            throw new IOException("Chromium says: " + answer);
        }
        return Double.parseDouble(number.group(1));
    }
}
