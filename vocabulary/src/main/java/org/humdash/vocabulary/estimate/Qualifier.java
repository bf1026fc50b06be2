package org.humdash.vocabulary.estimate;

/** How a source qualified a number, and so which numbers an {@link Estimate} of it has. */
public enum Qualifier {

    /** A plain number: lower, best and upper are that number. */
    EXACT,

    /** "At least", "no fewer than": lower, included. */
    AT_LEAST,

    /** "More than", "over": lower, excluded. */
    MORE_THAN,

    /** "At most", "up to": upper, included. */
    AT_MOST,

    /** "Fewer than", "under": upper, excluded. */
    FEWER_THAN,

    /** "About", "nearly", "some": best only, for the source gave no bounds and none are invented. */
    APPROXIMATELY,

    /** A stated range: lower and upper, and best if that was stated too. */
    RANGE,

    /** An order of magnitude, "hundreds of thousands": 10^k as lower and 10^(k+1) − 1 as upper. */
    ORDER
}
