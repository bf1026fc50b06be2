package org.humdash.vocabulary.access;

/** What harm publishing a record could do, from least to most. */
public enum Sensitivity {

    /** For everybody. */
    LOW,

    /** For partner organisations. */
    MODERATE,

    /** For staff. */
    HIGH,

    /** Never leaves the service that holds it. */
    SEVERE
}
