package org.humdash.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The measurements for people to read. */
final class ResultTable {

    private static final List<String> HEADER = List.of("name", "ours", "limit", "ratio", "goal", "pass");

    private static final double SMALL = 100;

    private ResultTable() {}

    static String of(List<Measurement> measurements) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADER);
        for (Measurement measurement : measurements) {
            rows.add(List.of(
                    measurement.name(),
                    figure(measurement.ours(), measurement.unit()),
                    figure(measurement.limit(), measurement.unit()),
                    String.format(Locale.ROOT, "%.2f", measurement.ratio()),
                    measurement.goal().toString(),
                    measurement.passes() ? "yes" : "NO"));
        }
        return TextTable.of(rows);
    }

    /** Small numbers with a digit more, so that a ratio can be checked by them. */
    private static String figure(double figure, String unit) {
        return String.format(Locale.ROOT, figure < SMALL ? "%.1f %s" : "%,.0f %s", figure, unit);
    }
}
