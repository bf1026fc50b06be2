package org.humdash.humanitarian.alert;

/** How sure the sender is, as CAP has it. */
enum Certainty {
    OBSERVED,
    LIKELY,
    POSSIBLE,
    UNLIKELY,
    UNKNOWN
}
