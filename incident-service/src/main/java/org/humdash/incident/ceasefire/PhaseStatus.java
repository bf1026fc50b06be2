package org.humdash.incident.ceasefire;

/** How far a phase of a ceasefire agreement has come, as its source states it. */
enum PhaseStatus {
    PLANNED,
    ACTIVE,
    COMPLETED,
    NOT_STARTED
}
