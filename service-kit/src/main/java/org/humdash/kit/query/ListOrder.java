package org.humdash.kit.query;

/**
 * An order a list can have. It is backed by an index and made whole by the id.
 *
 * @param number tells it from the other orders of the list, in cursors
 * @param parameter what a caller writes to ask for it: {@code -recordedAt}
 * @param first the column that comes first in it
 * @param second the column with the id
 * @param isByDay whether the first column has days, and not instants
 */
public record ListOrder(int number, String parameter, String first, String second, boolean isByDay, boolean descends) {

    public String clause() {
        String direction = descends ? " desc" : "";
        return first + direction + ", " + second + direction;
    }

    /** The condition of coming after a place in the list, with a parameter for each part. */
    public String after() {
        return "(" + first + ", " + second + ") " + (descends ? "<" : ">") + " (?::"
                + (isByDay ? "date" : "timestamptz") + ", ?::uuid)";
    }
}
