package org.humdash.images;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.humdash.local.postgres.LocalPostgres;

/**
 * How long each service takes from the start of its JVM until it says that it is ready, and the memory that is in use then,
 * with and without its start-up archive. The starts of both kinds take turns, so that what else the machine does meets both.
 */
final class StartMeasurement {

    private static final long MEBIBYTE = 1024 * 1024;
    private static final List<String> WITHOUT = List.of("-XX:+UseSerialGC");

    private final Arguments arguments;
    private final PrintStream out;

    /** What was seen of starts of one kind. */
    private record Starts(List<Long> milliseconds, List<Long> bytes) {

        Starts() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    StartMeasurement(Arguments arguments, PrintStream out) {
        this.arguments = arguments;
        this.out = out;
    }

    /** Prints a table of medians. */
    void measure() throws IOException, InterruptedException {
        out.println("| service | archive | ready after, ms | least to most | memory then, MiB |");
        out.println("|---|---|--:|--:|--:|");
        for (Service service : arguments.services()) {
            ImageFolder folder = new ImageFolder(BuildImages.folder(arguments, service));
            Path archive = folder.path(ImageFolder.ARCHIVE);
            if (!Files.exists(archive)) {
                throw new ImagesException(archive + " is missing: build the images first");
            }
            Path log = folder.root().resolveSibling(service.name() + "-measured.log");
            List<String> with = List.of("-XX:+UseSerialGC", "-XX:AOTCache=" + archive);
            Starts withArchive = new Starts();
            Starts withoutArchive = new Starts();
            try (LocalPostgres postgres = LocalPostgres.temporary()) {
                // The first start makes the tables, the second reads the archive from the disk; neither counts.
                start(folder, service, postgres, WITHOUT, log, new Starts());
                start(folder, service, postgres, with, log, new Starts());
                for (int run = 0; run < arguments.runs(); run++) {
                    start(folder, service, postgres, WITHOUT, log, withoutArchive);
                    start(folder, service, postgres, with, log, withArchive);
                    record(service, withoutArchive, withArchive);
                }
            }
            print(service, "without", withoutArchive);
            print(service, "with, " + Files.size(archive) / MEBIBYTE + " MiB", withArchive);
        }
    }

    private static void start(
            ImageFolder folder, Service service, LocalPostgres postgres, List<String> options, Path log, Starts starts)
            throws IOException, InterruptedException {
        try (RunningProgram program = RunningProgram.start(folder, service, postgres, options, log)) {
            Duration ready = program.awaitReady();
            starts.bytes().add(program.residentBytes());
            starts.milliseconds().add(ready.toMillis());
            program.stop();
        }
    }

    /** Keeps every start in a file, for those who want more than medians. */
    private void record(Service service, Starts without, Starts with) throws IOException {
        Files.writeString(
                arguments.out().resolve(service.name() + "-starts.csv"),
                String.format(
                        Locale.ROOT,
                        "%d,%d,%d,%d%n",
                        without.milliseconds().getLast(),
                        without.bytes().getLast(),
                        with.milliseconds().getLast(),
                        with.bytes().getLast()),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private void print(Service service, String kind, Starts starts) {
        List<Long> sorted = starts.milliseconds().stream().sorted().toList();
        out.println(String.format(
                Locale.ROOT,
                "| %s | %s | %d | %d to %d | %d |",
                service.name(),
                kind,
                median(starts.milliseconds()),
                sorted.getFirst(),
                sorted.getLast(),
                median(starts.bytes()) / MEBIBYTE));
    }

    /** The one in the middle; of an even number of them the mean of the two there. */
    static long median(List<Long> values) {
        List<Long> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
