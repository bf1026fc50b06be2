package org.humdash.local;

import java.nio.file.Path;
import java.time.Instant;

/** The program behind {@code ./humdash up}, {@code down} and {@code status}. */
public final class Humdash {

    private Humdash() {}

    public static void main(String[] words) throws InterruptedException {
        System.exit(run(words).number());
    }

    private static ExitCode run(String[] words) throws InterruptedException {
        try {
            Arguments arguments = Arguments.parse(words);
            Path home = Path.of(System.getProperty("humdash.home", "")).toAbsolutePath();
            Path data = data(arguments, home);
            Progress progress = new Progress(System.out, Instant.now());
            return switch (arguments.command()) {
                case UP -> new Up(home, DataFolder.create(data), arguments, progress).run();
                case DOWN -> new Down(new DataFolder(data), progress).run();
                case STATUS -> new Status(new DataFolder(data), progress).run();
            };
        } catch (LocalException e) {
            System.err.println("humdash: " + e.getMessage());
            return e.exitCode();
        }
    }

    private static Path data(Arguments arguments, Path home) {
        if (arguments.data() != null) {
            return arguments.data();
        }
        String named = System.getenv("HUMDASH_DATA");
        return named == null || named.isBlank() ? home.resolve(".humdash") : Path.of(named);
    }
}
