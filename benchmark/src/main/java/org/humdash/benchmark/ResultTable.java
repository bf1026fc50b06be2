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
        StringBuilder table = new StringBuilder();
        for (List<String> row : rows) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < row.size(); column++) {
                cells.add(padded(row.get(column), width(rows, column)));
            }
            table.append(String.join(" | ", cells).stripTrailing()).append('\n');
        }
        return table.toString();
    }

    /** Small numbers with a digit more, so that a ratio can be checked by them. */
    private static String figure(double figure, String unit) {
        return String.format(Locale.ROOT, figure < SMALL ? "%.1f %s" : "%,.0f %s", figure, unit);
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private static String padded(String cell, int width) {
        return cell + " ".repeat(width - cell.length());
    }
}
