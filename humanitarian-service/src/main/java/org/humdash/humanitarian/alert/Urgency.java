package org.humdash.humanitarian.alert;

/** How soon to act, as CAP has it. */
enum Urgency {
    IMMEDIATE,
    EXPECTED,
    FUTURE,
    PAST,
    UNKNOWN
}
