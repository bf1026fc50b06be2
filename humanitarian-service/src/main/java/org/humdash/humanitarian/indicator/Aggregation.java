package org.humdash.humanitarian.indicator;

/** What stands for a period when one source gave several figures in it. */
public enum Aggregation {
    /** The newest of them. */
    LAST,
    /** Their sum. */
    SUM,
    /** None: they cannot be put together. */
    NONE
}
