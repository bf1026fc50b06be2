package org.humdash.vocabulary.table;

import java.util.List;

/**
 * What a reader of one form hands over.
 *
 * @param cells the first of them, without surrounding white space, empty for nothing
 * @param count how many there are
 * @param faults of single cells
 */
record RawRecord(long number, List<String> cells, int count, List<Fault> faults) {

    /** @param position of the cell, from 0 */
    record Fault(int position, String code, String message) {}

    boolean isBlank() {
        if (!faults.isEmpty() || cells.size() != count) {
            return false;
        }
        for (String cell : cells) {
            if (!cell.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** How many cells hold something. */
    long filled() {
        return cells.stream().filter(cell -> !cell.isEmpty()).count();
    }

    String cell(int position) {
        return position < cells.size() ? cells.get(position) : "";
    }

    /** Whether something stands at this position or after it. */
    boolean isFilledFrom(int position) {
        return count > cells.size()
                || position < cells.size()
                        && cells.subList(position, cells.size()).stream().anyMatch(cell -> !cell.isEmpty());
    }
}
