package org.humdash.humanitarian.hazard;

/** What kind of natural event a hazard is. */
enum HazardType {
    STORM,
    FLOOD,
    COLD_WAVE,
    OTHER
}
