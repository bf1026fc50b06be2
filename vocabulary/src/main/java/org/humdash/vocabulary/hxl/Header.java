package org.humdash.vocabulary.hxl;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.humdash.vocabulary.hxl.TableException.Code;

/** The checked first row of a table: which of the known columns stands where. */
record Header(Columns columns, Map<String, Integer> positions) {

    /** @throws TableException if a column is unknown, missing or there twice */
    static Header of(long row, List<String> names, Columns columns) {
        requireCommas(row, names);
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).toLowerCase(Locale.ROOT);
            if (!columns.knows(name)) {
                throw unknown(row, names.get(i), i + 1, columns);
            }
            if (positions.putIfAbsent(name, i) != null) {
                throw new TableException(Code.DUPLICATE_COLUMN, row, "The column " + name + " is there twice");
            }
        }
        List<String> missing = columns.required().stream()
                .filter(name -> !positions.containsKey(name))
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            throw new TableException(
                    Code.MISSING_COLUMN, row, "These columns are missing: " + String.join(", ", missing));
        }
        return new Header(columns, Map.copyOf(positions));
    }

    /**
     * The position of a column's cells.
     *
     * @return null if this file leaves the column out
     * @throws IllegalArgumentException if no file of this kind has such a column: a mistake of the program's
     */
    Integer position(String column) {
        if (!columns.knows(column)) {
            throw new IllegalArgumentException("No such column: " + column);
        }
        return positions.get(column);
    }

    private static void requireCommas(long row, List<String> names) {
        if (names.size() == 1 && names.getFirst().matches(".*[;\t].*")) {
            throw new TableException(
                    Code.MALFORMED_CSV, row, "Columns are separated by commas here, not by semicolons or tabs");
        }
    }

    private static TableException unknown(long row, String name, int position, Columns columns) {
        String what = name.isEmpty() ? "Column " + position + " has no name" : "Unknown column " + Shown.quoted(name);
        String meant = Nearest.to(name.toLowerCase(Locale.ROOT), columns.all())
                .map(known -> "; did you mean " + known + "?")
                .orElse(".");
        return new TableException(
                Code.UNKNOWN_COLUMN, row, what + meant + " Known columns: " + String.join(", ", columns.all()));
    }
}
