package org.humdash.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Values of which some are met more often than others. */
final class Shares<T> {

    private final List<T> lots = new ArrayList<>();

    /** Adds a value with its share, in percent or any other part. */
    Shares<T> with(int share, T value) {
        for (int i = 0; i < share; i++) {
            lots.add(value);
        }
        return this;
    }

    T any(SplittableRandom random) {
        return lots.get(random.nextInt(lots.size()));
    }
}
