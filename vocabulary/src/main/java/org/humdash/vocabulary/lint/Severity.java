package org.humdash.vocabulary.lint;

/** How much a finding says. Neither changes a statement, and neither says which of two figures is right. */
public enum Severity {

    /** The figures may well hold, as when one of them is "more than"; worth a look. */
    NOTICE,

    /** The figures, as they stand, do not go together. */
    WARNING
}
