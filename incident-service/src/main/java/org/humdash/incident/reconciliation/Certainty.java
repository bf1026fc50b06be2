package org.humdash.incident.reconciliation;

/** How sure a flag is: estimates often allow a thing without settling it. */
enum Certainty {
    CERTAIN,
    POSSIBLE
}
