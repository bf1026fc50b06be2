package org.humdash.benchmark;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the benchmark was told to do.
 *
 * @param sizes how many incidents, one run for each
 */
record Arguments(List<Long> sizes) {

    static final String USAGE = "usage: java -jar humdash-benchmark.jar [--rows N[,N...]]   (default 50000,1000000)";

    /** More would not be of the two years and the kinds of incidents that the samples are of. */
    private static final long MOST_ROWS = 50_000_000;

    private static final List<Long> USUAL = List.of(50_000L, 1_000_000L);

    /** @throws IllegalArgumentException for anything but {@link #USAGE} */
    static Arguments of(String... words) {
        if (words.length == 0) {
            return new Arguments(USUAL);
        }
        if (words.length != 2 || !words[0].equals("--rows")) {
            throw new IllegalArgumentException(USAGE);
        }
        List<Long> sizes =
                Stream.of(words[1].split(",", -1)).map(Arguments::size).toList();
        return new Arguments(sizes);
    }

    private static long size(String word) {
        long size = word.matches("\\d{1,9}") ? Long.parseLong(word) : 0;
        if (size < 1 || size > MOST_ROWS) {
            throw new IllegalArgumentException(word + " is not a number of rows from 1 to " + MOST_ROWS);
        }
        return size;
    }
}
