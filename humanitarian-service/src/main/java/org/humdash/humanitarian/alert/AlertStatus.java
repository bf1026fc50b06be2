package org.humdash.humanitarian.alert;

/** What a message is for, as CAP has it; only ACTUAL is meant to be acted on. */
enum AlertStatus {
    ACTUAL,
    EXERCISE,
    SYSTEM,
    TEST,
    DRAFT
}
