package org.humdash.humanitarian.observation;

/** What a source did about a period. */
enum ReportKind {
    /** It gave a figure. */
    FIGURE,

    /** It reported that there was nothing. */
    NIL,

    /** It did not report; there is no figure, which is not zero. */
    NO_REPORT
}
