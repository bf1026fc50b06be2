package org.humdash.benchmark;

import java.util.ArrayList;
import java.util.List;

/** Rows of cells under each other, each column as wide as its widest cell. */
final class TextTable {

    private TextTable() {}

    static String of(List<List<String>> rows) {
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

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private static String padded(String cell, int width) {
        return cell + " ".repeat(width - cell.length());
    }
}
