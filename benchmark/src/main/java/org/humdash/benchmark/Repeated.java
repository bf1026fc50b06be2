package org.humdash.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;

/** Something done again and again, to learn how long it takes once everything is warm. */
record Repeated(int warmUps, int times) {

    /** What is timed. */
    @FunctionalInterface
    interface Action {
        void run() throws IOException, SQLException, InterruptedException;
    }

    /** The median time in milliseconds of the runs after those that only warm up. */
    double median(Action action) throws IOException, SQLException, InterruptedException {
        for (int i = 0; i < warmUps; i++) {
            action.run();
        }
        double[] millis = new double[times];
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            action.run();
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        return median(millis);
    }

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
