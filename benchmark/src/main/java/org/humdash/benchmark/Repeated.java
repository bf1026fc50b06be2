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
            millis[i] = millis(action);
        }
        return median(millis);
    }

    /** Two medians in milliseconds. */
    record Compared(double ours, double limit) {}

    /** The medians of two things done in turns, so that whatever else the machine does slows both down alike. */
    Compared inTurns(Action ours, Action limit) throws IOException, SQLException, InterruptedException {
        double[] first = new double[times];
        double[] second = new double[times];
        for (int i = -warmUps; i < times; i++) {
            double a = millis(ours);
            double b = millis(limit);
            if (i >= 0) {
                first[i] = a;
                second[i] = b;
            }
        }
        return new Compared(median(first), median(second));
    }

    private static double millis(Action action) throws IOException, SQLException, InterruptedException {
        long start = System.nanoTime();
        action.run();
        return (System.nanoTime() - start) / 1e6;
    }

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
