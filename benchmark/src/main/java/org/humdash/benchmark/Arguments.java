package org.humdash.benchmark;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the benchmark was told to do.
 *
 * @param home the project's folder, where the services were built
 * @param subjects what is measured, in this order
 * @param few how many records answers are to be as fast with as with many
 * @param transferred how many records are imported, and exported
 * @param many how many records there are at most
 */
record Arguments(Path home, List<Subject> subjects, long few, long transferred, long many) {

    static final String USAGE = """
            usage: java -jar humdash-benchmark.jar [--home DIR] [--only SERVICE] [--full | --rows FEW,TRANSFERRED[,MANY]]

              --home DIR   the project's folder, where the services were built; here when left out
              --only       incident, humanitarian or gateway; all when left out
              --rows       answers are timed with FEW and with MANY incidents or observations, TRANSFERRED are imported
                           and exported; 50000,300000,300000 when left out
              --full       --rows 50000,1000000,5000000, which takes long and some 16 GB in the temporary folder
            """;

    /** More would not be of the days and the kinds of records that the samples are of. */
    private static final long MOST_ROWS = 50_000_000;

    private static final String USUAL = "50000,300000";
    private static final String FULL = "50000,1000000,5000000";

    /** @throws IllegalArgumentException for anything but {@link #USAGE} */
    static Arguments of(String... words) {
        Deque<String> left = new ArrayDeque<>(Arrays.asList(words));
        Path home = Path.of("");
        String rows = null;
        Subject only = null;
        while (!left.isEmpty()) {
            String option = left.pop();
            boolean isFull = option.equals("--full");
            if (!isFull && left.isEmpty()) {
                throw new IllegalArgumentException(USAGE);
            }
            if (option.equals("--home")) {
                home = Path.of(left.pop());
            } else if (only == null && option.equals("--only")) {
                only = subject(left.pop());
            } else if (rows == null && (isFull || option.equals("--rows"))) {
                rows = isFull ? FULL : left.pop();
            } else {
                throw new IllegalArgumentException(USAGE);
            }
        }
        return of(
                home,
                Optional.ofNullable(only).map(List::of).orElse(List.of(Subject.values())),
                rows == null ? USUAL : rows);
    }

    private static Arguments of(Path home, List<Subject> subjects, String rows) {
        List<Long> sizes = Stream.of(rows.split(",", -1)).map(Arguments::size).toList();
        if (sizes.size() < 2 || sizes.size() > 3) {
            throw new IllegalArgumentException(USAGE);
        }
        return new Arguments(home.toAbsolutePath(), subjects, sizes.get(0), sizes.get(1), sizes.getLast());
    }

    private static Subject subject(String code) {
        return Stream.of(Subject.values())
                .filter(subject -> subject.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(USAGE));
    }

    private static long size(String word) {
        long size = word.matches("\\d{1,9}") ? Long.parseLong(word) : 0;
        if (size < 1 || size > MOST_ROWS) {
            throw new IllegalArgumentException(word + " is not a number of rows from 1 to " + MOST_ROWS);
        }
        return size;
    }
}
