package org.humdash.humanitarian.indicator;

/** How figures of different dates relate. */
public enum IndicatorKind {
    /** What there is on a day; figures of different days are never added. */
    STOCK,
    /** What happened in a period. */
    FLOW,
    /** What happened from a beginning up to a day. */
    CUMULATIVE,
    /** A share or an average. */
    RATIO
}
