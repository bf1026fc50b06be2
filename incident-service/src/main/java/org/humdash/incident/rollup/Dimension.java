package org.humdash.incident.rollup;

/** What a reading of the roll-up tells apart. */
public enum Dimension {
    /** First and last day an incident may have happened on, and how precise its date is. */
    SPAN("occurred_from, occurred_to, date_precision"),
    /** Only the first of those days. */
    BEGUN("occurred_from"),
    TIMING("timing"),
    TYPE("type"),
    /** First and second administrative level. */
    AREA("adm1, adm2"),
    GRADE("grade");

    private final String columns;

    Dimension(String columns) {
        this.columns = columns;
    }

    String columns() {
        return columns;
    }
}
