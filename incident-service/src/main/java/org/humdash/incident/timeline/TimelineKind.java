package org.humdash.incident.timeline;

/** What an entry of the timeline is about. */
enum TimelineKind {
    TALKS,
    STATEMENT,
    PHASE_CHANGE,
    AGREEMENT,
    /** Announced for a later day; it belongs to the timeline from the day it was published. */
    EXPECTED,
    VIOLATION_REPORT,
    OTHER
}
