package org.humdash.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * Measures how fast we are beside the limits of the machine and of PostgreSQL, found in the same run: a ratio is the same
 * on a slow machine as on a fast one, a rate is not.
 */
public final class Benchmark {

    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    private static final long BYTES_BESIDE = 3L << 30;

    private Benchmark() {}

    public static void main(String[] words) throws IOException, SQLException, InterruptedException {
        Arguments arguments;
        try {
            arguments = Arguments.of(words);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(WRONG_USAGE);
            return;
        }
        boolean isReached = true;
        for (Subject subject : arguments.subjects()) {
            try {
                List<Measurement> measurements = measure(arguments, subject);
                System.out.println(subject.program() + " with " + RunningService.HEAP + " on Java "
                        + Runtime.version().feature() + ", "
                        + Runtime.getRuntime().availableProcessors() + " processors; medians after warming up");
                System.out.print(ResultTable.of(measurements));
                isReached &= measurements.stream().allMatch(Measurement::passes);
            } catch (IllegalStateException e) {
                System.err.println(e.getMessage());
                System.exit(FAILED);
            }
        }
        if (!isReached) {
            System.exit(FAILED);
        }
    }

    private static List<Measurement> measure(Arguments arguments, Subject subject)
            throws IOException, SQLException, InterruptedException {
        try (Workplace workplace = new Workplace()) {
            require(arguments, subject, workplace);
            try (Setting setting = subject.set(arguments.home(), workplace.path())) {
                closeWithTheProgram(setting, workplace);
                return setting.run(arguments);
            }
        }
    }

    private static void require(Arguments arguments, Subject subject, Workplace workplace) throws IOException {
        for (Path jar : subject.jars(arguments.home())) {
            if (!Files.isRegularFile(jar)) {
                throw new IllegalStateException(jar + " is missing: build it with ./humdash build");
            }
        }
        for (String tool : subject.tools()) {
            if (Tool.find(tool).isEmpty()) {
                throw new IllegalStateException("The " + subject.program() + " is held against " + subject.tools()
                        + ", and there is no " + tool + ": install it, or choose what is measured with --only");
            }
        }
        Path folder = workplace.path();
        long needed = Math.max(arguments.many(), arguments.transferred()) * subject.bytesOfARow() + BYTES_BESIDE;
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < needed) {
            throw new IllegalStateException(
                    "%s has %,d MB left and %,d MB are needed: free some, choose another folder with"
                                    .formatted(folder.getParent(), free >> 20, needed >> 20)
                            + " -Djava.io.tmpdir, or take fewer --rows");
        }
    }

    /** For whoever breaks the run off; after its end there is nothing left to do. */
    private static void closeWithTheProgram(Setting setting, Workplace workplace) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            setting.close();
            workplace.close();
        }));
    }
}
