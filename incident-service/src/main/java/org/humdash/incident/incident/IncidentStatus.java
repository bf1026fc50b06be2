package org.humdash.incident.incident;

/** The stage an incident is in. It moves in this order and never back. */
public enum IncidentStatus {

    /** For staff alone; counts nowhere. */
    DRAFT,

    PUBLISHED,

    /** Withdrawn; kept in the history, counts no more. */
    RETRACTED
}
