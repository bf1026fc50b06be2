package org.humdash.humanitarian.alert;

/** How bad it may get, as CAP has it. */
enum Severity {
    EXTREME,
    SEVERE,
    MODERATE,
    MINOR,
    UNKNOWN
}
