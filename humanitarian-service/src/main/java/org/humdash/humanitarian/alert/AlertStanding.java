package org.humdash.humanitarian.alert;

/** What an alert is worth on the as-of day. */
enum AlertStanding {
    /** In force on some part of the day. */
    ACTIVE,
    /** Issued, and about later days. */
    COMING,
    /** Over by its own words. */
    ENDED,
    /** A later message of its sender took its place. */
    UPDATED,
    /** Its sender took it back. */
    CANCELLED,
    /** Not a warning: an exercise, a test, a draft, an answer to another message, or one that cancels another. */
    NO_WARNING
}
